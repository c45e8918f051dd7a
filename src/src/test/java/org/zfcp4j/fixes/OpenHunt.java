// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.util.List;
import java.util.stream.Stream;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.Player;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.level.Levels;

/** Looks for open mistakes with {@code kitchen-sink} and the driver as it is; as a program it writes down what it finds. */
public final class OpenHunt {
    private static final List<String> LEVELS = List.of("5.10", "7.1");
    static final long MOST_SEEDS = 2000;
    private static final String SINK = "kitchen-sink";

    private OpenHunt() {
    }

    /** Searches for those that are named, with their blanks, or for all. */
    public static void main(String[] ids) {
        List<OpenFile.Found> before = ids.length == 0 ? List.of() : OpenFile.read();
        OpenFile.write(OpenMistakes.ALL.parallelStream().map(mistake -> ids.length == 0 || List.of(ids).contains(mistake.id()) ? search(mistake)
                : before.stream().filter(found -> found.id().equals(mistake.id())).toList()).flatMap(List::stream).toList());
    }

    /** The first seed at each level. */
    private static List<OpenFile.Found> search(OpenMistake mistake) {
        return LEVELS.stream().map(level -> search(mistake, level)).filter(found -> found != null).toList();
    }

    private static OpenFile.Found search(OpenMistake mistake, String level) {
        for (long seed = 1; seed <= MOST_SEEDS; seed++) {
            String shown = shown(mistake, level, seed);
            if (shown != null) {
                return new OpenFile.Found(mistake.id(), level, seed, shown);
            }
        }
        System.out.println(mistake.id() + ", level " + level + ": not within " + MOST_SEEDS + " seeds");
        return null;
    }

    /** What shows the mistake under a seed; null if nothing does. */
    static String shown(OpenMistake mistake, String level, long seed) {
        PlayOptions none = PlayOptions.NONE;
        Player player = new Player(new PlayOptions(none.srbLimit(), none.faults(), none.real(), Levels.byRelease(level)));
        RefillPolicy policy = RefillPolicies.byName(mistake.policy());
        Scenario sink = Scenarios.all().stream().filter(scenario -> scenario.name().equals(SINK)).findFirst().orElseThrow();
        for (Moment moment : sink.moments()) {
            var result = player.seeded(moment, policy, seed).result();
            String text = Stream.concat(result.notes().stream(), result.findings().stream().map(Finding::toString))
                    .filter(line -> line.contains(mistake.shown())).findFirst().orElse(null);
            if (text != null) {
                return text.lines().findFirst().orElseThrow().strip();
            }
        }
        return null;
    }
}
