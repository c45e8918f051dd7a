// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * How two sequences become one: their longest common subsequence, and what only one of them has.
 *
 * @param items in the order of both
 */
record Alignment(List<Item> items) {

    /** A step of the first sequence, of the second, or of both; the place of a missing one is -1. */
    record Item(int first, int second) {
        boolean common() {
            return first >= 0 && second >= 0;
        }
    }

    static Alignment of(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int k = b.size() - 1; k >= 0; k--) {
                common[i][k] = a.get(i).equals(b.get(k)) ? common[i + 1][k + 1] + 1
                        : Math.max(common[i + 1][k], common[i][k + 1]);
            }
        }
        List<Item> items = new ArrayList<>();
        int i = 0;
        int k = 0;
        while (i < a.size() || k < b.size()) {
            if (i < a.size() && k < b.size() && a.get(i).equals(b.get(k))) {
                items.add(new Item(i++, k++));
            } else if (k == b.size() || i < a.size() && common[i + 1][k] >= common[i][k + 1]) {
                items.add(new Item(i++, -1));
            } else {
                items.add(new Item(-1, k++));
            }
        }
        return new Alignment(items);
    }

    /** {@code -place:step} for what only the first has and {@code +place:step} for the second, places counted in each. */
    String text(List<String> a, List<String> b) {
        StringBuilder text = new StringBuilder();
        for (Item item : items) {
            if (item.second() < 0) {
                text.append(" -").append(item.first()).append(':').append(a.get(item.first()));
            } else if (item.first() < 0) {
                text.append(" +").append(item.second()).append(':').append(b.get(item.second()));
            }
        }
        return text.toString().trim();
    }
}
