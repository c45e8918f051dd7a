// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.dbf.DbfRec;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.scsi.Rports;

/**
 * {@code zfcp_erp.c}: starting the recovery of an adapter, a port or a LUN. Each blocks the object at once, so that no new I/O
 * reaches it, and queues an action; it does not wait. A shutdown is a reopen of something that is no longer RUNNING. Those
 * whose name ends in {@code Locked} need {@code erp_lock} held for writing; the others take it, any context, except the two
 * that wait, which need process context. {@code clear} are status bits to be cleared; tags are those of the trace.
 */
public final class ErpTrigger {
    private static final int SHUTDOWN = ZFCP_STATUS_COMMON_RUNNING | ZFCP_STATUS_COMMON_ERP_FAILED;

    private ErpTrigger() {
    }

    /**
     * {@code zfcp_erp_port_forced_no_port_dbf}: traces a request to recover a remote port that the driver does not know. C has
     * one static stand-in under the lock; here it is a new object, and the lock only keeps the record in order with others.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_forced_no_port_dbf")
    public static void portForcedNoPortDbf(String dbftag, Adapter adapter, long portName, int portId) {
        Port tmpport = Port.standIn(adapter, portName, portId);
        adapter.erpLock.writeLockIrq();
        DbfRec.recTrig(dbftag, adapter, tmpport, null, ZFCP_ERP_ACTION_REOPEN_PORT_FORCED, ZFCP_ERP_ACTION_NONE);
        adapter.erpLock.writeUnlockIrq();
    }

    /** {@code _zfcp_erp_adapter_reopen}. */
    @LinuxSource("zfcp_erp.c:_zfcp_erp_adapter_reopen")
    public static void adapterReopenLocked(Adapter adapter, int clearMask, String dbftag) {
        ErpBlock.adapterBlock(adapter, clearMask);
        Rports.scheduleRportsBlock(adapter);
        ErpEnqueue.actionEnqueue(ZFCP_ERP_ACTION_REOPEN_ADAPTER, adapter, null, null, dbftag, 0);
    }

    /** {@code zfcp_erp_adapter_reopen}: blocks before it takes the lock, as in C. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_reopen")
    public static void adapterReopen(Adapter adapter, int clear, String dbftag) {
        ErpBlock.adapterBlock(adapter, clear);
        Rports.scheduleRportsBlock(adapter);

        adapter.erpLock.writeLockIrq();
        ErpEnqueue.actionEnqueue(ZFCP_ERP_ACTION_REOPEN_ADAPTER, adapter, null, null, dbftag, 0);
        adapter.erpLock.writeUnlockIrq();
    }

    /** {@code zfcp_erp_adapter_shutdown}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_shutdown")
    public static void adapterShutdown(Adapter adapter, int clear, String dbftag) {
        adapterReopen(adapter, clear | SHUTDOWN, dbftag);
    }

    /** {@code zfcp_erp_port_shutdown}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_shutdown")
    public static void portShutdown(Port port, int clear, String dbftag) {
        portReopen(port, clear | SHUTDOWN, dbftag);
    }

    /** {@code _zfcp_erp_port_forced_reopen}. */
    @LinuxSource("zfcp_erp.c:_zfcp_erp_port_forced_reopen")
    public static void portForcedReopenLocked(Port port, int clear, String dbftag) {
        ErpBlock.portBlock(port, clear);
        Rports.scheduleRportBlock(port);
        ErpEnqueue.actionEnqueue(ZFCP_ERP_ACTION_REOPEN_PORT_FORCED, port.adapter, port, null, dbftag, 0);
    }

    /** {@code zfcp_erp_port_forced_reopen}: closes the physical port first, which ends what all others have open on it. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_forced_reopen")
    public static void portForcedReopen(Port port, int clear, String dbftag) {
        Adapter adapter = port.adapter;
        adapter.erpLock.writeLockIrq();
        portForcedReopenLocked(port, clear, dbftag);
        adapter.erpLock.writeUnlockIrq();
    }

    /** {@code zfcp_erp_port_forced_reopen_all}: of all ports of the adapter. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_forced_reopen_all")
    public static void portForcedReopenAll(Adapter adapter, int clear, String dbftag) {
        adapter.erpLock.writeLockIrq();
        adapter.portListLock.readLock();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            portForcedReopenLocked(n.owner(), clear, dbftag);
        }
        adapter.portListLock.readUnlock();
        adapter.erpLock.writeUnlockIrq();
    }

    /** {@code _zfcp_erp_port_reopen}. */
    @LinuxSource("zfcp_erp.c:_zfcp_erp_port_reopen")
    public static void portReopenLocked(Port port, int clear, String dbftag) {
        ErpBlock.portBlock(port, clear);
        Rports.scheduleRportBlock(port);
        ErpEnqueue.actionEnqueue(ZFCP_ERP_ACTION_REOPEN_PORT, port.adapter, port, null, dbftag, 0);
    }

    /** {@code zfcp_erp_port_reopen}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_reopen")
    public static void portReopen(Port port, int clear, String dbftag) {
        Adapter adapter = port.adapter;
        adapter.erpLock.writeLockIrq();
        portReopenLocked(port, clear, dbftag);
        adapter.erpLock.writeUnlockIrq();
    }

    /**
     * {@code _zfcp_erp_lun_reopen}.
     *
     * @param actStatus initial ZFCP_STATUS_ERP_ bits of the action
     */
    @LinuxSource("zfcp_erp.c:_zfcp_erp_lun_reopen")
    public static void lunReopenLocked(ScsiDevice sdev, int clear, String dbftag, int actStatus) {
        Port port = ScsiDev.of(sdev).port;
        ErpBlock.lunBlock(sdev, clear);
        ErpEnqueue.actionEnqueue(ZFCP_ERP_ACTION_REOPEN_LUN, port.adapter, port, sdev, dbftag, actStatus);
    }

    /** {@code zfcp_erp_lun_reopen}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_lun_reopen")
    public static void lunReopen(ScsiDevice sdev, int clear, String dbftag) {
        Adapter adapter = ScsiDev.of(sdev).port.adapter;
        adapter.erpLock.writeLockIrq();
        lunReopenLocked(sdev, clear, dbftag, 0);
        adapter.erpLock.writeUnlockIrq();
    }

    /** {@code zfcp_erp_lun_shutdown}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_lun_shutdown")
    public static void lunShutdown(ScsiDevice sdev, int clear, String dbftag) {
        lunReopen(sdev, clear | SHUTDOWN, dbftag);
    }

    /**
     * {@code zfcp_erp_lun_shutdown_wait}: shuts the LUN down and waits for recovery to end. Since it waits, the action needs no
     * reference of its own, which a device that is being deleted would refuse. Process context.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_lun_shutdown_wait")
    public static void lunShutdownWait(ScsiDevice sdev, String dbftag) {
        Adapter adapter = ScsiDev.of(sdev).port.adapter;
        adapter.erpLock.writeLockIrq();
        lunReopenLocked(sdev, SHUTDOWN, dbftag, ZFCP_STATUS_ERP_NO_REF);
        adapter.erpLock.writeUnlockIrq();

        ErpWait.wait(adapter);
    }

    /** {@code zfcp_erp_adapter_reset_sync}: reopens even a failed or stopped adapter and waits. Process context. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_reset_sync")
    public static void adapterResetSync(Adapter adapter, String dbftag) {
        ErpStatus.setAdapterStatus(adapter, ZFCP_STATUS_COMMON_RUNNING);
        adapterReopen(adapter, ZFCP_STATUS_COMMON_ERP_FAILED, dbftag);
        ErpWait.wait(adapter);
    }
}
