// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_ADAPTER;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_PORT;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_PORT_FORCED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE;

import java.util.HashSet;
import java.util.Set;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;

/**
 * Ports whose look-up was in vain, by a known mistake of zfcp ({@code docs/c-driver-findings.md}): the answer came before the recovery
 * thread had ended the action that had asked for it, and the reopen that it calls for was dropped since that action was still there. Virtual
 * kernel.
 */
public final class LookupChecker implements WorldObserver {
    private static final String FOUND = "fcgpn_3";
    private static final long NEED = ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset();

    private final Findings findings;
    /** By device and WWPN. */
    private final Set<String> lost = new HashSet<>();

    public LookupChecker(Findings findings) {
        this.findings = findings;
    }

    private static String key(String busId, long wwpn) {
        return busId + ' ' + Long.toHexString(wwpn);
    }

    @Override
    public void traced(DebugArea area, int level, byte[] bytes, int length) {
        if (!area.name().endsWith("_rec") || bytes[(int) ZfcpDbfRec.ID.offset()] != DbfConstants.ZFCP_DBF_REC_TRIG) {
            return;
        }
        DbfRecord record = DbfRecord.of(area, level, bytes, length);
        String port = key(record.busId(), record.u64(ZfcpDbfRec.WWPN.offset()));
        int need = record.u8(NEED);
        if (need == 0 && record.tag().equals(FOUND) && (record.u32(ZfcpDbfRec.PORT_STATUS.offset()) & ZFCP_STATUS_COMMON_ERP_INUSE) != 0) {
            lost.add(port);
        } else if (need == ZFCP_ERP_ACTION_REOPEN_ADAPTER) {
            lost.removeIf(any -> any.startsWith(record.busId() + ' '));
        } else if (need == ZFCP_ERP_ACTION_REOPEN_PORT || need == ZFCP_ERP_ACTION_REOPEN_PORT_FORCED) {
            lost.remove(port);
        }
    }

    /** True if the port is left to itself by the known mistake, which is noted. Any context. */
    public boolean isLostByMistake(Adapter adapter, Port port) {
        if (!lost.contains(key(adapter.busId(), port.wwpn))) {
            return false;
        }
        findings.note("a port stays closed, with a mistake of zfcp itself: its D_ID was found before recovery had ended the action that had it"
                + " looked up, and the reopen that was to follow was dropped");
        return true;
    }
}
