// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_BUSY_BIT_RETRIES;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.LinuxSource;

/** An output queue. The channel raises no interrupt for SBALs that it has fetched: the program has to look for them. */
abstract class OutputQueue extends QdioQueue {
    OutputQueue(QdioIrq irq, QdioQueueMemory memory, int nr) {
        super(irq, memory, nr, false);
    }

    /**
     * Hands SBALs to the channel. Any context; the driver holds a lock that keeps callers apart. After an error the SBALs stay
     * PRIMED and counted, as in C: the driver has to recover the queues.
     *
     * @param callflags {@code QDIO_FLAG_*}, of level 5.10
     * @return 0, {@code -EIO}, {@code -EBUSY} or {@code -ENOBUFS}
     */
    abstract int handleOutbound(int callflags, int bufnr, int count);

    /**
     * Tells the channel that there is work. Queues of other formats than FCP's can be busy for a while; their delay between two
     * tries is left out, since an FCP channel never is.
     */
    @LinuxSource({"qdio_main.c:qdio_kick_outbound_q", "qdio_main.c:qdio_siga_output"})
    final int kickOutboundQ() {
        if (!irq.needSigaOut()) {
            return 0;
        }
        int cc = irq.subchannel().sigaWrite(mask);
        for (int tries = 1; (cc & Subchannel.SIGA_BUSY) != 0 && tries < QDIO_BUSY_BIT_RETRIES; tries++) {
            cc = irq.subchannel().sigaWrite(mask);
        }
        return switch (cc) {
            case Subchannel.CC_OK -> 0;
            case Subchannel.CC_BUSY -> -Errno.ENOBUFS;
            case Subchannel.CC_STATUS_PENDING, Subchannel.CC_NOT_OPERATIONAL -> -Errno.EIO;
            default -> -Errno.EBUSY;
        };
    }
}
