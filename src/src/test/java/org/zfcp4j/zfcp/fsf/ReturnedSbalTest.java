// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_AC2_MULTI_BUFFER_ENABLED;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_ELEMENTS_PER_BUFFER;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_EFLAGS_LAST_ENTRY;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.bed.JsonLines;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.qdio.QdioConnection;
import org.zfcp4j.zfcp.qdio.QdioHandlers;

/**
 * A CT request in two SBALs sets LAST_ENTRY twice in the first one: behind the request, and in its last element when the response
 * chains on. {@code zfcp_qdio_zero_sbals} clears the whole SBAL, so nothing of that is left for the next request there.
 */
class ReturnedSbalTest {
    private static final int LAST_OF_FIFTEEN = 14;
    private static final int SEGMENTS = 20;

    /** With the request that the C driver sent in two SBALs, without the data router. */
    private static void afterChainedCt(Consumer<RequestBed> then) {
        JsonObject row = JsonLines.of("fsf-requests").stream().filter(
                r -> r.getString("cmd", "").equals("SEND_GENERIC") && r.getInt("sbal_count", 0) == 2).findFirst().orElseThrow();
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().endsWithMain(true))) {
            kernel.runOrThrow(() -> {
                RequestBed bed = new RequestBed(new AdapterBed(kernel), row);
                bed.adapter.qdio.reqQIdx = 0;
                assertEquals(0, bed.send());
                assertEquals(List.of(2, LAST_OF_FIFTEEN), lastEntries(bed.adapter.qdio, 0));
                then.accept(bed);
            });
        }
    }

    private static List<Integer> lastEntries(ZfcpQdio qdio, int sbal) {
        List<Integer> last = new ArrayList<>();
        for (int i = 0; i < QDIO_MAX_ELEMENTS_PER_BUFFER; i++) {
            if ((QdioBufferElement.EFLAGS.get(QdioBuffer.ELEMENT.at(qdio.reqQ[sbal], i)) & SBAL_EFLAGS_LAST_ENTRY) != 0) {
                last.add(i);
            }
        }
        return last;
    }

    private static void assertClear(ZfcpQdio qdio) {
        for (int sbal = 0; sbal < qdio.reqQ.length; sbal++) {
            assertEquals("0".repeat(2 * QdioBuffer.SIZE), Memory.hex(qdio.reqQ[sbal], QdioBuffer.SIZE), "SBAL " + sbal);
        }
    }

    @Test
    void chainedCtSetsLastEntryTwiceAndItsSbalsComeBackClear() {
        afterChainedCt(bed -> {
            QdioHandlers.intReq(bed.adapter.qdio, 0, 0, 0, 2);
            assertClear(bed.adapter.qdio);
        });
    }

    @Test
    void sbalsThatTheChannelStillHadAreClearAfterClose() {
        afterChainedCt(bed -> {
            QdioConnection.close(bed.adapter.qdio);
            assertClear(bed.adapter.qdio);
        });
    }

    @Test
    void afterAReopenWithDataRouterARequestHasLastEntryOnlyWhereTheDriverSetsIt() {
        JsonObject recorded = JsonLines.of("sbal_layout").stream().filter(r -> r.getInt("multibuffer", 0) == 1
                && r.getInt("nseg", 0) == SEGMENTS).findFirst().orElseThrow();
        afterChainedCt(bed -> {
            ZfcpQdio qdio = bed.adapter.qdio;
            QdioConnection.close(qdio);
            FsfCompletion.reqDismissAll(bed.adapter);
            bed.bed.subchannel.qdioac2 |= CHSC_AC2_MULTI_BUFFER_ENABLED;
            assertEquals(0, QdioConnection.open(qdio));
            assertEquals(0, bed.read(SEGMENTS));

            int sbal = 0;
            for (JsonValue layout : recorded.get("layout").asArray()) {
                JsonArray fields = layout.asArray();
                assertEquals(List.of(fields.get(3).asInt()), lastEntries(qdio, sbal), "SBAL " + sbal);
                sbal++;
            }
            assertEquals(recorded.getInt("sbals", 0), sbal);
            QdioConnection.close(qdio);
            FsfCompletion.reqDismissAll(bed.adapter);
        });
    }
}
