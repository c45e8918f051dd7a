// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_BUSY_BIT_PATIENCE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_BUSY_BIT_RETRIES;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_BUSY_BIT_RETRY_DELAY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.linux.LinuxSource;

/** An output queue. The channel raises no interrupt for SBALs that it has fetched: the program has to look for them. */
abstract class OutputQueue extends QdioQueue {
    /** The SBALs of a failed {@link #handleOutbound} are with the channel. Under the driver's lock of the queue. */
    private boolean signalFailed;
    /** No signal succeeded since one has failed: the channel may not look at SBALs that are PRIMED. Under the same lock. */
    private boolean unsignalled;

    OutputQueue(QdioIrq irq, QdioQueueMemory memory, int nr) {
        super(irq, memory, nr, false);
    }

    /**
     * Hands SBALs to the channel. Any context; the driver holds a lock that keeps callers apart. After an error the SBALs stay
     * PRIMED and counted, as in C: the driver has to recover the queues. If the error is that of SIGA-w, the channel may process
     * them all the same, see {@link #takeSignalFailed}.
     *
     * @param callflags {@code QDIO_FLAG_*}, of level 5.10
     * @return 0, {@code -EIO}, {@code -EBUSY} or {@code -ENOBUFS}
     */
    abstract int handleOutbound(int callflags, int bufnr, int count);

    @Override
    void reset(QdioHandler newHandler) {
        super.reset(newHandler);
        signalFailed = false;
        unsignalled = false;
    }

    /**
     * Whether the channel finds SBALs without a signal because it has not taken their predecessor yet. It processes PRIMED SBALs
     * until it finds another state, so it checks these after their predecessor; but it must have been signalled.
     *
     * @param predecessor index of the SBAL before them
     */
    final boolean comesAcross(int predecessor) {
        return getBufState(predecessor) == SLSB_CU_OUTPUT_PRIMED && !unsignalled;
    }

    /** {@link #kickOutboundQ} for SBALs that {@link #handleOutbound} has just made PRIMED. */
    final int signal() {
        int rc = kickOutboundQ();
        if (rc != 0) {
            signalFailed = true;
            unsignalled = true;
        } else if (unsignalled) {
            unsignalled = false;
        }
        return rc;
    }

    /** Shows the channel SBALs that {@link #handleOutbound} has just made PRIMED. */
    final int synchronise(int bufnr, int count) {
        int rc = sigaSyncQueue();
        if (rc != 0) {
            irq.observer().unseen(irq.cdev(), bufnr, count);
        }
        return rc;
    }

    /**
     * Whether the {@link #handleOutbound} that has just failed left its SBALs with the channel; asked once after a failure, by its
     * caller. A failed SIGA-sync does not: where that is needed, the channel sees no state before it.
     */
    final boolean takeSignalFailed() {
        boolean failed = signalFailed;
        signalFailed = false;
        return failed;
    }

    /**
     * {@code qdio_kick_outbound_q}: signals the channel. Retries while the queue is busy, for at most 10 s, without yielding: the
     * caller holds a spin lock.
     */
    @LinuxSource("qdio_main.c:qdio_kick_outbound_q")
    final int kickOutboundQ() {
        if (!irq.needSigaOut()) {
            return 0;
        }
        int cc = sigaOutput();
        for (int tries = 1; (cc & Subchannel.SIGA_BUSY) != 0 && tries < QDIO_BUSY_BIT_RETRIES; tries++) {
            irq.kernel().mdelay(QDIO_BUSY_BIT_RETRY_DELAY);
            cc = sigaOutput();
        }
        return switch (cc) {
            case Subchannel.CC_OK -> 0;
            case Subchannel.CC_BUSY -> -Errno.ENOBUFS;
            case Subchannel.CC_STATUS_PENDING, Subchannel.CC_NOT_OPERATIONAL -> -Errno.EIO;
            default -> -Errno.EBUSY;
        };
    }

    /**
     * {@code qdio_siga_output}: SIGA-w, retried for 100 µs while the queue is busy. The condition code, with {@link
     * Subchannel#SIGA_BUSY} if it still is.
     */
    @LinuxSource("qdio_main.c:qdio_siga_output")
    private int sigaOutput() {
        int cc = irq.subchannel().sigaWrite(mask);
        return (cc & Subchannel.SIGA_BUSY) == 0 ? cc : sigaWhileBusy();
    }

    private int sigaWhileBusy() {
        Kernel kernel = irq.kernel();
        long start = kernel.todClock();
        int cc;
        do {
            kernel.cpuRelax();
            cc = irq.subchannel().sigaWrite(mask);
        } while ((cc & Subchannel.SIGA_BUSY) != 0 && kernel.todClock() - start < QDIO_BUSY_BIT_PATIENCE);
        return cc;
    }
}
