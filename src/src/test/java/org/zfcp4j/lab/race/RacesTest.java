// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.checked.CopyLoader;
import org.zfcp4j.checked.FieldInstrumenter;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.Player;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.zfcp.adapter.CancelAtClose;
import org.zfcp4j.zfcp.level.Levels;

/** The driver as it is has no data races but those that C has on purpose, which are listed with their reasons. */
class RacesTest {
    @ParameterizedTest
    @ValueSource(strings = {"5.10", "7.1"})
    void theDriverHasNoOtherRacesThanListed(String level) {
        List<String> found = play(level, "bring-up:1-3", "host-con-init:1-2", "shutdown-in-flight:1-3", "kitchen-sink:1-12");
        found.remove(found.size() - 1);
        assertEquals(List.of(), found);
    }

    /** Some are rare: one in hundreds of seeds. */
    @Test
    @Tag("soak")
    void eachEntryOfTheListIsNeeded() {
        List<String> first = play("5.10", "kitchen-sink:1-600");
        List<String> second = play("7.1", "kitchen-sink:1-600");
        List<String> unused = new ArrayList<>(List.of(first.get(first.size() - 1).split("\n")));
        unused.retainAll(List.of(second.get(second.size() - 1).split("\n")));
        assertEquals(List.of(), unused.stream().filter(entry -> !entry.isEmpty()).toList());
    }

    @SuppressWarnings("unchecked")
    private static List<String> play(String... call) {
        Function<String[], List<String>> copy = CopyLoader.checked(FieldInstrumenter.ofDriver()).newInstance(Plays.class, Function.class);
        return new ArrayList<>(copy.apply(call));
    }

    /** Runs in the checking copy: gets a level, then scenarios with seeds; returns what was found and last the entries that nothing needed. */
    public static final class Plays implements Function<String[], List<String>> {
        @Override
        public List<String> apply(String[] call) {
            PlayOptions none = PlayOptions.NONE;
            Player player = new Player(new PlayOptions(none.srbLimit(), none.faults(), none.real(), Levels.byRelease(call[0]),
                    none.blockTargetsMillis(), none.startMicros(), none.parts()));
            List<String> found = new ArrayList<>();
            for (int i = 1; i < call.length; i++) {
                String[] parts = call[i].split("[:-](?=\\d)|:");
                for (long seed = Long.parseLong(parts[1]); seed <= Long.parseLong(parts[2]); seed++) {
                    for (Moment moment : Scenarios.byName(parts[0]).moments()) {
                        long number = seed;
                        player.seeded(moment, new CancelAtClose(), seed).result().findings().stream()
                                .filter(finding -> finding.toString().contains("orders the") || finding.toString().contains("after it was freed"))
                                .forEach(finding -> found.add(moment.name() + " seed " + number + ": " + finding));
                    }
                }
            }
            found.add(String.join("\n", KnownRaces.unused()));
            return found;
        }
    }
}
