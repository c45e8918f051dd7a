// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.layout.Geometry;

/**
 * Signals that an experiment defers ({@link Geometry#siga}): an output SBAL whose signal is due joins those that wait for one, until
 * there are so many of them, or the output tasklet runs, which is scheduled for that. So the last of a batch is signalled by the
 * tasklet, and none waits longer than for that. Architected, nothing of this is there.
 */
final class SigaBatch {
    /** A constant: the compiler removes what depends on it. */
    static final boolean ON = Geometry.CURRENT.siga() > 1;

    /** SBALs that the channel owns and may not have been told of. Added to under the driver's lock of the queue, taken by anyone. */
    private final AtomicInt waiting;

    SigaBatch(QdioQueue queue) {
        waiting = queue.irq.kernel().atomicInt("siga_waiting", queue, 0);
    }

    /** While an SBAL waits, its successors cannot rely on the channel to come across them. */
    boolean anyWaiting() {
        return waiting.read() != 0;
    }

    /** Defers the signal for {@code count} more SBALs; false if the signal is due, which covers all that wait. */
    boolean putOff(int count) {
        if (waiting.addReturn(count) < Geometry.CURRENT.siga()) {
            return true;
        }
        waiting.set(0);
        return false;
    }

    /** Makes the caller signal, if an SBAL waits for it. */
    boolean take() {
        return waiting.xchg(0) != 0;
    }

    void reset() {
        waiting.set(0);
    }
}
