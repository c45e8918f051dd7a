// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.RwLock;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.scsi.FcRport;

/** {@code struct zfcp_port}: a remote port. */
public final class Port {
    /** What {@code rport_work} shall do; the last writer wins. */
    public enum RportTask {
        RPORT_NONE, RPORT_ADD, RPORT_DEL
    }

    public final ListNode<Port> list = new ListNode<>(this);
    public final Adapter adapter;
    public Device dev;
    public volatile FcRport rport;
    /** Under {@link #unitListLock}. */
    public final ListHead<Unit> unitList = new ListHead<>();
    public final RwLock unitListLock;
    /** Number of units, or -1 while the port is being removed. */
    public final AtomicInt units;
    public final AtomicInt status;
    public volatile long wwnn;
    public final long wwpn;
    /** Destination address; 0 while unknown. */
    public volatile int dId;
    /** Handle that the channel gave when the port was opened. */
    public volatile int handle;
    public final ErpAction erpAction;
    public final AtomicInt erpCounter;
    public volatile int maxframeSize;
    public volatile int supportedClasses;
    public volatile int connectionInfo;
    public volatile int connectionInfoOld;
    public final Work gidPnWork;
    public final Work testLinkWork;
    public final Work rportWork;
    public volatile RportTask rportTask = RportTask.RPORT_NONE;
    public volatile int stargetId;

    public Port(Adapter adapter, long wwpn, int dId) {
        this(adapter, wwpn, dId, 0);
    }

    /**
     * A port that is on no list and only fit to be traced: all bits of its status are set, which stands for "unknown".
     */
    public static Port standIn(Adapter adapter, long wwpn, int dId) {
        return new Port(adapter, wwpn, dId, -1);
    }

    @SuppressWarnings("this-escape")
    private Port(Adapter adapter, long wwpn, int dId, int initialStatus) {
        Kernel kernel = adapter.module.kernel;
        this.adapter = adapter;
        this.wwpn = wwpn;
        this.dId = dId;
        this.unitListLock = kernel.rwLock("unit_list_lock", this);
        this.units = kernel.atomicInt("units", this, 0);
        this.status = kernel.atomicInt("status", this, initialStatus);
        this.erpCounter = kernel.atomicInt("erp_counter", this, 0);
        this.erpAction = new ErpAction(adapter, this, null);
        this.gidPnWork = kernel.work("gid_pn_work", this, adapter.module.upcalls.gidPnWork());
        this.testLinkWork = kernel.work("test_link_work", this, adapter.module.upcalls.testLinkWork());
        this.rportWork = kernel.work("rport_work", this, adapter.module.upcalls.rportWork());
    }
}
