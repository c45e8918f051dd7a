// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import java.util.function.BooleanSupplier;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.qdio.Qdio;

/** {@code struct zfcp_qdio}: the driver's side of the two queues of an adapter. */
public final class ZfcpQdio {
    /** Most SBALs that one request may take. */
    public static final int ZFCP_QDIO_MAX_SBALS_PER_REQ = 36;
    /** Most bytes that one SBALE may describe. */
    public static final int ZFCP_QDIO_SBALE_LEN = Storage.PAGE_SIZE;

    public final Adapter adapter;
    /** The adapter's, at hand for the clock. */
    public final Kernel kernel;
    /** The QDIO base layer's device. */
    public Qdio device;
    /** The module's, at hand for the send. */
    public final QueueScan scan;
    /** Level 7.1: scans the response queue; an interrupt schedules it. */
    public Tasklet irqTasklet;
    /** Level 7.1: scans the request queue. */
    public Tasklet requestTasklet;
    /** Level 7.1: schedules {@link #requestTasklet} when there is no other traffic. */
    public Timer requestTimer;
    /** Absolute addresses of the response SBALs. */
    public long[] resQ;
    /** Absolute addresses of the request SBALs. */
    public long[] reqQ;
    /** Absolute address of a {@code struct qdio_ssqd_desc}: scratch of open, on the stack in C. */
    public long ssqd;
    /** Index of the next request SBAL; under {@link #reqQLock}. */
    public int reqQIdx;
    /** Free request SBALs. */
    public final AtomicInt reqQFree;
    /** Protects {@link #reqQTime} and {@link #reqQUtil}. */
    public final SpinLock statLock;
    /** Held from getting an SBAL until the request is sent. */
    public final SpinLock reqQLock;
    /** TOD of the last change of the fill level. */
    public long reqQTime;
    /** Fill level integrated over time. */
    public long reqQUtil;
    /** How often no SBAL was free. */
    public final AtomicInt reqQFull;
    public final WaitQueue reqQWq;
    /** The condition of {@code zfcp_qdio_sbal_check}, made once so that waiting for an SBAL does not allocate. */
    public BooleanSupplier sbalCheck;
    public int maxSbalePerSbal;
    public int maxSbalePerReq;

    public ZfcpQdio(Adapter adapter) {
        this.kernel = adapter.module.kernel;
        this.adapter = adapter;
        this.scan = adapter.module.level.queueScan();
        this.reqQFree = kernel.atomicInt("req_q_free", this, 0);
        this.statLock = kernel.spinLock("stat_lock", this);
        this.reqQLock = kernel.spinLock("req_q_lock", this);
        this.reqQFull = kernel.atomicInt("req_q_full", this, 0);
        this.reqQWq = kernel.waitQueue("req_q_wq", this);
    }
}
