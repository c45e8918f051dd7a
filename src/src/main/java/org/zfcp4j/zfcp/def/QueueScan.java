// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.Qdio;
import org.zfcp4j.qdio.QdioHandler;

/**
 * Who looks for SBALs that the channel has finished, and when: the QDIO layer in its tasklets, or zfcp in its own. A class with one
 * implementation for each level; a process that uses one level has loaded one of them, and its calls cost nothing.
 */
public abstract class QueueScan {
    /** The QDIO layer of this level for a device. */
    public abstract Qdio device(CcwDevice cdev);

    /** {@code zfcp_qdio_setup}: what scans is made, and does not scan yet. */
    public abstract void setup(ZfcpQdio qdio);

    /** {@code zfcp_qdio_destroy}: nothing scans any more. Process context. */
    public abstract void destroy(ZfcpQdio qdio);

    /** {@code init_data.output_handler}. */
    public abstract QdioHandler outputHandler(ZfcpQdio qdio);

    /** {@code init_data.scan_threshold}; 0 where there is none. */
    public abstract int scanThreshold();

    /** {@code init_data.irq_poll}; null where there is none. */
    public abstract Runnable irqPoll(ZfcpQdio qdio);

    /** Gives response SBALs to the channel; 0 or a negative errno. */
    public abstract int toInputQueue(ZfcpQdio qdio, int idx, int count);

    /** Gives request SBALs to the channel, under {@code req_q_lock}; 0 or a negative errno. */
    public abstract int toOutputQueue(ZfcpQdio qdio, int idx, int count);

    /** {@code zfcp_qdio_open}: the queues are up. ERP thread. */
    public abstract void opened(ZfcpQdio qdio);

    /** {@code zfcp_qdio_close}: QDIOUP is cleared and senders are woken; {@code qdio_shutdown} follows. ERP thread. */
    public abstract void closing(ZfcpQdio qdio);

    /** {@code zfcp_qdio_send}: the channel has the SBALs. Under {@code req_q_lock}. */
    public abstract void sent(ZfcpQdio qdio);
}
