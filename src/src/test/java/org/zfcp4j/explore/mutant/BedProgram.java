// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import org.zfcp4j.explore.Program;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/** Two contexts that meet at the recovery of an adapter; its thread does nothing, so that what is queued stays so. */
abstract class BedProgram implements Program {
    static final int RUNS = ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING | ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED
        | ZfcpStatus.ZFCP_STATUS_COMMON_OPEN;

    /** Sets up the world and starts the contexts; returns what is wrong in the end, null for nothing. */
    abstract java.util.function.Supplier<String> play(VirtualKernel kernel, AdapterBed bed);

    @Override
    public Instance start(VirtualKernel kernel) {
        AdapterBed bed = new AdapterBed(kernel);
        bed.adapter.status.or(RUNS);
        bed.adapter.erpThread = kernel.kthreadRun("zfcperp", self -> { });
        java.util.function.Supplier<String> verdict = play(kernel, bed);
        return new Instance() {
            @Override
            public void main() {
                // the contexts exist
            }

            @Override
            public String fault(RunResult result) {
                return verdict.get();
            }
        };
    }
}
