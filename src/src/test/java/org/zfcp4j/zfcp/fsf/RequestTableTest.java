// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.vectors.Hex;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.qdio.QdioHandlers;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * Every request that the C driver sent: the port sends it with the same inputs, and the channel sees the same SBALEs and
 * the same QTCB. Then it is left unanswered until its timer expires, dismissed, and nothing may be left of it.
 */
class RequestTableTest {
    @Test
    void requests() {
        forEachRow(RequestTableTest::request);
    }

    @Test
    void refusedByTheQueues() {
        forEachRow(RequestTableTest::refused);
    }

    @Test
    void answeredAlthoughTheSignalFailed() {
        forEachRow(RequestTableTest::answeredAlthoughTheSignalFailed);
    }

    @Test
    void answeredAfterTheSignalFailed() {
        forEachRow((bed, row) -> unsignalled(bed, row, true));
    }

    @Test
    void notAnsweredAfterTheSignalFailed() {
        forEachRow((bed, row) -> unsignalled(bed, row, false));
    }

    private static void forEachRow(BiConsumer<RequestBed, JsonObject> test) {
        List<Executable> checks = new ArrayList<>();
        for (JsonObject row : JsonLines.of("fsf-requests")) {
            checks.add(() -> {
                try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().endsWithMain(true))) {
                    kernel.runOrThrow(() -> test.accept(new RequestBed(new AdapterBed(kernel), row), row));
                }
            });
        }
        assertEquals(70, checks.size());
        assertAll(checks);
    }

    /** do_QDIO fails although the queues are up for the driver: the request is taken back, the adapter reopened. */
    private static void refused(RequestBed bed, JsonObject row) {
        long storageBefore = bed.bed.kernel.storage().allocated();
        int requestsBefore = bed.bed.module.fsfReqCache.outstanding();
        int seqNoBefore = bed.adapter.fsfReqSeqNo;
        bed.adapter.qdio.device.shutdown(QdioConstants.QDIO_FLAG_CLEANUP_USING_CLEAR);
        bed.bed.traced.clear();

        assertEquals(-Errno.EIO, bed.send(), row::toString);

        assertEquals(row.getLong("req_id", 0), bed.adapter.reqNo, row::toString);
        assertEquals(seqNoBefore, bed.adapter.fsfReqSeqNo, row::toString);
        assertEquals(row.getInt("sbal_first", -1), bed.adapter.qdio.reqQIdx, row::toString);
        assertEquals(List.of("fsrs__1"), bed.bed.area("rec").stream().map(AdapterBed.Traced::tag).toList());
        assertTrue(ReqLists.isEmpty(bed.adapter.reqList), row::toString);
        bed.assertNothingPending();
        assertEquals(requestsBefore, bed.bed.module.fsfReqCache.outstanding(), row::toString);
        assertEquals(storageBefore, bed.bed.kernel.storage().allocated(), row::toString);
    }

    /** The signal fails, but the channel took the request and answered it before do_QDIO returned: it counts as sent. */
    private static void answeredAlthoughTheSignalFailed(RequestBed bed, JsonObject row) {
        long storageBefore = bed.bed.kernel.storage().allocated();
        int requestsBefore = bed.bed.module.fsfReqCache.outstanding();
        int missingBefore = bed.adapter.statMiss.read();
        long reqId = row.getLong("req_id", 0);
        bed.bed.subchannel.setSigaWrite(Subchannel.CC_NOT_OPERATIONAL, () -> bed.answer(reqId));
        bed.bed.traced.clear();

        int rc = bed.send();

        // the waiter for the answer learns that there was none
        assertEquals(bed.waitsForTheAnswer() ? -Errno.EIO : 0, rc, row::toString);
        bed.bed.kernel.msleep(1);
        assertEquals(reqId + 1, bed.adapter.reqNo, row::toString);
        assertTrue(bed.bed.area("rec").stream().map(AdapterBed.Traced::tag).toList().contains("fsrs__1"), row::toString);
        assertTrue(ReqLists.isEmpty(bed.adapter.reqList), row::toString);
        assertEquals(row.getString("cmd", "").equals("STATUS_READ") ? missingBefore + 1 : missingBefore,
                bed.adapter.statMiss.read(), row::toString);
        bed.sent();
        assertEquals(1, bed.portReferences(), row::toString);
        assertEquals(requestsBefore, bed.bed.module.fsfReqCache.outstanding(), row::toString);
        assertEquals(storageBefore, bed.bed.kernel.storage().allocated(), row::toString);
    }

    /**
     * The signal fails, and the channel has the request all the same: nothing of it is freed or used again until it has fetched and
     * answered it, or until the queues are closed. Recovery does not wait for it.
     */
    private static void unsignalled(RequestBed bed, JsonObject row, boolean answers) {
        long storageBefore = bed.bed.kernel.storage().allocated();
        int requestsBefore = bed.bed.module.fsfReqCache.outstanding();
        int missingBefore = bed.adapter.statMiss.read();
        long reqId = row.getLong("req_id", 0);
        int sbals = row.getInt("sbal_count", 0);
        int first = row.getInt("sbal_first", -1);
        List<ErpAction> waiting = new ArrayList<>();
        bed.bed.subchannel.setSigaWrite(Subchannel.CC_NOT_OPERATIONAL, () -> {
            ErpAction action = ReqLists.find(bed.adapter.reqList, reqId).erpAction;
            if (action != null) {
                waiting.add(action);
                bed.adapter.erpRunningHead.addHead(action.list);
            }
        });
        bed.bed.traced.clear();

        assertEquals(0, bed.send(), row::toString);

        assertEquals(reqId + 1, bed.adapter.reqNo, row::toString);
        assertEquals((first + sbals) % QdioConstants.QDIO_MAX_BUFFERS_PER_Q, bed.adapter.qdio.reqQIdx, row::toString);
        assertEquals(List.of("fsrs__1"), bed.bed.area("rec").stream().map(AdapterBed.Traced::tag)
                .filter(tag -> tag.equals("fsrs__1")).toList(), row::toString);
        waiting.forEach(action -> assertEquals(ZfcpStatus.ZFCP_STATUS_ERP_TIMEDOUT, action.status, row::toString));
        FsfReq req = ReqLists.find(bed.adapter.reqList, reqId);
        assertNotNull(req, row::toString);
        for (var sbale : row.get("sbales").asArray()) {
            sbale(bed, req, sbale.asArray(), row);
        }
        if (row.get("qtcb") != null) {
            assertEquals(JsonLines.cut(row.getString("qtcb", "")), JsonLines.cut(Memory.hex(req.qtcb, FsfQtcb.SIZE)),
                    row::toString);
        }
        assertEquals(QdioConstants.QDIO_MAX_BUFFERS_PER_Q - sbals, bed.adapter.qdio.reqQFree.read(), row::toString);
        if (answers) {
            QdioHandlers.intReq(bed.adapter.qdio, 0, 0, first, sbals);
            assertEquals(QdioConstants.QDIO_MAX_BUFFERS_PER_Q, bed.adapter.qdio.reqQFree.read(), row::toString);
            bed.answer(reqId);
        }
        QdioConnection.close(bed.adapter.qdio);
        FsfCompletion.reqDismissAll(bed.adapter);
        bed.bed.kernel.msleep(1);
        bed.sent();
        assertTrue(ReqLists.isEmpty(bed.adapter.reqList), row::toString);
        assertEquals(answers && row.getString("cmd", "").equals("STATUS_READ") ? missingBefore + 1 : missingBefore,
                bed.adapter.statMiss.read(), row::toString);
        assertEquals(1, bed.portReferences(), row::toString);
        assertEquals(requestsBefore, bed.bed.module.fsfReqCache.outstanding(), row::toString);
        assertEquals(storageBefore, bed.bed.kernel.storage().allocated(), row::toString);
    }

    private static void request(RequestBed bed, JsonObject row) {
        long storageBefore = bed.bed.kernel.storage().allocated();
        int requestsBefore = bed.bed.module.fsfReqCache.outstanding();
        long reqId = row.getLong("req_id", 0);

        assertEquals(0, bed.send(), row::toString);

        assertEquals(reqId + 1, bed.adapter.reqNo, row::toString);
        FsfReq req = ReqLists.find(bed.adapter.reqList, reqId);
        assertNotNull(req, row::toString);
        assertEquals(row.getInt("sbal_count", 0), req.sbalNumber, row::toString);
        for (var sbale : row.get("sbales").asArray()) {
            sbale(bed, req, sbale.asArray(), row);
        }
        if (row.get("qtcb") != null) {
            assertEquals(JsonLines.cut(row.getString("qtcb", "")), JsonLines.cut(Memory.hex(req.qtcb, FsfQtcb.SIZE)),
                    row::toString);
        }
        timer(bed, req, row);

        QdioConnection.close(bed.adapter.qdio);
        FsfCompletion.reqDismissAll(bed.adapter);
        bed.bed.kernel.msleep(1);
        bed.sent();
        assertTrue(ReqLists.isEmpty(bed.adapter.reqList));
        assertEquals(requestsBefore, bed.bed.module.fsfReqCache.outstanding(), row::toString);
        assertEquals(storageBefore, bed.bed.kernel.storage().allocated(), row::toString);
    }

    private static void sbale(RequestBed bed, FsfReq req, JsonArray recorded, JsonObject row) {
        long sbale = QdioBuffer.ELEMENT.at(bed.adapter.qdio.reqQ[recorded.get(0).asInt()], recorded.get(1).asInt());
        String expected = String.format("0x%02x %d 0x%02x %d", Hex.parse(recorded.get(2).asString()),
                recorded.get(3).asInt(), Hex.parse(recorded.get(4).asString()), recorded.get(5).asInt());
        String actual = String.format("0x%02x %d 0x%02x %d", QdioBufferElement.EFLAGS.get(sbale),
                QdioBufferElement.SCOUNT.get(sbale), QdioBufferElement.SFLAGS.get(sbale), QdioBufferElement.LENGTH.get(sbale));
        assertEquals(expected, actual, () -> recorded + " of " + row);
        assertEquals(bed.address(req, recorded.get(6).asString()), QdioBufferElement.ADDR.get(sbale),
                () -> recorded + " of " + row);
    }

    private static void timer(RequestBed bed, FsfReq req, JsonObject row) {
        int timeout = row.getInt("timer_ms", 0);
        assertEquals(timeout != 0, req.timer.isPending(), row::toString);
        if (timeout == 0) {
            return;
        }
        if (req.erpAction != null) {
            bed.adapter.erpRunningHead.addHead(req.erpAction.list);
        }
        bed.bed.traced.clear();
        bed.bed.kernel.msleep(timeout - 1);
        assertTrue(req.timer.isPending(), row::toString);
        bed.bed.kernel.msleep(2);
        assertFalse(req.timer.isPending(), row::toString);
        String recovery = String.join(" ", bed.bed.area("rec").stream().map(AdapterBed.Traced::tag).toList());
        assertEquals(req.erpAction == null ? "fsrth_1" : "erardy1 erardy2", recovery, row::toString);
        if (req.erpAction != null) {
            assertEquals(ZfcpStatus.ZFCP_STATUS_ERP_TIMEDOUT, req.erpAction.status);
        }
    }
}
