// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.zfcp.bed.JsonLines.cut;
import static org.zfcp4j.zfcp.bed.JsonLines.number;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcpCmnd;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;

/**
 * Trace records of recordings of the C driver, made again from what the same recordings say about the request: area,
 * level, tag and every byte, with the payload records that go with them.
 */
class RecordedTraceTest {
    /** What one recording tells, by adapter and request id. */
    private static final class Recording {
        final Map<String, JsonObject> sent = new HashMap<>();
        final Map<String, JsonObject> answered = new HashMap<>();
        final Map<String, JsonObject> consumed = new HashMap<>();
        final List<JsonObject> lines = new ArrayList<>();
        /** Calls of queuecommand. */
        final List<JsonObject> commands = new ArrayList<>();
    }

    private static List<Recording> recordings() {
        List<Recording> all = new ArrayList<>();
        for (JsonObject line : JsonLines.of("trace_records")) {
            String event = line.getString("ev", "");
            if (event.equals("meta")) {
                all.add(new Recording());
                continue;
            }
            Recording recording = all.getLast();
            switch (event) {
                case "req" -> recording.sent.put(key(line), line);
                case "resp" -> recording.answered.put(key(line), line);
                case "srb" -> recording.consumed.put(key(line), line);
                case "scsi" -> recording.commands.add(line);
                default -> recording.lines.add(line);
            }
        }
        return all;
    }

    private static String key(JsonObject line) {
        return line.get("a") + "/" + line.get("req_id");
    }

    private int compared;

    @Test
    void recordsOfTheRecordingsAreMadeAgainByteByByte() {
        AdapterBed.run(bed -> {
            for (Recording recording : recordings()) {
                List<JsonObject> payload = new ArrayList<>();
                for (JsonObject line : recording.lines) {
                    if (line.getString("area", "").equals("pay")) {
                        payload.add(line);
                    } else {
                        replay(bed, recording, line, payload);
                        payload.clear();
                    }
                }
            }
        });
        assertTrue(compared > 900, () -> "only " + compared + " records compared");
    }

    private void replay(AdapterBed bed, Recording recording, JsonObject line, List<JsonObject> payload) {
        bed.traced.clear();
        boolean known = switch (line.getString("area", "")) {
            case "hba" -> replayHba(bed, recording, line);
            case "san" -> replaySan(bed, recording, line);
            case "scsi" -> replayScsi(bed, recording, line);
            default -> false;
        };
        if (!known) {
            return;
        }
        String where = line.toString();
        List<AdapterBed.Traced> pay = bed.area("pay");
        assertEquals(payload.size(), pay.size(), where);
        for (int i = 0; i < pay.size(); i++) {
            byte[] record = pay.get(i).record();
            assertEquals(payload.get(i).getString("tag", ""), pay.get(i).tag(), where);
            assertEquals(number(payload.get(i), "counter"), record[0] & 0xff, where);
            assertEquals(number(payload.get(i), "data_len"), record.length - 16, where);
            String hex = HexFormat.of().formatHex(record);
            assertEquals(payload.get(i).getString("data", ""), cut(hex.substring(32)), where);
        }
        AdapterBed.Traced last = bed.traced.getLast();
        assertEquals(pay.size() + 1, bed.traced.size(), where);
        assertEquals(line.getString("area", ""), last.area(), where);
        assertEquals(line.getInt("level", -1), last.level(), where);
        assertEquals(cut(line.getString("raw", "")), cut(last.record()), where);
        compared++;
    }

    private static FsfReq request(AdapterBed bed, JsonObject line) {
        FsfReq req = bed.module.fsfReqCache.alloc();
        req.adapter = bed.adapter;
        req.reqId = number(line, "req_id");
        return req;
    }

    /** With the QTCB as it was when the driver evaluated it. */
    private static void giveQtcb(AdapterBed bed, Recording recording, JsonObject line, FsfReq req) {
        JsonObject sent = recording.sent.get(key(line));
        JsonObject answered = recording.answered.get(key(line));
        // An answer that the driver did not wait for is recorded later than the dismissal.
        boolean late = answered == null || answered.getInt("n", 0) > line.getInt("n", 0);
        req.qtcb = bed.module.qtcbCache.alloc();
        JsonLines.put(req.qtcb, FsfQtcb.SIZE, (late ? sent : answered).getString("qtcb", ""));
        req.issued = number(sent, "t") * 1000 << 12;
    }

    private boolean replayHba(AdapterBed bed, Recording recording, JsonObject line) {
        FsfReq req = request(bed, line);
        switch (line.getInt("id", 0)) {
            case 1 -> {
                req.status = (int) number(line, "req_status");
                giveQtcb(bed, recording, line, req);
                DbfHba.hbaFsfResponse(req);
                bed.module.qtcbCache.free(req.qtcb);
            }
            case 2, 3 -> {
                req.status = (int) number(line, "req_status");
                giveSrb(bed, recording, line, req);
                if (line.getInt("id", 0) == 2) {
                    DbfHba.hbaFsfUss(line.getString("tag", ""), req);
                } else {
                    DbfHba.hbaBitErr(line.getString("tag", ""), req);
                }
                bed.module.pageCache.free(req.srb);
            }
            default -> DbfHba.hbaBasic(line.getString("tag", ""), bed.adapter);
        }
        return true;
    }

    private static void giveSrb(AdapterBed bed, Recording recording, JsonObject line, FsfReq req) {
        JsonObject consumed = recording.consumed.get(key(line));
        req.srb = bed.module.pageCache.alloc();
        JsonLines.put(req.srb, 4096, consumed == null ? "" : consumed.getString("data", ""));
    }

    private boolean replaySan(AdapterBed bed, Recording recording, JsonObject line) {
        String tag = line.getString("tag", "");
        FsfReq req = request(bed, line);
        if (line.getInt("id", 0) == 3) {
            giveSrb(bed, recording, line, req);
            DbfSan.sanInEls(tag, req);
            bed.module.pageCache.free(req.srb);
            return true;
        }
        JsonObject sent = recording.sent.get(key(line));
        JsonObject answered = recording.answered.get(key(line));
        if (sent == null || line.getInt("id", 0) == 2 && answered.get("data") == null) {
            return false;
        }
        CtEls ctEls = new CtEls();
        ctEls.dId = (int) number(line, "d_id");
        ctEls.req = list(bed, sent, "ctreq", sent.getString("payload", ""));
        ctEls.resp = list(bed, sent, "ctrsp", answered == null ? "" : answered.getString("data", ""));
        req.data = ctEls;
        if (line.getInt("id", 0) == 1) {
            DbfSan.sanReq(tag, req, ctEls.dId);
        } else {
            DbfSan.sanRes(tag, req);
        }
        bed.kernel.storage().free(ctEls.req.address(0));
        bed.kernel.storage().free(ctEls.resp.address(0));
        return true;
    }

    /** Memory with the given content, in pieces as the request's SBALEs describe it. */
    private static ScatterList list(AdapterBed bed, JsonObject sent, String what, String content) {
        List<Integer> lengths = new ArrayList<>();
        int total = 0;
        for (JsonValue value : sent.get("sbales").asArray()) {
            JsonArray sbale = value.asArray();
            if (sbale.get(6).asString().startsWith(what + "+")) {
                lengths.add(sbale.get(5).asInt());
                total += sbale.get(5).asInt();
            }
        }
        long address = bed.kernel.storage().zalloc(total, 4096);
        JsonLines.put(address, total, content);
        ScatterList list = new ScatterList(lengths.size());
        int offset = 0;
        for (int i = 0; i < lengths.size(); i++) {
            list.set(i, address + offset, lengths.get(i));
            offset += lengths.get(i);
        }
        return list;
    }

    private boolean replayScsi(AdapterBed bed, Recording recording, JsonObject line) {
        String tag = line.getString("tag", "");
        int scsiId = (int) number(line, "scsi_id");
        if (scsiId == -1) {
            DbfScsi.scsiEh(tag, bed.adapter, scsiId, (int) number(line, "result"));
            return true;
        }
        Subject subject = subjectOf(recording, line);
        Port port = new Port(bed.adapter, 0, 0);
        ScsiDevice sdev = bed.device(port, scsiId, subject.lun());
        ScsiCmnd scmd = new ScsiCmnd(sdev, subject.cdb(), 0, null, c -> { });
        scmd.result = (int) number(line, "result");
        scmd.retries = line.getInt("retries", 0);
        scmd.allowed = line.getInt("allowed", 0);
        scmd.hostScribble = number(line, "host_scribble");
        FsfReq req = null;
        if (line.getInt("req_id", 0) != 0) {
            req = request(bed, line);
            giveQtcb(bed, recording, line, req);
        }
        switch (tag.substring(0, 3)) {
            case "rsl" -> {
                if (req == null) {
                    DbfScsi.scsiFailSend(scmd);
                } else {
                    DbfScsi.scsiResult(scmd, req);
                }
            }
            case "scf" -> DbfScsi.scsiNullcmnd(scmd, req);
            case "abr" -> DbfScsi.scsiAbort(tag, scmd, req);
            case "lr_" -> DbfScsi.scsiDevreset(tag.substring(3), sdev, FcConstants.FCP_TMF_LUN_RESET, req);
            default -> DbfScsi.scsiDevreset(tag.substring(3), sdev, FcConstants.FCP_TMF_TGT_RESET, req);
        }
        if (req != null) {
            bed.module.qtcbCache.free(req.qtcb);
        }
        return true;
    }

    /** LUN and CDB that a record is about. */
    private record Subject(long lun, byte[] cdb) {
    }

    /** From the FCP command IU that was sent; of a command that was not sent, from the call of the midlayer before. */
    private static Subject subjectOf(Recording recording, JsonObject line) {
        long scribble = number(line, "host_scribble");
        long reqId = scribble == -1 ? number(line, "req_id") : scribble;
        JsonObject sent = recording.sent.get(line.get("a") + "/" + reqId);
        if (sent != null) {
            byte[] qtcb = Arrays.copyOf(HexFormat.of().parseHex(sent.getString("qtcb", "")), FsfQtcb.SIZE);
            int iu = (int) (FsfQtcb.BOTTOM.offset() + FsfQtcbBottomIo.FCP_CMND_IU.offset());
            int cdb = iu + (int) FcpCmnd.FC_CDB.offset();
            return new Subject(FcpLun.toScsiLun(ByteBuffer.wrap(qtcb).getLong(iu)), Arrays.copyOfRange(qtcb, cdb, cdb + 16));
        }
        JsonObject found = recording.commands.stream()
                .filter(command -> command.getInt("n", 0) < line.getInt("n", 0)).reduce((a, b) -> b).orElseThrow();
        return new Subject(number(found, "lun"), HexFormat.of().parseHex(found.getString("cdb", "")));
    }
}
