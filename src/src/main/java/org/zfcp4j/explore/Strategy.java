// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** In which order schedules are tried. */
public enum Strategy {
    /** All of them, those with fewer preemptions first. */
    DFS,
    /** Every choice is as likely as every other. */
    RANDOM,
    /** Priorities at random, changed at a few random places. */
    PCT,
    /** Changes schedules and draws that have covered something that none before had. */
    COVERAGE;

    /** Its name on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The strategy of that name.
     *
     * @throws IllegalArgumentException with a line for the user
     */
    public static Strategy byName(String word) {
        for (Strategy strategy : values()) {
            if (strategy.word().equals(word)) {
                return strategy;
            }
        }
        throw new IllegalArgumentException("no strategy \"" + word + "\"; there are "
            + Arrays.stream(values()).map(Strategy::word).collect(Collectors.joining(", ")));
    }
}
