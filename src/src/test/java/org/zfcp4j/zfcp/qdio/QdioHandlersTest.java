// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_ACTIVATE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_SLSB_STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.ZfcpQdio;

class QdioHandlersTest {
    private static void run(Consumer<AdapterBed> body) {
        AdapterBed.run(bed -> {
            assertEquals(0, QdioSetup.setup(bed.adapter));
            bed.adapter.status.set(0x54000400);
            assertEquals(0, QdioConnection.open(bed.adapter.qdio));
            bed.traced.clear();
            body.accept(bed);
            QdioConnection.close(bed.adapter.qdio);
            QdioSetup.destroy(bed.adapter.qdio);
        });
    }

    private static List<String> tags(AdapterBed bed, String area) {
        return bed.area(area).stream().map(AdapterBed.Traced::tag).toList();
    }

    @Test
    void responsesAreEvaluatedInOrderAcrossTheEndOfTheQueue() {
        run(bed -> {
            List<Integer> seen = new ArrayList<>();
            bed.reqidCheck = (qdio, index) -> seen.add(index);
            QdioHandlers.intResp(bed.adapter.qdio, 0, 0, 126, 4);
            assertEquals(List.of(126, 127, 0, 1), seen);
            assertEquals(List.of(), bed.traced);
        });
    }

    @Test
    void responsesThatCannotBeGivenBackReopenTheAdapter() {
        run(bed -> {
            bed.reqidCheck = (qdio, index) -> { };
            QdioConnection.close(bed.adapter.qdio);
            QdioHandlers.intResp(bed.adapter.qdio, 0, 0, 0, 1);
            assertEquals(List.of("qdires2"), tags(bed, "rec"));
        });
    }

    @Test
    void finishedRequestsAreZeroed() {
        run(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            for (int index : new int[] {125, 126, 127, 0, 1}) {
                QdioBufferElement.ADDR.set(QdioBuffer.ELEMENT.at(qdio.reqQ[index], 3), 1);
            }
            qdio.reqQFree.set(124);
            QdioHandlers.intReq(qdio, 0, 0, 126, 3);
            List<Long> left = new ArrayList<>();
            for (int index : new int[] {125, 126, 127, 0, 1}) {
                left.add(QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(qdio.reqQ[index], 3)));
            }
            assertEquals(List.of(1L, 0L, 0L, 0L, 1L), left);
            assertEquals(127, qdio.reqQFree.read());
        });
    }

    @Test
    void anSlsbErrorIsLoggedOnceAndShutsTheAdapterDown() {
        run(bed -> {
            QdioHandlers.intReq(bed.adapter.qdio, QDIO_ERROR_SLSB_STATE, 0, 0, 1);
            assertEquals(1, bed.subchannel.count("siosl"));
            assertEquals(List.of("qdireq1"), tags(bed, "rec"));
            assertEquals(0, bed.adapter.status.read() & 0x40000000, "still RUNNING");
            assertEquals(0x4, bed.adapter.status.read() & 0x4);
            QdioHandlers.intReq(bed.adapter.qdio, QDIO_ERROR_SLSB_STATE, 0, 0, 1);
            assertEquals(1, bed.subchannel.count("siosl"));
        });
    }

    @Test
    void anActivateCheckReopensTheAdapter() {
        run(bed -> {
            QdioHandlers.intResp(bed.adapter.qdio, QDIO_ERROR_ACTIVATE, 0, 0, 0);
            assertEquals(0, bed.subchannel.count("siosl"));
            assertEquals(List.of("qdires1"), tags(bed, "rec"));
            assertEquals(0x40000000, bed.adapter.status.read() & 0x40000000);
        });
    }

    @Test
    void aDeferredErrorDumpsTheSbalsThatItNames() {
        run(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            long sbale = QdioBuffer.ELEMENT.at(qdio.resQ[127], 0);
            QdioBufferElement.ADDR.set(sbale, 0x1234);
            QdioBufferElement.SCOUNT.set(sbale, 2);
            QdioHandlers.intResp(qdio, QDIO_ERROR_SLSB_STATE, 0, 127, 1);
            assertEquals(List.of("def_err", "def_err", "def_err"), tags(bed, "pay"));
            assertEquals(0x12, bed.area("pay").getFirst().record()[14]);

            bed.traced.clear();
            QdioBufferElement.SCOUNT.set(sbale, 255);
            QdioHandlers.intResp(qdio, QDIO_ERROR_SLSB_STATE, 0, 127, 1);
            assertEquals(37, bed.area("pay").size());
        });
    }
}
