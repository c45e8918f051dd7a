// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.scenario.MomentRun;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.zfcp.def.Level;

/** All runs of a scenario. */
final class RunReport {
    private final Scenario scenario;
    private final Level level;
    private final long seed;
    /** Whether runs are held against what is expected of the policy, rather than against the invariants. */
    private final boolean byExpectation;
    private final BiConsumer<RunReport, MomentRun> listener;
    private final List<MomentRun> runs = new ArrayList<>();
    private boolean ok = true;

    /** @param listener gets each run, directly after it was played */
    RunReport(Scenario scenario, Level level, long seed, boolean byExpectation, BiConsumer<RunReport, MomentRun> listener) {
        this.scenario = scenario;
        this.level = level;
        this.seed = seed;
        this.byExpectation = byExpectation;
        this.listener = listener;
    }

    void add(MomentRun run) {
        runs.add(run);
        ok &= byExpectation ? run.asExpected() : !run.result().violated();
        listener.accept(this, run);
    }

    List<MomentRun> runs() {
        return runs;
    }

    Level level() {
        return level;
    }

    Scenario scenario() {
        return scenario;
    }

    boolean byExpectation() {
        return byExpectation;
    }

    /** Whether what was expected held. */
    boolean ok() {
        return ok;
    }

    JsonObject json() {
        JsonArray array = new JsonArray();
        runs.forEach(run -> array.add(json(run)));
        return new JsonObject().add("scenario", scenario.name()).add("level", level.release()).add("seed", seed).add("ok", ok())
                .add("runs", array);
    }

    private static JsonObject json(MomentRun run) {
        WorldResult result = run.result();
        JsonArray tags = new JsonArray();
        result.tags().forEach(tags::add);
        JsonArray violations = new JsonArray();
        for (Finding finding : result.findings()) {
            violations.add(finding.toString());
        }
        JsonArray notes = new JsonArray();
        result.notes().forEach(notes::add);
        return new JsonObject().add("policy", run.policy()).add("moment", run.moment().name()).add("seed", run.seed())
                .add("limit", result.limit()).add("maxSrbs", result.maxSrbs()).add("adapterUp", result.up())
                .add("tags", tags).add("violations", violations).add("notes", notes).add("asExpected", run.asExpected());
    }
}
