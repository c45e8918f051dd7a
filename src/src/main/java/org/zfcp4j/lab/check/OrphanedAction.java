// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_ADAPTER;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ERP_LOWMEM;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.Outcome;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;

/**
 * Recognises a known mistake of zfcp ({@code docs/c-driver-findings.md}): the reopen of an adapter that is to take the place of actions
 * without memory dismisses those of the ports on its list. The action of a port that is being removed, which has left that list, stays on the
 * running list for ever, without a timer, and recovery is never over. Virtual kernel.
 */
public final class OrphanedAction implements WorldObserver, KnownEnd {
    private static final String OUT_OF_MEMORY = "erstgy1";
    private static final long NEED = ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset();
    private static final String NOTE = "recovery is never over, with a mistake of zfcp itself: that of a port which is being removed was out of"
            + " memory, and the reopen of the adapter, which was to take its place, did not find the port any more";

    private final Set<Adapter> adapters = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PerDevice<CcwDevice> devices = new PerDevice<>(device -> device);

    @Override
    public void establish(CcwDevice device, org.zfcp4j.qdio.QdioInitialize init, int rc) {
        devices.of(device);
    }

    /** Under {@code erp_lock}. */
    @Override
    public void traced(DebugArea area, int level, byte[] bytes, int length) {
        if (!area.name().endsWith("_rec") || bytes[(int) ZfcpDbfRec.ID.offset()] != DbfConstants.ZFCP_DBF_REC_TRIG) {
            return;
        }
        DbfRecord record = DbfRecord.of(area, level, bytes, length);
        CcwDevice device = devices.named(record.busId());
        if (device != null && record.u8(NEED) == ZFCP_ERP_ACTION_REOPEN_ADAPTER && record.tag().equals(OUT_OF_MEMORY)
                && hasOrphan(Adapters.of(device))) {
            adapters.add(Adapters.of(device));
        }
    }

    /** True if recovery of the adapter will never be over. Any context. */
    public boolean has(Adapter adapter) {
        return adapters.contains(adapter);
    }

    @Override
    public boolean isMeant(RunResult result) {
        return !adapters.isEmpty() && (result.outcome() == Outcome.DEADLOCK || result.outcome() == Outcome.LOST_WAKEUP);
    }

    @Override
    public String note() {
        return NOTE;
    }

    private static boolean hasOrphan(Adapter adapter) {
        for (ListNode<ErpAction> node = adapter.erpRunningHead.first(); node != null; node = adapter.erpRunningHead.next(node)) {
            ErpAction action = node.owner();
            if ((action.status & ZFCP_STATUS_ERP_LOWMEM) != 0 && action.port != null && !isListed(adapter, action.port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isListed(Adapter adapter, Port port) {
        for (ListNode<Port> node = adapter.portList.first(); node != null; node = adapter.portList.next(node)) {
            if (node.owner() == port) {
                return true;
            }
        }
        return false;
    }
}
