// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecRunning;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.ScsiDev;

/** A record of recovery names what is recovered, and if it says that an action was queued, there is one. */
final class RecoveryTraceChecker {
    private static final int WANT = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.WANT.offset());
    private static final int NEED = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset());
    /** A remote port was to be ended that has no port any more; it is recorded with the name alone. */
    private static final String WITHOUT_PORT = "sctrpin";
    /** Stands for the action of a well-known port. */
    private static final int NO_ACTION = 0xff;
    private static final long RUN = ZfcpDbfRec.RUN.offset();

    private RecoveryTraceChecker() {
    }

    /** What is wrong with a record; null for nothing. */
    static String mistake(DbfRecord record, Adapter adapter, StatusWords words) {
        String status = status(record, words);
        if (status != null) {
            return status;
        }
        if (record.kind() == DbfConstants.ZFCP_DBF_REC_TRIG) {
            return trigger(record, adapter);
        }
        int action = record.u8(RUN + ZfcpDbfRecRunning.REC_ACTION.offset());
        if (record.u64(ZfcpDbfRec.LUN.offset()) != DbfConstants.ZFCP_DBF_INVALID_LUN && record.u64(ZfcpDbfRec.WWPN.offset()) == 0) {
            return "is about a LUN of no port";
        }
        // Of an object that was never recovered the action has no type.
        return action == 0 ? null : lun(record, action == ZFCP_ERP_ACTION_REOPEN_LUN);
    }

    /** The status words of adapter and port are those that these have or had. */
    private static String status(DbfRecord record, StatusWords words) {
        long wwpn = record.u64(ZfcpDbfRec.WWPN.offset());
        if (isOfWkaPort(record)) {
            return null;
        }
        if (!words.ofAdapter(record.busId(), record.u32(ZfcpDbfRec.ADAPTER_STATUS.offset()))) {
            return "has a status that the adapter never had";
        }
        return wwpn == 0 || record.tag().equals(WITHOUT_PORT) || words.ofPort(record.busId(), wwpn, record.u32(ZfcpDbfRec.PORT_STATUS.offset())) ? null
                : "has a status that its port never had";
    }

    private static boolean isOfWkaPort(DbfRecord record) {
        return record.kind() == DbfConstants.ZFCP_DBF_REC_RUN && record.u8(RUN + ZfcpDbfRecRunning.REC_ACTION.offset()) == NO_ACTION;
    }

    private static String trigger(DbfRecord record, Adapter adapter) {
        int want = record.u8(WANT);
        int need = record.u8(NEED);
        String lun = lun(record, want == ZFCP_ERP_ACTION_REOPEN_LUN);
        if (lun != null) {
            return lun;
        }
        boolean queued = need == ZFCP_ERP_ACTION_REOPEN_LUN || need == ZFCP_ERP_ACTION_REOPEN_PORT
                || need == ZFCP_ERP_ACTION_REOPEN_PORT_FORCED || need == ZFCP_ERP_ACTION_REOPEN_ADAPTER;
        return queued && !isListed(record, adapter, need) ? "says that action " + need + " is queued, which it is not" : null;
    }

    private static String lun(DbfRecord record, boolean meant) {
        boolean given = record.u64(ZfcpDbfRec.LUN.offset()) != DbfConstants.ZFCP_DBF_INVALID_LUN;
        return given == meant ? null : given ? "has a LUN, and is about none" : "has no LUN, and is about one";
    }

    private static boolean isListed(DbfRecord record, Adapter adapter, int need) {
        boolean[] found = {false};
        adapter.erpReadyHead.forEach(action -> found[0] |= action.type == need && isMeant(record, action, need));
        return found[0];
    }

    private static boolean isMeant(DbfRecord record, ErpAction action, int need) {
        return switch (need) {
            case ZFCP_ERP_ACTION_REOPEN_LUN -> ScsiDev.fcpLun(action.sdev) == record.u64(ZfcpDbfRec.LUN.offset());
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> true;
            default -> action.port.wwpn == record.u64(ZfcpDbfRec.WWPN.offset());
        };
    }
}
