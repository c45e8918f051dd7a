// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.scenario.MomentRun;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.swarm.ResultFile;

/** Runs of seeds as JSON lines. */
final class RunLines {
    private RunLines() {
    }

    /** What was asked for: all that changes a run, and no more. */
    static JsonObject head(Scenario scenario, RunOptions options, String policy) {
        JsonArray moments = new JsonArray();
        scenario.moments().forEach(moment -> moments.add(moment.name()));
        return new JsonObject().add("command", "run").add("program", Version.text()).add("scenario", scenario.name()).add("moments", moments)
                .add("refill", policy).add("level", options.play.level().release()).add("seeds", options.firstSeed + ".." + options.lastSeed)
                .add("srbLimit", options.play.srbLimit()).add("blockTargets", options.play.blockTargetsMillis())
                .add("startMicros", options.play.startMicros()).add("faults", options.play.faults().toString())
                .add(ResultFile.SHARD, options.shard.toString());
    }

    /** What came of a seed. */
    static JsonObject line(MomentRun run) {
        WorldResult result = run.result();
        JsonArray tags = new JsonArray();
        result.tags().forEach(tags::add);
        JsonArray violations = new JsonArray();
        for (Finding finding : result.findings()) {
            violations.add(new JsonObject().add("invariant", finding.invariant().label()).add("text", finding.toString()));
        }
        JsonArray notes = new JsonArray();
        result.notes().forEach(notes::add);
        return new JsonObject().add("seed", run.seed()).add("moment", run.moment().name()).add("maxSrbs", result.maxSrbs())
                .add("adapterUp", result.up()).add("tags", tags).add("violations", violations).add("notes", notes);
    }
}
