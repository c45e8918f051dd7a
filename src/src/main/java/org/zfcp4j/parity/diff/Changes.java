// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Things of one kind that one tree has and the other has not, each as often as it is there more often.
 *
 * @param kind {@code calls}, {@code tags}, {@code constants}, {@code fields}, {@code cases}, or {@code text} for the words of a
 *        function that differs in none of these
 * @param onlyFirst in the order of the first tree
 * @param onlySecond in the order of the second tree
 */
public record Changes(String kind, List<String> onlyFirst, List<String> onlySecond) {
    static Changes between(String kind, List<String> first, List<String> second) {
        List<String> onlySecond = new ArrayList<>(second);
        List<String> onlyFirst = new ArrayList<>();
        for (String one : first) {
            if (!onlySecond.remove(one)) {
                onlyFirst.add(one);
            }
        }
        return new Changes(kind, onlyFirst, onlySecond);
    }

    /** Is there no such thing? */
    public boolean isEmpty() {
        return onlyFirst.isEmpty() && onlySecond.isEmpty();
    }
}
