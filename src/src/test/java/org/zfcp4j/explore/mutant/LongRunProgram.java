// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import org.zfcp4j.explore.Program;
import org.zfcp4j.explore.Reduction;
import org.zfcp4j.explore.RefillProgram;
import org.zfcp4j.kernel.virtual.ForgetRule;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.zfcp.adapter.CancelAtClose;

/** A reopen after which no time-out may be left: the run is over before the first one could expire. */
final class LongRunProgram implements Program {
    private static final long FIRST_TIME_OUT = 30_000;

    private final RefillProgram program =
        new RefillProgram(new RefillCase(RefillStart.REOPEN, new CancelAtClose(), 2, 1));

    @Override
    public Instance start(VirtualKernel kernel) {
        Instance instance = program.start(kernel);
        return new Instance() {
            @Override
            public void main() {
                instance.main();
            }

            @Override
            public String fault(RunResult result) {
                return result.jiffies() >= FIRST_TIME_OUT ? "a time-out has expired after its request was complete"
                    : instance.fault(result);
            }
        };
    }

    @Override
    public ForgetRule forgetRule() {
        return program.forgetRule();
    }

    @Override
    public Reduction reduction() {
        return program.reduction();
    }
}
