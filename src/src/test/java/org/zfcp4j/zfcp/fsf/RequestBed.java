// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_AC2_MULTI_BUFFER_ENABLED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.kernel.StoragePool;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcpCmnd;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.DiagAdapter;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.WkaPort;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.qdio.QdioSetup;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** An adapter whose queues are open, about to send a request that was recorded, with inputs taken from the recording. */
final class RequestBed {
    private static final int CT_BUFFER = 4 * 4096;
    /** Of data that nobody reads. */
    private static final long DATA = 0x4_0000_0000L;
    private static final long PROT = 0x5_0000_0000L;

    final AdapterBed bed;
    final Adapter adapter;
    private final JsonObject row;
    private final String command;
    private final long ctRequest;
    private final long ctResponse;
    /** The recorded QTCB. */
    private final long recorded;
    private final Port port;
    private final ScsiDevice sdev;
    private int result;
    private FsfReq waiting;

    RequestBed(AdapterBed bed, JsonObject row) {
        this.bed = bed;
        this.adapter = bed.adapter;
        this.row = row;
        this.command = row.getString("cmd", null);
        Kernel kernel = bed.kernel;
        ctRequest = kernel.storage().zalloc(CT_BUFFER, 4096);
        ctResponse = kernel.storage().zalloc(CT_BUFFER, 4096);
        recorded = kernel.storage().alloc(FsfQtcb.SIZE, 2048);
        JsonLines.put(recorded, FsfQtcb.SIZE, row.getString("qtcb", ""));

        adapter.reqList = ReqLists.alloc(kernel);
        adapter.diagnostics = new DiagAdapter(kernel, FsfQtcbBottom.SIZE);
        adapter.pool.erpReq = Mempool.create(kernel, "erp_req", 1, bed.module.fsfReqCache);
        adapter.pool.scsiReq = Mempool.create(kernel, "scsi_req", 1, bed.module.fsfReqCache);
        adapter.pool.scsiAbort = Mempool.create(kernel, "scsi_abort", 1, bed.module.fsfReqCache);
        adapter.pool.statusReadReq = Mempool.create(kernel, "status_read_req", 1, bed.module.fsfReqCache);
        adapter.pool.qtcbPool = StoragePool.create(kernel, "qtcb_pool", 1, bed.module.qtcbCache);
        adapter.pool.srData = StoragePool.create(kernel, "sr_data", 1, bed.module.pageCache);
        adapter.adapterFeatures = FSF_FEATURE_HBAAPI_MANAGEMENT;
        if (row.getInt("sbal_count", 0) > 1) {
            adapter.adapterFeatures |= FSF_FEATURE_ELS_CT_CHAINED_SBALS;
        }
        boolean ctOrEls = command.startsWith("SEND");
        if (ctOrEls && row.get("sbales").asArray().get(0).asArray().get(5).asInt() == 0) {
            bed.subchannel.qdioac2 &= ~CHSC_AC2_MULTI_BUFFER_ENABLED;
        }
        port = bed.port(0x500507630300c562L, support(FsfQtcbBottomSupport.D_ID::get));
        port.handle = FsfQtcbHeader.PORT_HANDLE.get(FsfQtcb.HEADER.at(recorded));
        sdev = bed.device(port, 0, FcpLun.toScsiLun(command.equals("OPEN_LUN")
                ? FsfQtcbBottomSupport.FCP_LUN.get(FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(recorded)))
                : Memory.getLong(FcpCmnd.FC_LUN.at(iu()))));
        ScsiDev.of(sdev).lunHandle = FsfQtcbHeader.LUN_HANDLE.get(FsfQtcb.HEADER.at(recorded));
        ScsiDev.of(sdev).status.set(ZFCP_STATUS_COMMON_UNBLOCKED);
        adapter.connectionFeatures = support(FsfQtcbBottomSupport.OPTION::get) == 0 ? FSF_FEATURE_NPIV_MODE : 0;

        assertEquals(0, QdioSetup.setup(adapter));
        ZfcpQdio qdio = adapter.qdio;
        assertEquals(0, QdioConnection.open(qdio));
        qdio.reqQIdx = row.getInt("sbal_first", -1);
        adapter.reqNo = row.getLong("req_id", -1);
        adapter.fsfReqSeqNo = FsfQtcbPrefix.REQ_SEQ_NO.get(FsfQtcb.PREFIX.at(recorded));
    }

    private interface SupportField {
        int of(long support);
    }

    private int support(SupportField field) {
        return field.of(FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(recorded)));
    }

    private long iu() {
        return FsfQtcbBottomIo.FCP_CMND_IU.at(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(recorded)));
    }

    /** What an address of the recording stands for. */
    long address(FsfReq req, String symbol) {
        if (symbol.equals("req_id")) {
            return req.reqId;
        }
        if (symbol.equals("qtcb")) {
            return req.qtcb;
        }
        if (symbol.startsWith("srb#")) {
            return req.srb;
        }
        if (symbol.equals("0")) {
            return 0;
        }
        long offset = Long.parseLong(symbol.substring(symbol.indexOf('+') + 1));
        return offset + switch (symbol.substring(0, symbol.indexOf('+'))) {
            case "ctreq" -> ctRequest;
            case "ctrsp" -> ctResponse;
            case "data" -> DATA;
            case "prot" -> PROT;
            default -> throw new AssertionError(symbol);
        };
    }

    private ScatterList entries(String symbol, long base) {
        List<JsonArray> entries = new ArrayList<>();
        for (JsonValue sbale : row.get("sbales").asArray()) {
            if (sbale.asArray().get(6).asString().startsWith(symbol + "+")) {
                entries.add(sbale.asArray());
            }
        }
        if (entries.isEmpty()) {
            return null;
        }
        ScatterList list = new ScatterList(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            String name = entries.get(i).get(6).asString();
            list.set(i, base + Long.parseLong(name.substring(name.indexOf('+') + 1)), entries.get(i).get(5).asInt());
        }
        return list;
    }

    private CtEls ctEls() {
        CtEls ctEls = new CtEls();
        ctEls.req = entries("ctreq", ctRequest);
        ctEls.resp = entries("ctrsp", ctResponse);
        return ctEls;
    }

    private ScsiCmnd scsiCommand() {
        int dataDirection = FsfQtcbBottomIo.DATA_DIRECTION.get(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(recorded)));
        boolean write = dataDirection == FSF_DATADIR_WRITE || dataDirection == FSF_DATADIR_DIF_WRITE_INSERT
                || dataDirection == FSF_DATADIR_DIF_WRITE_CONVERT;
        int direction = dataDirection == FSF_DATADIR_CMND ? ScsiConstants.DMA_NONE
                : write ? ScsiConstants.DMA_TO_DEVICE : ScsiConstants.DMA_FROM_DEVICE;
        ScsiCmnd scsi = new ScsiCmnd(sdev, Memory.bytes(FcpCmnd.FC_CDB.at(iu()), 16), direction, entries("data", DATA),
                command -> { });
        scsi.prot = entries("prot", PROT);
        scsi.protOp = switch (dataDirection) {
            case FSF_DATADIR_DIF_WRITE_INSERT -> ScsiConstants.SCSI_PROT_WRITE_INSERT;
            case FSF_DATADIR_DIF_READ_STRIP -> ScsiConstants.SCSI_PROT_READ_STRIP;
            case FSF_DATADIR_DIF_WRITE_CONVERT -> ScsiConstants.SCSI_PROT_WRITE_PASS;
            case FSF_DATADIR_DIF_READ_CONVERT -> ScsiConstants.SCSI_PROT_READ_PASS;
            default -> ScsiConstants.SCSI_PROT_NORMAL;
        };
        if (scsi.protOp != ScsiConstants.SCSI_PROT_NORMAL) {
            scsi.protType = ScsiConstants.SCSI_PROT_DIF_TYPE1;
            scsi.lba = Integer.toUnsignedLong(
                    FsfQtcbBottomIo.REF_TAG_VALUE.get(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(recorded)))) | 0x7L << 32;
        }
        return scsi;
    }

    /** Sends it: 0 or a negative errno; {@code -EIO} also for a sender that returns null. */
    int send() {
        boolean outsideRecovery = row.getInt("timer_ms", 0) == FsfReqs.ZFCP_FSF_REQUEST_TIMEOUT;
        return switch (command) {
            case "STATUS_READ" -> StatusRead.statusRead(adapter.qdio);
            case "EXCHANGE_CONFIG_DATA" -> ExchangeConfigData.exchangeConfigData(adapter.erpAction);
            case "EXCHANGE_PORT_DATA" -> outsideRecovery
                    ? exchangePortDataSync() : ExchangePortData.exchangePortData(adapter.erpAction);
            case "OPEN_PORT" -> outsideRecovery
                    ? OpenWkaPort.openWkaPort(wkaPort()) : OpenPort.openPort(port.erpAction);
            case "CLOSE_PORT" -> outsideRecovery
                    ? CloseWkaPort.closeWkaPort(wkaPort()) : ClosePort.closePort(port.erpAction);
            case "CLOSE_PHYSICAL_PORT" -> ClosePhysicalPort.closePhysicalPort(port.erpAction);
            case "OPEN_LUN" -> OpenLun.openLun(ScsiDev.of(sdev).erpAction);
            case "CLOSE_LUN" -> CloseLun.closeLun(ScsiDev.of(sdev).erpAction);
            case "SEND_GENERIC" -> SendCt.sendCt(wkaPort(), ctEls(), null, 20);
            case "SEND_ELS" -> SendEls.sendEls(adapter, port.dId, ctEls(), 20);
            case "ABORT_FCP_CMND" -> {
                ScsiCmnd aborted = scsiCommand();
                aborted.hostScribble = FsfQtcbBottomSupport.REQ_HANDLE.get(FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(recorded)));
                waiting = AbortFcpCmnd.abortFcpCmnd(aborted);
                yield waiting == null ? -Errno.EIO : 0;
            }
            case "FCP_CMND" -> {
                if (row.getInt("timer_ms", 0) == FsfReqs.ZFCP_FSF_SCSI_ER_TIMEOUT) {
                    waiting = FcpTaskMgmt.fcpTaskMgmt(sdev, FcpCmnd.FC_TM_FLAGS.get(iu()));
                    yield waiting == null ? -Errno.EIO : 0;
                }
                ScsiCmnd scsi = scsiCommand();
                int rc = org.zfcp4j.zfcp.fsf.FcpCmnd.fcpCmnd(scsi);
                boolean pending = ReqLists.find(adapter.reqList, row.getLong("req_id", 0)) != null;
                assertEquals(pending ? row.getLong("req_id", 0) : 0, scsi.hostScribble);
                yield rc;
            }
            default -> throw new AssertionError(command);
        };
    }

    /** Sends a command that reads {@code segments} pages: 0 or a negative errno. */
    int read(int segments) {
        ScatterList data = new ScatterList(segments);
        for (int i = 0; i < segments; i++) {
            data.set(i, DATA + i * 4096L, 4096);
        }
        return org.zfcp4j.zfcp.fsf.FcpCmnd.fcpCmnd(
                new ScsiCmnd(sdev, new byte[16], ScsiConstants.DMA_FROM_DEVICE, data, command -> { }));
    }

    /** On a thread of its own, which waits for the answer. */
    private int exchangePortDataSync() {
        result = 0;
        bed.kernel.kthreadRun("reader", thread -> result = ExchangePortData.exchangePortDataSync(adapter.qdio, null));
        bed.kernel.msleep(0);
        return result;
    }

    private WkaPort wkaPort() {
        WkaPort wkaPort = new WkaPort(adapter, port.dId, work -> { });
        wkaPort.handle = port.handle;
        return wkaPort;
    }

    /** What the response queue's tasklet does for an answer: that the host connection is not ready, or what an SRB stands for. */
    void answer(long reqId) {
        FsfReq req = ReqLists.findRm(adapter.reqList, reqId);
        if (req.isStatusReadBuffer()) {
            FsfStatusReadBuffer.STATUS_TYPE.set(req.srb, FSF_STATUS_READ_SENSE_DATA_AVAIL);
        } else {
            FsfQtcbPrefix.PROT_STATUS.set(FsfQtcb.PREFIX.at(req.qtcb), FSF_PROT_HOST_CONNECTION_INITIALIZING);
        }
        FsfCompletion.reqComplete(req);
    }

    /** Whether the sender returns only with the answer. */
    boolean waitsForTheAnswer() {
        return command.equals("EXCHANGE_PORT_DATA") && row.getInt("timer_ms", 0) == FsfReqs.ZFCP_FSF_REQUEST_TIMEOUT;
    }

    int portReferences() {
        return port.dev.references();
    }

    /** No action may wait for a request that was not sent, and no reference may be held for it. */
    void assertNothingPending() {
        assertEquals(0, adapter.erpAction.fsfReqId);
        assertEquals(0, port.erpAction.fsfReqId);
        assertEquals(0, ScsiDev.of(sdev).erpAction.fsfReqId);
        assertEquals(1, port.dev.references());
    }

    /** After the dismissal: whoever waited for the request has gone on. */
    void sent() {
        if (waiting != null) {
            waiting.completion.waitForCompletion();
            FsfReqs.reqFree(waiting);
        }
        if (waitsForTheAnswer()) {
            assertEquals(-Errno.EIO, result);
        }
    }
}
