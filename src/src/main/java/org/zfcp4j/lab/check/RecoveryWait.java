// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_ADAPTER;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_LUN;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;

import java.util.HashMap;
import java.util.Map;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.zfcp.def.Adapter;

/**
 * Who has triggered recovery and is to wait for its end must not come back before: the adapter has no recovery pending at some moment in between.
 * Virtual kernel.
 */
public final class RecoveryWait implements WorldObserver {
    private static final int NEED = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset());

    private final Kernel kernel;
    private final Findings findings;
    /** How often the recovery of a device has come to its end. */
    private final Map<String, Integer> ends = new HashMap<>();
    /** What that was when a context queued an action. */
    private final Map<String, Integer> queued = new HashMap<>();

    public RecoveryWait(Kernel kernel, Findings findings) {
        this.kernel = kernel;
        this.findings = findings;
    }

    private static boolean isAction(int need) {
        return need >= ZFCP_ERP_ACTION_REOPEN_LUN && need <= ZFCP_ERP_ACTION_REOPEN_ADAPTER;
    }

    private String place(String busId) {
        return kernel.contextName() + ' ' + busId;
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (atomic.owner() instanceof Adapter adapter && atomic.name().equals("status")
                && (oldValue & ~newValue & ZFCP_STATUS_ADAPTER_ERP_PENDING) != 0) {
            ends.merge(adapter.busId(), 1, Integer::sum);
        }
    }

    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        if (area.name().endsWith("_rec") && record[(int) ZfcpDbfRec.ID.offset()] == DbfConstants.ZFCP_DBF_REC_TRIG && isAction(record[NEED])) {
            String busId = area.name().substring("zfcp_".length(), area.name().length() - "_rec".length());
            queued.put(place(busId), ends.getOrDefault(busId, 0));
        }
    }

    /** This context is about to call what triggers recovery and waits for it. */
    public void calls(String busId) {
        queued.remove(place(busId));
    }

    /** It has come back. */
    public void isBack(String busId) {
        Integer then = queued.remove(place(busId));
        if (then != null && then.equals(ends.getOrDefault(busId, 0))) {
            findings.add(Invariant.RECOVERY, busId, "who was to wait for the end of recovery has not");
        }
    }
}
