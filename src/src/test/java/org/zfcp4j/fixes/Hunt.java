// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.util.List;
import java.util.function.UnaryOperator;
import org.zfcp4j.checked.CopyLoader;
import org.zfcp4j.checked.FieldInstrumenter;

/**
 * What is run in search of a bug, whichever it is.
 *
 * @param name as it is written down
 * @param type what runs; gets a level, the first and the last seed and the seconds that it may take, separated by blanks, and returns the moment, the
 *     seed and the finding, separated by bars, or nothing
 * @param races whether accesses to plain memory are judged as well
 * @param scenario what is played
 * @param first seed that it tries
 * @param last seed that it tries
 */
record Hunt(String name, Class<? extends UnaryOperator<String>> type, boolean races, String scenario, int first, int last) {
    private static final int ALL = Integer.MAX_VALUE;
    private static final int FIRST_SEEDS = 400;

    /** In the order in which they are tried, each at each level. */
    static final List<Hunt> ALL_HUNTS = List.of(
            new Hunt("other scenarios", ScenarioHunt.class, false, "others", 1, 2),
            new Hunt("kitchen-sink", ScenarioHunt.class, false, "kitchen-sink", 1, FIRST_SEEDS),
            new Hunt("kitchen-sink --races", ScenarioHunt.class, true, "kitchen-sink", 1, 8),
            new Hunt("kitchen-sink, more seeds", ScenarioHunt.class, false, "kitchen-sink", FIRST_SEEDS + 1, ALL),
            new Hunt("recordings", RecordingHunt.class, false, "all", 1, 1));

    /** True for what is not done in the time that there is for all others. */
    boolean isLong() {
        return type == RecordingHunt.class;
    }

    /** True for what goes on as long as there is time. */
    boolean isOpen() {
        return last == ALL;
    }

    static Hunt byName(String name) {
        return ALL_HUNTS.stream().filter(hunt -> hunt.name().equals(name)).findFirst().orElseThrow();
    }

    /** Runs in a copy of the program. */
    String run(UnaryOperator<byte[]> change, String level, long first, long last, double seconds) {
        CopyLoader loader = races ? CopyLoader.checked(bytes -> FieldInstrumenter.ofDriver().apply(change.apply(bytes))) : CopyLoader.plain(change);
        @SuppressWarnings("unchecked")
        UnaryOperator<String> copy = loader.newInstance(type, UnaryOperator.class);
        return copy.apply(scenario + " " + level + " " + first + " " + last + " " + seconds);
    }
}
