// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.story;

import java.util.List;
import org.zfcp4j.explore.RefillStory;
import org.zfcp4j.kernel.virtual.DeadlockReport;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.scenario.MomentRun;
import org.zfcp4j.story.Playback.About;
import org.zfcp4j.trace.TraceRecord;

/** The result of a run, in one line. */
final class Verdicts {
    private Verdicts() {
    }

    static About about(MomentRun run, String level, String scenario, String device) {
        WorldResult result = run.result();
        String outcome = !result.violated() ? "holds" : result.deadlocked() ? "deadlock" : "violated";
        String verdict = result.deadlocked() ? "adapter not recovered" : result.up() ? "adapter up" : "adapter down";
        return new About(scenario, run.moment().name(), run.moment().title(), run.policy(), level, device, run.seed(), result.limit(),
                result.maxSrbs(), result.up(), run.asExpected(), outcome, verdict,
                result.findings().stream().map(Finding::toString).toList(), blocked(result.run()), result.tags());
    }

    static About about(RefillStory story, RefillCase refill, String device) {
        String outcome = story.fault() == null ? "holds" : story.execution().isDeadlock() ? "deadlock" : "violated";
        String verdict = story.preemptions() + (story.preemptions() == 1 ? " preemption" : " preemptions");
        List<String> tags = story.records().stream().map(TraceRecord::tag).distinct().toList();
        return new About(refill.start().scenario(), refill.start().scenario(), "", refill.policy().policyName(),
                refill.level().release(), device, -1, refill.limit(), story.mostSrbs(), story.adapterUp(), story.fault() == null,
                outcome, verdict, story.fault() == null ? List.of() : List.of(story.fault()),
                blocked(story.execution().result()), tags);
    }

    private static List<String> blocked(RunResult run) {
        if (run == null || run.deadlock() == null) {
            return List.of();
        }
        DeadlockReport deadlock = run.deadlock();
        return deadlock.cycle().isEmpty() ? List.of(deadlock.summary()) : deadlock.cycle();
    }
}
