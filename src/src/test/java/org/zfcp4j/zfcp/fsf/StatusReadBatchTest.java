// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.virtual.Outcome;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
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

    /** Posts a run of which the channel answers the first {@code answered} before the signal fails. */
    private static void refused(int answered) {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().endsWithMain(true))) {
            kernel.runOrThrow(() -> {
                RequestBed bed = new RequestBed(new AdapterBed(kernel), statusRead());
                long storageBefore = kernel.storage().allocated();
                int requestsBefore = bed.bed.module.fsfReqCache.outstanding();
                long firstId = bed.adapter.reqNo;
                bed.bed.subchannel.sigaCc = Subchannel.CC_NOT_OPERATIONAL;
                bed.bed.subchannel.atSiga = () -> {
                    for (int i = 0; i < answered; i++) {
                        bed.answer(firstId + i);
                    }
                };
                bed.bed.traced.clear();

                assertEquals(answered, StatusReadBatch.statusReads(bed.adapter.qdio, COUNT));

                assertEquals(answered, bed.adapter.statMiss.read());
                assertEquals(List.of("fsrs__1"), bed.bed.area("rec").stream().map(AdapterBed.Traced::tag).toList());
                assertTrue(ReqLists.isEmpty(bed.adapter.reqList));
                assertEquals(requestsBefore, bed.bed.module.fsfReqCache.outstanding());
                assertEquals(storageBefore, kernel.storage().allocated());
            });
        }
    }

    /** The channel took the buffer of {@link StatusRead#statusRead} and uses it later: as in C, nobody knows it any more. */
    @Test
    void theAnswerToABufferThatWasTakenBackIsUnknownAsInC() {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().endsWithMain(true))) {
            RunResult result = kernel.run(() -> {
                RequestBed bed = new RequestBed(new AdapterBed(kernel), statusRead());
                bed.bed.subchannel.sigaCc = Subchannel.CC_NOT_OPERATIONAL;
                long id = bed.adapter.reqNo;
                assertEquals(-Errno.EIO, bed.send());
                assertTrue(ReqLists.isEmpty(bed.adapter.reqList));
                QdioBufferElement.addr(QdioBuffer.element(bed.adapter.qdio.resQ[0], 0), id);
                FsfCompletion.reqidCheck(bed.adapter.qdio, 0);
            });
            assertEquals(Outcome.PANIC, result.outcome(), result::toString);
            assertTrue(result.toString().contains("unknown request id"), result::toString);
        }
    }

    @Test
    void aRefusedRunIsTakenBackAsAWhole() {
        refused(0);
    }

    @Test
    void buffersThatTheChannelAnsweredAllTheSameCountAsPosted() {
        refused(3);
        refused(COUNT);
    }
}
