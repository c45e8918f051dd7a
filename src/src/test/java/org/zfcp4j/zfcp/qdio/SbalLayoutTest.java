// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_EFLAGS_LAST_ENTRY;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_READ;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_WRITE;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.def.QdioReq;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/** SBALs of SCSI commands of 0 to 578 segments, as the C driver filled them: a table of recordings. */
class SbalLayoutTest {
    private static final long QTCB = 0x10000;
    private static final long DATA = 0x100000;
    /** What queuecommand returned for a request that did not fit. */
    private static final int HOST_BUSY = 4181;

    private int start;

    @Test
    void requestsAreLaidOutAsTheDriverDoes() {
        List<JsonObject> table = JsonLines.of("sbal_layout");
        assertTrue(table.size() > 1000);
        AdapterBed.run(bed -> {
            assertEquals(0, QdioSetup.setup(bed.adapter));
            for (JsonObject row : table) {
                compare(bed, row);
            }
            QdioSetup.destroy(bed.adapter.qdio);
        });
    }

    /** Each row begins behind the last one, so that requests wrap around at the end of the queue. */
    private void compare(AdapterBed bed, JsonObject row) {
        ZfcpQdio qdio = bed.adapter.qdio;
        boolean multibuffer = row.getInt("multibuffer", 0) == 1;
        String where = row.toString();
        bed.adapter.status.set(ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP
                | (multibuffer ? ZfcpStatus.ZFCP_STATUS_ADAPTER_MB_ACT : 0));
        qdio.maxSbalePerSbal = multibuffer ? 16 : 15;
        qdio.reqQFree.set(128);
        qdio.reqQIdx = start;
        int full = qdio.reqQFull.read();

        QdioReq request = new QdioReq();
        int type = row.getString("dir", "").equals("write") ? SBAL_SFLAGS0_TYPE_WRITE : SBAL_SFLAGS0_TYPE_READ;
        int segments = row.getInt("nseg", 0);
        QdioFill.reqInit(qdio, request, 0x4711, type, QTCB, FsfQtcb.SIZE);
        int rc = QdioSend.sbalsFromSg(qdio, request, segments == 0 ? null : data(segments));

        if (row.getInt("rc", 0) == HOST_BUSY) {
            assertEquals(-Errno.EINVAL, rc, where);
            assertEquals(full + 1, qdio.reqQFull.read(), where);
        } else {
            assertEquals(0, rc, where);
            QdioFill.setSbaleLast(qdio, request);
            if (multibuffer) {
                QdioFill.setScount(qdio, request);
            }
            assertEquals(row.getInt("sbals", 0), request.sbalNumber, where);
            assertEquals(layout(row.get("layout").asArray()), layout(qdio, request), where);
            checkContent(qdio, request, segments, where);
            QdioHandlers.zeroSbals(qdio.reqQ, request.sbalFirst, request.sbalNumber);
        }
        for (long sbal : qdio.reqQ) {
            assertTrue(isZero(sbal), where);
        }
        start = (start + request.sbalNumber) % 128;
    }

    private static boolean isZero(long sbal) {
        for (int i = 0; i < QdioBuffer.SIZE; i += Long.BYTES) {
            if (Memory.getLong(sbal + i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static ScatterList data(int segments) {
        ScatterList list = new ScatterList(segments);
        for (int i = 0; i < segments; i++) {
            list.set(i, DATA + i * 4096L, 4096);
        }
        return list;
    }

    private static String layout(JsonArray sbals) {
        List<String> lines = new ArrayList<>();
        sbals.forEach(sbal -> lines.add(Integer.decode(sbal.asArray().get(0).asString()) + " "
                + sbal.asArray().get(1) + " " + sbal.asArray().get(2) + " " + sbal.asArray().get(3)));
        return lines.toString();
    }

    private static String layout(ZfcpQdio qdio, QdioReq request) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < request.sbalNumber; i++) {
            long sbal = qdio.reqQ[(request.sbalFirst + i) % 128];
            long first = QdioBuffer.ELEMENT.at(sbal, 0);
            // The length of element 0 of a later SBAL is that of its data.
            int length = i == 0 ? QdioBufferElement.LENGTH.get(first) : 0;
            lines.add(QdioBufferElement.SFLAGS.get(first) + " " + QdioBufferElement.SCOUNT.get(first) + " " + length + " "
                    + last(sbal));
        }
        return lines.toString();
    }

    private static int last(long sbal) {
        int last = -1;
        for (int i = 0; i < 16; i++) {
            if (QdioBufferElement.EFLAGS.get(QdioBuffer.ELEMENT.at(sbal, i)) == SBAL_EFLAGS_LAST_ENTRY) {
                assertEquals(-1, last);
                last = i;
            }
        }
        return last;
    }

    /** Request id, QTCB, then every segment in order. */
    private static void checkContent(ZfcpQdio qdio, QdioReq request, int segments, String where) {
        int next = 0;
        for (int i = 0; i < request.sbalNumber; i++) {
            long sbal = qdio.reqQ[(request.sbalFirst + i) % 128];
            for (int element = i == 0 ? 2 : 0; element <= last(sbal); element++) {
                long sbale = QdioBuffer.ELEMENT.at(sbal, element);
                assertEquals(DATA + next * 4096L, QdioBufferElement.ADDR.get(sbale), where);
                assertEquals(4096, QdioBufferElement.LENGTH.get(sbale), where);
                next++;
            }
        }
        assertEquals(segments, next, where);
        long first = qdio.reqQ[request.sbalFirst];
        assertEquals(0x4711, QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(first, 0)), where);
        assertEquals(QTCB, QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(first, 1)), where);
        assertEquals(FsfQtcb.SIZE, QdioBufferElement.LENGTH.get(QdioBuffer.ELEMENT.at(first, 1)), where);
    }
}
