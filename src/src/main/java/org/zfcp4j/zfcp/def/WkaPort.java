// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.Work;

/** {@code struct zfcp_fc_wka_port}: a well-known address port, opened on demand and closed when unused. */
public final class WkaPort {
    /** {@code enum zfcp_fc_wka_status}. */
    public enum Status {
        ZFCP_FC_WKA_PORT_OFFLINE, ZFCP_FC_WKA_PORT_CLOSING, ZFCP_FC_WKA_PORT_OPENING, ZFCP_FC_WKA_PORT_ONLINE
    }

    public final Adapter adapter;
    public final WaitQueue opened;
    public final WaitQueue closed;
    /** Written by response handlers without {@link #mutex}, as in C. */
    public volatile Status status = Status.ZFCP_FC_WKA_PORT_OFFLINE;
    public final AtomicInt refcount;
    public final int dId;
    public volatile int handle;
    /** Held while the port is being opened or closed, also while waiting. */
    public final Mutex mutex;
    /** Delayed close. */
    public final Work work;

    public WkaPort(Adapter adapter, int dId, java.util.function.Consumer<Work> closeFunction) {
        Kernel kernel = adapter.module.kernel;
        this.adapter = adapter;
        this.dId = dId;
        this.opened = kernel.waitQueue("wka_port->opened", this);
        this.closed = kernel.waitQueue("wka_port->closed", this);
        this.refcount = kernel.atomicInt("wka_port->refcount", this, 0);
        this.mutex = kernel.mutex("wka_port->mutex", this);
        this.work = kernel.work("wka_port->work", this, closeFunction);
    }
}
