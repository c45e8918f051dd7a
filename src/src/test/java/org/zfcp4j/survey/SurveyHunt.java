// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.survey;

import java.util.List;
import java.util.function.UnaryOperator;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.Player;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.zfcp.adapter.CancelAtClose;

/** Plays scenarios in a copy of the program that is changed at one place. */
public final class SurveyHunt implements UnaryOperator<String> {
    private static final String SINK = "kitchen-sink";
    private static final int SINK_SEEDS = 300;
    private static final int OTHER_SEEDS = 2;
    private static final String DRIVER = "org.zfcp4j.zfcp.";

    /** @return {@code found} with scenario, seed and finding; {@code unnoticed}; or {@code unreached} */
    @Override
    public String apply(String seeds) {
        String found = play(true, SINK_SEEDS);
        if (found == null) {
            found = play(false, OTHER_SEEDS);
        }
        if (found != null) {
            return "found " + found;
        }
        return Reach.isMarked() ? "unnoticed" : "unreached";
    }

    private static String play(boolean sink, int seeds) {
        Player player = new Player(PlayOptions.NONE);
        List<Moment> moments = Scenarios.all().stream().filter(scenario -> sink == scenario.name().equals(SINK)).map(Scenario::moments).flatMap(List::stream)
                .distinct().toList();
        for (long seed = 1; seed <= seeds; seed++) {
            for (Moment moment : moments) {
                String found = violation(player, moment, seed);
                if (found != null) {
                    return moment.name() + ' ' + seed + ' ' + found;
                }
            }
        }
        return null;
    }

    /** An exception that ends the run counts, if the driver throws it. */
    private static String violation(Player player, Moment moment, long seed) {
        try {
            WorldResult result = player.seeded(moment, new CancelAtClose(), seed).result();
            return result.violated() ? result.findings().getFirst().toString() : null;
        } catch (RuntimeException | LinkageError e) {
            if (List.of(e.getStackTrace()).stream().noneMatch(frame -> frame.getClassName().startsWith(DRIVER))) {
                throw e;
            }
            return e.toString();
        }
    }
}
