// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_CLEANUP_USING_CLEAR;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;

import com.eclipsesource.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** Status read buffers whose signal fails. */
class StatusReadBatchTest {
    private static final int COUNT = 8;

    private static JsonObject statusRead() {
        return JsonLines.of("fsf-requests").stream()
                .filter(r -> r.getString("cmd", "").equals("STATUS_READ")).findFirst().orElseThrow();
    }

    /** Posts a run whose signal fails, and of which the channel has answered the first {@code answered} meanwhile. */
    private static void unsignalled(int answered) {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().endsWithMain(true))) {
            kernel.runOrThrow(() -> {
                RequestBed bed = new RequestBed(new AdapterBed(kernel), statusRead());
                long storageBefore = kernel.storage().allocated();
                int requestsBefore = bed.bed.module.fsfReqCache.outstanding();
                long firstId = bed.adapter.reqNo;
                int firstSbal = bed.adapter.qdio.reqQIdx;
                bed.bed.subchannel.setSigaWrite(Subchannel.CC_NOT_OPERATIONAL, () -> {
                    for (int i = 0; i < answered; i++) {
                        bed.answer(firstId + i);
                    }
                });
                bed.bed.traced.clear();

                assertEquals(COUNT, StatusReadBatch.statusReads(bed.adapter.qdio, COUNT));

                assertEquals(answered, bed.adapter.statMiss.read());
                assertEquals(List.of("fsrs__1"), bed.bed.area("rec").stream().map(AdapterBed.Traced::tag).toList());
                assertEquals(firstSbal + COUNT, bed.adapter.qdio.reqQIdx);
                assertEquals(QDIO_MAX_BUFFERS_PER_Q - COUNT, bed.adapter.qdio.reqQFree.read());
                for (int i = answered; i < COUNT; i++) {
                    bed.answer(firstId + i);
                }
                assertEquals(COUNT, bed.adapter.statMiss.read());
                assertTrue(ReqLists.isEmpty(bed.adapter.reqList));
                assertEquals(requestsBefore, bed.bed.module.fsfReqCache.outstanding());
                assertEquals(storageBefore, kernel.storage().allocated());
            });
        }
    }

    @Test
    void aRunThatDoQdioRefusesIsTakenBackAsAWhole() {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().endsWithMain(true))) {
            kernel.runOrThrow(() -> {
                RequestBed bed = new RequestBed(new AdapterBed(kernel), statusRead());
                long storageBefore = kernel.storage().allocated();
                int requestsBefore = bed.bed.module.fsfReqCache.outstanding();
                int firstSbal = bed.adapter.qdio.reqQIdx;
                bed.adapter.qdio.device.shutdown(QDIO_FLAG_CLEANUP_USING_CLEAR);
                bed.bed.traced.clear();

                assertEquals(0, StatusReadBatch.statusReads(bed.adapter.qdio, COUNT));

                assertEquals(List.of("fsrs__1"), bed.bed.area("rec").stream().map(AdapterBed.Traced::tag).toList());
                assertEquals(firstSbal, bed.adapter.qdio.reqQIdx);
                assertEquals(QDIO_MAX_BUFFERS_PER_Q, bed.adapter.qdio.reqQFree.read());
                assertTrue(ReqLists.isEmpty(bed.adapter.reqList));
                assertEquals(requestsBefore, bed.bed.module.fsfReqCache.outstanding());
                assertEquals(storageBefore, kernel.storage().allocated());
            });
        }
    }

    @Test
    void buffersOfARunWhoseSignalFailedStayWithTheChannel() {
        unsignalled(0);
        unsignalled(3);
        unsignalled(COUNT);
    }
}
