// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.checked;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Which ways were taken in classes that {@link BranchInstrumenter} has changed; each has a number. Searches that ask for them run one virtual kernel at
 * a time, whose tasks hand the processor over, and with it what they wrote here.
 */
public final class Branches {
    /** More than there are in the driver. */
    static final int MOST = 1 << 16;

    private static final boolean[] TAKEN = new boolean[MOST];

    private static volatile List<String> places = List.of();

    private Branches() {
    }

    /** Called where one goes on. */
    public static void take(int way) {
        TAKEN[way] = true;
    }

    /** Those that were taken since the last call. */
    public static void taken(IntConsumer action) {
        for (int way = 0; way < MOST; way++) {
            if (TAKEN[way]) {
                action.accept(way);
            }
        }
        Arrays.fill(TAKEN, false);
    }

    /** @param all {@link BranchInstrumenter#places} of what has changed the classes of this copy of the program */
    public static void name(List<String> all) {
        places = all;
    }

    /** All ways that there are in the classes that were loaded, by their numbers: class, method and line. */
    public static List<String> places() {
        return List.copyOf(places);
    }
}
