// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.scenario.MomentRun;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.Player;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.zfcp.adapter.CancelAtClose;

/** The kitchen sink under one random schedule after the other, to be run within a {@link MutantLoader}. */
public final class SinkHunt implements UnaryOperator<String> {
    private static final int SEEDS = 200;

    /** All that the first seed finds that finds {@code symptom} among others; empty if none does. */
    @Override
    public String apply(String symptom) {
        Player player = new Player(PlayOptions.NONE);
        for (long seed = 1; seed <= SEEDS; seed++) {
            MomentRun run = player.seeded(Scenarios.byName("kitchen-sink").moments().get(0), new CancelAtClose(), seed);
            String found = run.result().findings().stream().map(Finding::toString).collect(Collectors.joining("; "));
            if (run.result().violated() && found.contains(symptom)) {
                return found;
            }
        }
        return "";
    }
}
