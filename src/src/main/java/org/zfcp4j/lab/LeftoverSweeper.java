// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import org.zfcp4j.lab.check.WorldObserver;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;

/**
 * Clears request SBALs when queues are established, from outside. The driver leaves some as they were when it closes the queues
 * ({@code docs/c-driver-findings.md}); one run in seventy would end by that, and show nothing of what it is about.
 */
final class LeftoverSweeper implements WorldObserver {
    @Override
    public void establish(CcwDevice device, QdioInitialize init, int rc) {
        for (long[] queue : init.outputSbals()) {
            for (long sbal : queue) {
                Memory.zero(sbal, QdioBuffer.SIZE);
            }
        }
    }
}
