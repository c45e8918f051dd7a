// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import java.util.function.DoubleFunction;
import org.zfcp4j.explore.Program;
import org.zfcp4j.explore.RefillProgram;
import org.zfcp4j.explore.Search;
import org.zfcp4j.explore.SearchOptions;
import org.zfcp4j.explore.SearchResult;
import org.zfcp4j.lab.refill.LinkUp;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.level.Levels;

/** A search, to be run within a {@link MutantLoader}: it is started by name, and answers with a line of text. */
public enum Hunt implements DoubleFunction<String> {
    RACE(RefillStart.RACE, "add-unless", 2, 1, 2, true),
    RACE_BEFORE(RefillStart.RACE, "check-then-dec", 16, 1, 2, true),
    RACE_ONE(RefillStart.RACE, "add-unless", 1, 0, 1, true),
    RACE_WHOLE(RefillStart.RACE, "add-unless", 2, 2, 1, false),
    REOPEN(RefillStart.REOPEN, "cancel-at-close", 2, 1, 2, true),
    REOPEN_TWENTY(RefillStart.REOPEN, "cancel-at-close", 20, 1, 0, true),
    REOPEN_TWO(RefillStart.REOPEN, "cancel-at-close", 2, 2, 2, true),
    REOPEN_TWO_71(RefillStart.REOPEN, "cancel-at-close", Levels.linux71(), 2, 2, 2, true),
    REOPEN_LONG(new LongRunProgram()),
    TIME_OUT(new TimeOutProgram()),
    LINK_DOWN(new LinkDownProgram()),
    RPORT(new RportProgram());

    private final Program program;
    private final int preemptions;

    Hunt(RefillStart start, String policy, int srbs, int notifications, int preemptions, boolean reduced) {
        this(start, policy, Levels.linux510(), srbs, notifications, preemptions, reduced);
    }

    Hunt(RefillStart start, String policy, Level level, int srbs, int notifications, int preemptions, boolean reduced) {
        RefillProgram whole = new RefillProgram(new RefillCase(start, RefillPolicies.byName(policy), level, srbs,
            notifications, srbs, !reduced, LinkUp.ALONE));
        this.program = reduced ? whole : whole::start;
        this.preemptions = preemptions;
    }

    Hunt(Program program) {
        this.program = program;
        this.preemptions = 2;
    }

    /** {@code outcome: fault}, of the first finding within so many seconds. */
    @Override
    public String apply(double seconds) {
        SearchResult result = new Search(program, SearchOptions.dfs(preemptions).within(seconds)).run(progress -> { });
        String fault = result.findings().isEmpty() ? "" : ": " + result.findings().get(0).execution().fault();
        return result.outcome().words() + fault;
    }
}
