// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import static org.zfcp4j.layout.fsf.FsfConstants.FSF_PROT_FSF_STATUS_PRESENTED;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_PROT_GOOD;

import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;

/** A record as text, without time, device, level and tag. */
public final class EntryText {
    private static final String[] WKA_STATES = {"offline", "closing", "opening", "online"};

    private EntryText() {
    }

    /** One line. */
    public static String of(Entry entry) {
        return switch (entry.area()) {
            case REC -> rec(entry);
            case HBA -> hba(entry);
            case SAN -> san(entry);
            case SCSI -> scsi(entry);
            case PAY -> "payload of request " + entry.u64(Long.BYTES) + ", piece " + entry.id();
        };
    }

    private static String rec(Entry rec) {
        if (RecFields.isTrigger(rec)) {
            int want = RecFields.want(rec);
            String what = want >= DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_DEL ? RecFields.actionName(want)
                    : "wants " + RecFields.actionName(want) + ", gets " + RecFields.actionName(RecFields.need(rec));
            return what + "; " + RecFields.ready(rec) + " ready, " + RecFields.running(rec) + " running" + objects(rec);
        }
        if (RecFields.isWka(rec)) {
            int state = RecFields.portStatus(rec);
            return String.format("well-known port 0x%06x %s, request %d", rec.u32(ZfcpDbfRec.D_ID.offset()),
                    state >= 0 && state < WKA_STATES.length ? WKA_STATES[state] : CodeNames.hex(state), RecFields.requestId(rec));
        }
        if (RecFields.isRunning(rec)) {
            int status = RecFields.status(rec);
            long request = RecFields.requestId(rec);
            int count = RecFields.count(rec);
            return RecFields.actionName(RecFields.action(rec)) + " action, step " + RecFields.stepName(RecFields.step(rec))
                    + (status == 0 ? "" : ", " + StatusWord.ERP.text(status)) + (request == 0 ? "" : ", request " + request)
                    + (count == 0 ? "" : ", failed " + count + " times") + objects(rec);
        }
        return "record id " + rec.id();
    }

    private static String objects(Entry rec) {
        StringBuilder text = new StringBuilder("; adapter ").append(StatusWord.ADAPTER.text(RecFields.adapterStatus(rec)));
        if (RecFields.wwpn(rec) != DbfConstants.ZFCP_DBF_INVALID_WWPN || RecFields.portStatus(rec) != 0) {
            text.append("; port ").append(RecFields.wwpnText(RecFields.wwpn(rec))).append(String.format(" D_ID 0x%06x ", RecFields.dId(rec)))
                    .append(StatusWord.PORT.text(RecFields.portStatus(rec)));
        }
        if (RecFields.lun(rec) != DbfConstants.ZFCP_DBF_INVALID_LUN) {
            text.append(String.format("; LUN 0x%016x ", RecFields.lun(rec))).append(StatusWord.LUN.text(RecFields.lunStatus(rec)));
        }
        return text.toString();
    }

    private static String hba(Entry hba) {
        if (hba.tag().equals(HbaFields.REQUEST_GONE)) {
            return "request " + HbaFields.requestId(hba) + " could not be sent, and is gone";
        }
        return switch (hba.id()) {
            case DbfConstants.ZFCP_DBF_HBA_RES -> response(hba);
            case DbfConstants.ZFCP_DBF_HBA_USS -> unsolicited(hba);
            case DbfConstants.ZFCP_DBF_HBA_BIT -> "bit errors crossed their threshold, request " + HbaFields.requestId(hba);
            case DbfConstants.ZFCP_DBF_HBA_BASIC -> "event of the device";
            case DbfConstants.ZFCP_DBF_HBA_FCES -> String.format("FC Endpoint Security of %s: 0x%08x, was 0x%08x, request %d",
                    HbaFields.securityWwpn(hba) == DbfConstants.ZFCP_DBF_INVALID_WWPN ? "the device"
                            : "port " + RecFields.wwpnText(HbaFields.securityWwpn(hba)),
                    HbaFields.newSecurity(hba), HbaFields.oldSecurity(hba), HbaFields.requestId(hba));
            default -> "record id " + hba.id();
        };
    }

    private static String response(Entry hba) {
        int prot = HbaFields.protStatus(hba);
        String outcome = prot == FSF_PROT_GOOD || prot == FSF_PROT_FSF_STATUS_PRESENTED ? CodeNames.fsfStatus(HbaFields.fsfStatus(hba))
                : prot == 0 ? "not answered" : CodeNames.protStatus(prot);
        return CodeNames.command(HbaFields.command(hba)) + " " + outcome + ", request " + HbaFields.requestId(hba) + ", after "
                + Tod.seconds(Math.max(0, HbaFields.latency(hba))) + ", " + StatusWord.REQUEST.text(HbaFields.requestStatus(hba))
                + String.format(", port handle 0x%x", HbaFields.portHandle(hba));
    }

    private static String unsolicited(Entry hba) {
        String request = ", request " + HbaFields.requestId(hba);
        return switch (hba.tag()) {
            case HbaFields.DISMISSED_BUFFER -> "status read buffer dismissed" + request;
            case "fssr__1" -> "status read buffer not posted" + request;
            default -> CodeNames.unsolicited(HbaFields.statusType(hba)) + String.format(" subtype 0x%x D_ID 0x%06x",
                    HbaFields.statusSubtype(hba), HbaFields.dId(hba)) + request;
        };
    }

    private static String san(Entry san) {
        boolean ct = san.tag().startsWith("fssct") || san.tag().equals("fsscth2");
        return (ct ? "CT " : "ELS ") + CodeNames.payload(san, ZfcpDbfSan.PAYLOAD.offset(), ct)
                + (san.id() == DbfConstants.ZFCP_DBF_SAN_REQ ? " to" : " from") + String.format(" 0x%06x, %d bytes, request %d",
                san.u32(ZfcpDbfSan.D_ID.offset()), san.u16(ZfcpDbfSan.PL_LEN.offset()), san.u64(ZfcpDbfSan.FSF_REQ_ID.offset()));
    }

    private static String scsi(Entry scsi) {
        return String.format("target %d LUN 0x%08x%08x, result 0x%08x, CDB %s, retries %d of %d, request %d",
                scsi.u32(ZfcpDbfScsi.SCSI_ID.offset()), scsi.u32(ZfcpDbfScsi.SCSI_LUN_64_HI.offset()),
                scsi.u32(ZfcpDbfScsi.SCSI_LUN.offset()), scsi.u32(ZfcpDbfScsi.SCSI_RESULT.offset()), cdb(scsi),
                scsi.u8(ZfcpDbfScsi.SCSI_RETRIES.offset()), scsi.u8(ZfcpDbfScsi.SCSI_ALLOWED.offset()),
                scsi.u64(ZfcpDbfScsi.FSF_REQ_ID.offset()));
    }

    private static String cdb(Entry scsi) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < DbfConstants.ZFCP_DBF_SCSI_OPCODE; i++) {
            hex.append(String.format("%02x", scsi.u8(ZfcpDbfScsi.SCSI_OPCODE.offset() + i)));
        }
        return hex.toString();
    }
}
