// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.util.List;
import java.util.function.UnaryOperator;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.MomentRun;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.Player;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.zfcp.adapter.CancelAtClose;
import org.zfcp4j.zfcp.level.Levels;

/** Plays scenarios under one seed after the other, in a copy of the program in which a fix is undone. */
public final class ScenarioHunt implements UnaryOperator<String> {
    private static final String SINK = "kitchen-sink";

    @Override
    public String apply(String call) {
        String[] words = call.split(" ");
        PlayOptions none = PlayOptions.NONE;
        PlayOptions options = new PlayOptions(none.srbLimit(), none.faults(), none.real(), Levels.byRelease(words[1]));
        Player player = new Player(options);
        List<Moment> moments = Scenarios.all().stream().filter(scenario -> words[0].equals(SINK) == scenario.name().equals(SINK))
                .map(Scenario::moments).flatMap(List::stream).distinct().toList();
        long end = System.nanoTime() + (long) (Double.parseDouble(words[4]) * 1e9);
        for (long seed = Long.parseLong(words[2]); seed <= Long.parseLong(words[3]) && System.nanoTime() < end; seed++) {
            for (Moment moment : moments) {
                MomentRun run = player.seeded(moment, new CancelAtClose(), seed);
                if (run.result().violated()) {
                    return moment.name() + "|" + seed + "|" + run.result().findings().get(0);
                }
            }
        }
        return "";
    }
}
