// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of a script is played, so that a run that fails can be made smaller.
 *
 * @param most by the name of a part, such as a process: how often it does its thing at most; what is not named is played in full
 */
public record Parts(Map<String, Integer> most) {
    /** Name of a part: how many devices there are. */
    public static final String DEVICES = "devices";
    /** Name of a part: how many remote ports there are in the small SAN. */
    public static final String PORTS = "ports";
    /** All of it. */
    public static final Parts ALL = new Parts(Map.of());

    public Parts {
        most = Map.copyOf(most);
    }

    /** How often a part is played that the script has {@code full} times. */
    public int of(String name, int full) {
        return Math.min(full, most.getOrDefault(name, full));
    }

    /** The same with another limit for one part. */
    public Parts with(String name, int times) {
        Map<String, Integer> map = new LinkedHashMap<>(most);
        map.put(name, times);
        return new Parts(map);
    }
}
