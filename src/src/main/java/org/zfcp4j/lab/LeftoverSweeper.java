// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import org.zfcp4j.lab.check.Findings;
import org.zfcp4j.lab.check.WorldObserver;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;

/**
 * Clears request SBALs when queues are established, from outside, for scenarios that ask for it. The driver leaves some as they were when
 * it closes the queues ({@code docs/c-driver-findings.md}); one run in seventy of {@code kitchen-sink} would end by that, and show nothing of
 * what it is about. It is the only thing in the lab that changes memory of the driver, and says so in the result.
 */
final class LeftoverSweeper implements WorldObserver {
    private final Findings findings;

    LeftoverSweeper(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void establish(CcwDevice device, QdioInitialize init, int rc) {
        for (long[] queue : init.outputSbals()) {
            for (long sbal : queue) {
                sweep(sbal);
            }
        }
    }

    private void sweep(long sbal) {
        for (long word = sbal; word < sbal + QdioBuffer.SIZE; word += Long.BYTES) {
            if (Memory.getLong(word) != 0) {
                findings.note("zfcp left request SBALs as they were when it closed the queues; the scenario has them cleared from outside");
                Memory.zero(sbal, QdioBuffer.SIZE);
                return;
            }
        }
    }
}
