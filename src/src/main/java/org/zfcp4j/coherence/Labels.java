// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers names, in the order in which they come. */
public final class Labels {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The number of a name. */
    public int of(String name) {
        return numbers.computeIfAbsent(name, n -> {
            names.add(n);
            return names.size() - 1;
        });
    }

    /** The name with that number. */
    public String name(int number) {
        return names.get(number);
    }
}
