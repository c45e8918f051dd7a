// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * No recovery action is lost: whenever one is triggered, which is traced under {@code erp_lock}, all counted actions are on a
 * list; when waiters are woken none is queued; and at the end none is pending, in use or counted.
 */
public final class ErpChecker implements WorldObserver {
    private static final String OUT_OF_MEMORY = "erstgy1";
    private static final int NEED = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset());

    private final Findings findings;
    /** Adapters whose actions wait for an event that never comes. */
    private final Set<Adapter> stuck = ConcurrentHashMap.newKeySet();
    private final PerDevice<CcwDevice> devices = new PerDevice<>(device -> device);

    public ErpChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void establish(CcwDevice device, org.zfcp4j.qdio.QdioInitialize init, int rc) {
        devices.of(device);
    }

    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        if (!area.name().endsWith("_rec") || record[(int) ZfcpDbfRec.ID.offset()] != DbfConstants.ZFCP_DBF_REC_TRIG) {
            return;
        }
        CcwDevice device = devices.named(area.name().substring("zfcp_".length(), area.name().length() - "_rec".length()));
        if (device != null) {
            if (isRefusedForMemory(record)) {
                stuck.add(Adapters.of(device));
            }
            compare(Adapters.of(device));
        }
    }

    private static boolean isRefusedForMemory(byte[] record) {
        return new String(record, (int) ZfcpDbfRec.TAG.offset(), OUT_OF_MEMORY.length(), StandardCharsets.US_ASCII).equals(OUT_OF_MEMORY)
                && (record[NEED] & 0xff) == ZfcpStatus.ZFCP_ERP_ACTION_FAILED;
    }

    /**
     * True if, by a known mistake of zfcp, recovery is stuck, which is noted ({@code docs/c-driver-findings.md}). Only
     * another recovery of the adapter, which an administrator starts, or LINK_UP gets it going. Any context.
     */
    public boolean isStuckByMistake(Adapter adapter) {
        if (!stuck.contains(adapter)) {
            return false;
        }
        findings.note("recovery is stuck, with a mistake of zfcp itself: all actions were out of memory, and the reopen of the adapter, which"
                + " was to take their place, was refused since the adapter had failed");
        return true;
    }

    /** A waiter for the end of recovery must find it ended. */
    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if ((oldValue & ~newValue & ZFCP_STATUS_ADAPTER_ERP_PENDING) != 0 && atomic.owner() instanceof Adapter over) {
            stuck.remove(over);
        }
        if ((oldValue & ~newValue & ZFCP_STATUS_ADAPTER_ERP_PENDING) != 0 && atomic.name().equals("status")
                && atomic.owner() instanceof Adapter adapter
                && count(adapter.erpReadyHead) + count(adapter.erpRunningHead) != 0) {
            findings.add(Invariant.ERP_ACTIONS, adapter.busId(), "recovery was told to be over with actions queued");
        }
    }

    private void compare(Adapter adapter) {
        int listed = count(adapter.erpReadyHead) + count(adapter.erpRunningHead);
        if (listed != adapter.erpTotalCount) {
            findings.add(Invariant.ERP_ACTIONS, adapter.busId(), adapter.erpTotalCount + " recovery actions are counted, "
                    + listed + " are on a list");
        }
    }

    private static int count(ListHead<ErpAction> list) {
        int[] count = {0};
        list.forEach(action -> count[0]++);
        return count[0];
    }

    @Override
    public void settled(List<CcwDevice> all) {
        for (CcwDevice device : all) {
            Adapter adapter = Adapters.of(device);
            if (adapter == null) {
                continue;
            }
            compare(adapter);
            int status = adapter.status.read();
            if (adapter.erpTotalCount != 0 || adapter.erpLowMemCount != 0
                    || (status & (ZFCP_STATUS_ADAPTER_ERP_PENDING | ZFCP_STATUS_COMMON_ERP_INUSE)) != 0) {
                findings.add(Invariant.ERP_ACTIONS, adapter.busId(), String.format(
                        "recovery is not over: %d actions, status 0x%08x", adapter.erpTotalCount, status));
            }
            adapter.portList.forEach(this::checkPort);
            if (adapter.scsiHost != null) {
                adapter.scsiHost.devices.forEach(this::checkLun);
            }
        }
    }

    private void checkPort(Port port) {
        if ((port.status.read() & ZFCP_STATUS_COMMON_ERP_INUSE) != 0) {
            findings.add(Invariant.ERP_ACTIONS, port.adapter.busId(), String.format(
                    "recovery of port 0x%016x was lost, status 0x%08x", port.wwpn, port.status.read()));
        }
    }

    private void checkLun(ScsiDevice sdev) {
        ScsiDev lun = ScsiDev.of(sdev);
        if (lun.port != null && (lun.status.read() & ZFCP_STATUS_COMMON_ERP_INUSE) != 0) {
            findings.add(Invariant.ERP_ACTIONS, lun.port.adapter.busId(), String.format(
                    "recovery of LUN 0x%016x was lost, status 0x%08x", ScsiDev.fcpLun(sdev), lun.status.read()));
        }
    }
}
