// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecRunning;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;

/** The members of a recovery record. */
public final class RecFields {
    /** What stands for the action of a well-known-address port, which is none of recovery. */
    public static final int NO_ACTION = 0xff;

    private RecFields() {
    }

    public static boolean isTrigger(Entry rec) {
        return rec.is(Area.REC, DbfConstants.ZFCP_DBF_REC_TRIG);
    }

    public static boolean isRunning(Entry rec) {
        return rec.is(Area.REC, DbfConstants.ZFCP_DBF_REC_RUN);
    }

    /** True for a record about a well-known-address port. */
    public static boolean isWka(Entry rec) {
        return isRunning(rec) && action(rec) == NO_ACTION;
    }

    public static long lun(Entry rec) {
        return rec.u64(ZfcpDbfRec.LUN.offset());
    }

    public static long wwpn(Entry rec) {
        return rec.u64(ZfcpDbfRec.WWPN.offset());
    }

    public static int dId(Entry rec) {
        return rec.u32(ZfcpDbfRec.D_ID.offset());
    }

    public static int adapterStatus(Entry rec) {
        return rec.u32(ZfcpDbfRec.ADAPTER_STATUS.offset());
    }

    public static int portStatus(Entry rec) {
        return rec.u32(ZfcpDbfRec.PORT_STATUS.offset());
    }

    public static int lunStatus(Entry rec) {
        return rec.u32(ZfcpDbfRec.LUN_STATUS.offset());
    }

    /** Trigger: actions on the ready list. */
    public static int ready(Entry rec) {
        return rec.u32(ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.READY.offset());
    }

    /** Trigger: actions on the running list. */
    public static int running(Entry rec) {
        return rec.u32(ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.RUNNING.offset());
    }

    /** Trigger: the action asked for. */
    public static int want(Entry rec) {
        return rec.u8(ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.WANT.offset());
    }

    /** Trigger: the action set up, or why none was. */
    public static int need(Entry rec) {
        return rec.u8(ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset());
    }

    /** Running: request of the action, 0 for none. */
    public static long requestId(Entry rec) {
        return rec.u64(ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.FSF_REQ_ID.offset());
    }

    /** Running: status of the action. */
    public static int status(Entry rec) {
        return rec.u32(ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.REC_STATUS.offset());
    }

    /** Running: step of the action. */
    public static int step(Entry rec) {
        return rec.u16(ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.REC_STEP.offset());
    }

    /** Running: the action. */
    public static int action(Entry rec) {
        return rec.u8(ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.REC_ACTION.offset());
    }

    /** Running: failed attempts in a row. */
    public static int count(Entry rec) {
        return rec.u8(ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.REC_COUNT.offset());
    }

    /** True for one of the four actions. */
    public static boolean isAction(int action) {
        return action >= ZFCP_ERP_ACTION_REOPEN_LUN && action <= ZFCP_ERP_ACTION_REOPEN_ADAPTER;
    }

    /** What an action recovers, with its name: what tells it from the others of its device. */
    public static String target(int action, Entry rec) {
        return switch (action) {
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> "adapter";
            case ZFCP_ERP_ACTION_REOPEN_PORT, ZFCP_ERP_ACTION_REOPEN_PORT_FORCED -> "port " + wwpnText(wwpn(rec));
            default -> String.format("LUN 0x%016x of port %s", lun(rec), wwpnText(wwpn(rec)));
        };
    }

    static String wwpnText(long wwpn) {
        return String.format("0x%016x", wwpn);
    }

    /** An action in words. */
    static String actionName(int action) {
        return switch (action) {
            case 0 -> "nothing";
            case ZFCP_ERP_ACTION_REOPEN_LUN -> "LUN";
            case ZFCP_ERP_ACTION_REOPEN_PORT -> "port";
            case ZFCP_ERP_ACTION_REOPEN_PORT_FORCED -> "forced port";
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> "adapter";
            case ZFCP_ERP_ACTION_NONE -> "none (no recovery thread)";
            case ZFCP_ERP_ACTION_FAILED -> "none (has failed)";
            case DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_ADD -> "remote port added";
            case DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_DEL -> "remote port deleted";
            default -> (action & ZFCP_ERP_ACTION_NONE) == ZFCP_ERP_ACTION_NONE && isAction(action & ~ZFCP_ERP_ACTION_NONE)
                    ? "none (object is going away)" : CodeNames.hex(action);
        };
    }

    /** A step in words. */
    static String stepName(int step) {
        return switch (step) {
            case ZFCP_ERP_STEP_UNINITIALIZED -> "UNINITIALIZED";
            case ZFCP_ERP_STEP_PHYS_PORT_CLOSING -> "PHYS_PORT_CLOSING";
            case ZFCP_ERP_STEP_PORT_CLOSING -> "PORT_CLOSING";
            case ZFCP_ERP_STEP_PORT_OPENING -> "PORT_OPENING";
            case ZFCP_ERP_STEP_LUN_CLOSING -> "LUN_CLOSING";
            case ZFCP_ERP_STEP_LUN_OPENING -> "LUN_OPENING";
            default -> CodeNames.hex(step);
        };
    }

    /** True for a step of the driver. */
    public static boolean isStep(int step) {
        return !stepName(step).startsWith("0x");
    }
}
