// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaRes;
import org.zfcp4j.layout.dbf.ZfcpDbfHbaUss;
import org.zfcp4j.layout.dbf.ZfcpDbfPay;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecRunning;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;

/** Trace records as events: their key fields, and their bytes. */
final class TraceEvents implements DebugArea.Sink {
    private static final int TAG_LENGTH = 7;
    /** Payload whose content is addresses of the machine. */
    private static final String DEFERRED_ERROR = "def_err";

    private final ReplayWorld world;

    TraceEvents(ReplayWorld world) {
        this.world = world;
    }

    @Override
    public void event(DebugArea area, int level, long tod, byte[] record, int length) {
        // zfcp_BUSID_rec and so on
        int underscore = area.name().lastIndexOf('_');
        String kind = area.name().substring(underscore + 1);
        int index = world.indexOf(area.name().substring("zfcp_".length(), underscore));
        JsonObject event = world.recorder().event("dbf", index).add("area", kind).add("level", level);
        Bytes bytes = new Bytes(ByteBuffer.wrap(record, 0, length));
        switch (kind) {
            case "rec" -> rec(event, bytes);
            case "hba" -> hba(event, bytes);
            case "san" -> san(event, bytes);
            case "scsi" -> scsi(event, bytes);
            default -> pay(event, bytes, length);
        }
        if (!kind.equals("rec") && !kind.equals("pay")) {
            event.add("raw", HexFormat.of().formatHex(record, 0, length));
        }
        world.recorder().emit(event);
    }

    /** Big-endian access to a record by the offsets of its layout. */
    private record Bytes(ByteBuffer data) {
        int u8(long offset) {
            return data.get((int) offset) & 0xff;
        }

        int u16(long offset) {
            return data.getShort((int) offset) & 0xffff;
        }

        int u32(long offset) {
            return data.getInt((int) offset);
        }

        long u64(long offset) {
            return data.getLong((int) offset);
        }

        /** The characters before the first zero byte. */
        String tag(long offset) {
            int end = (int) offset;
            while (end < offset + TAG_LENGTH && data.get(end) != 0) {
                end++;
            }
            return new String(data.array(), (int) offset, end - (int) offset, StandardCharsets.US_ASCII);
        }
    }

    private static JsonValue unsigned(long value) {
        return value >= 0 ? Json.value(value) : Json.parse(Long.toUnsignedString(value));
    }

    private static JsonValue unsigned(int value) {
        return Json.value(value & 0xffff_ffffL);
    }

    private static void rec(JsonObject event, Bytes rec) {
        event.add("tag", rec.tag(ZfcpDbfRec.TAG.offset()));
        if (rec.u8(ZfcpDbfRec.ID.offset()) == DbfConstants.ZFCP_DBF_REC_TRIG) {
            long trig = ZfcpDbfRec.TRIG.offset();
            event.add("id", "TRIG").add("want", Hex.of(rec.u8(trig + ZfcpDbfRecTrigger.WANT.offset()), 2))
                .add("need", Hex.of(rec.u8(trig + ZfcpDbfRecTrigger.NEED.offset()), 2))
                .add("ready", unsigned(rec.u32(trig + ZfcpDbfRecTrigger.READY.offset())))
                .add("running", unsigned(rec.u32(trig + ZfcpDbfRecTrigger.RUNNING.offset())));
        } else {
            long run = ZfcpDbfRec.RUN.offset();
            event.add("id", "RUN").add("req_id", unsigned(rec.u64(run + ZfcpDbfRecRunning.FSF_REQ_ID.offset())))
                .add("rec_status", Hex.word(rec.u32(run + ZfcpDbfRecRunning.REC_STATUS.offset())))
                .add("step", Hex.of(rec.u16(run + ZfcpDbfRecRunning.REC_STEP.offset()), 4))
                .add("action", Hex.of(rec.u8(run + ZfcpDbfRecRunning.REC_ACTION.offset()), 2))
                .add("count", rec.u8(run + ZfcpDbfRecRunning.REC_COUNT.offset()));
        }
        event.add("lun", Hex.name(rec.u64(ZfcpDbfRec.LUN.offset()))).add("wwpn", Hex.name(rec.u64(ZfcpDbfRec.WWPN.offset())))
            .add("d_id", Hex.of(rec.u32(ZfcpDbfRec.D_ID.offset()) & 0xffff_ffffL, 6))
            .add("adapter_status", Hex.word(rec.u32(ZfcpDbfRec.ADAPTER_STATUS.offset())))
            .add("port_status", Hex.word(rec.u32(ZfcpDbfRec.PORT_STATUS.offset())))
            .add("lun_status", Hex.word(rec.u32(ZfcpDbfRec.LUN_STATUS.offset())));
    }

    private static void hba(JsonObject event, Bytes hba) {
        int id = hba.u8(ZfcpDbfHba.ID.offset());
        event.add("tag", hba.tag(ZfcpDbfHba.TAG.offset())).add("id", id)
            .add("req_id", unsigned(hba.u64(ZfcpDbfHba.FSF_REQ_ID.offset())))
            .add("req_status", Hex.word(hba.u32(ZfcpDbfHba.FSF_REQ_STATUS.offset())))
            .add("cmd", Hex.of(hba.u32(ZfcpDbfHba.FSF_CMD.offset()) & 0xffff_ffffL))
            .add("seq_no", unsigned(hba.u32(ZfcpDbfHba.FSF_SEQ_NO.offset())))
            .add("pl_len", hba.u16(ZfcpDbfHba.PL_LEN.offset()));
        if (id == DbfConstants.ZFCP_DBF_HBA_RES) {
            long res = ZfcpDbfHba.RES.offset();
            event.add("prot_status", Hex.word(hba.u32(res + ZfcpDbfHbaRes.PROT_STATUS.offset())))
                .add("fsf_status", Hex.word(hba.u32(res + ZfcpDbfHbaRes.FSF_STATUS.offset())));
        } else if (id == DbfConstants.ZFCP_DBF_HBA_USS) {
            long uss = ZfcpDbfHba.USS.offset();
            event.add("status_type", Hex.word(hba.u32(uss + ZfcpDbfHbaUss.STATUS_TYPE.offset())))
                .add("status_subtype", Hex.word(hba.u32(uss + ZfcpDbfHbaUss.STATUS_SUBTYPE.offset())));
        }
    }

    private static void san(JsonObject event, Bytes san) {
        event.add("tag", san.tag(ZfcpDbfSan.TAG.offset())).add("id", san.u8(ZfcpDbfSan.ID.offset()))
            .add("req_id", unsigned(san.u64(ZfcpDbfSan.FSF_REQ_ID.offset())))
            .add("d_id", Hex.of(san.u32(ZfcpDbfSan.D_ID.offset()) & 0xffff_ffffL, 6))
            .add("pl_len", san.u16(ZfcpDbfSan.PL_LEN.offset()));
    }

    private static void scsi(JsonObject event, Bytes scsi) {
        event.add("tag", scsi.tag(ZfcpDbfScsi.TAG.offset()))
            .add("req_id", unsigned(scsi.u64(ZfcpDbfScsi.FSF_REQ_ID.offset())))
            .add("result", Hex.word(scsi.u32(ZfcpDbfScsi.SCSI_RESULT.offset())))
            .add("retries", scsi.u8(ZfcpDbfScsi.SCSI_RETRIES.offset()))
            .add("allowed", scsi.u8(ZfcpDbfScsi.SCSI_ALLOWED.offset()))
            .add("scsi_id", unsigned(scsi.u32(ZfcpDbfScsi.SCSI_ID.offset())))
            .add("rsp_info", scsi.u8(ZfcpDbfScsi.FCP_RSP_INFO.offset()))
            .add("host_scribble", unsigned(scsi.u64(ZfcpDbfScsi.HOST_SCRIBBLE.offset())))
            .add("pl_len", scsi.u16(ZfcpDbfScsi.PL_LEN.offset()));
    }

    private static void pay(JsonObject event, Bytes pay, int length) {
        int data = (int) ZfcpDbfPay.DATA.offset();
        String tag = pay.tag(ZfcpDbfPay.AREA.offset());
        event.add("tag", tag).add("counter", pay.u8(ZfcpDbfPay.COUNTER.offset()))
            .add("req_id", unsigned(pay.u64(ZfcpDbfPay.FSF_REQ_ID.offset()))).add("data_len", length - data);
        if (!tag.equals(DEFERRED_ERROR)) {
            event.add("data", Hex.dump(Arrays.copyOfRange(pay.data().array(), data, length)));
        }
    }
}
