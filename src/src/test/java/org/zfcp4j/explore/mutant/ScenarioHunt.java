// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import java.util.List;
import java.util.function.UnaryOperator;
import org.zfcp4j.explore.Finding;
import org.zfcp4j.explore.ScenarioProgram;
import org.zfcp4j.explore.Search;
import org.zfcp4j.explore.SearchOptions;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.zfcp.adapter.CancelAtClose;

/** A search of {@code bring-up} with one device and one port, to be run within a {@link MutantLoader}. */
public final class ScenarioHunt implements UnaryOperator<String> {
    private static final int EXECUTIONS = 3000;

    /** What the search finds with at most one preemption; empty if it finds nothing within its budget. */
    @Override
    public String apply(String ignored) {
        PlayOptions none = PlayOptions.NONE;
        PlayOptions small = new PlayOptions(none.srbLimit(), none.faults(), none.real(), none.level(), none.blockTargetsMillis(),
                none.startMicros(), Parts.ALL.with(Parts.DEVICES, 1).with(Parts.PORTS, 1));
        ScenarioProgram program = new ScenarioProgram(Scenarios.byName("bring-up").moments().get(0), new CancelAtClose(), small, Draws.of(1));
        SearchOptions all = SearchOptions.dfs(1);
        SearchOptions some = new SearchOptions(all.strategy(), all.preemptions(), EXECUTIONS, all.seconds(), all.seed(), all.threads(), all.shard());
        List<Finding> findings = new Search(program, some).run(progress -> { }).findings();
        return findings.isEmpty() ? "" : findings.get(0).execution().fault();
    }
}
