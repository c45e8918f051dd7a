// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.diag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.DiagHeader;

class DiagUpdateTest {
    private final List<Long> fetches = new ArrayList<>();

    private int fetch(AdapterBed bed, DiagHeader hdr) {
        fetches.add(bed.kernel.jiffies());
        bed.kernel.msleep(100);
        long bottom = bed.kernel.storage().zalloc(FsfQtcbBottom.SIZE, 16);
        Diag.updateXdata(hdr, bottom, false);
        bed.kernel.storage().free(bottom);
        return 0;
    }

    @Test
    void anAnswerIsFetchedAgainWhenItIsAsOldAsTheLimit() {
        AdapterBed.run(bed -> {
            Diag.adapterSetup(bed.adapter);
            DiagHeader hdr = bed.adapter.diagnostics.portData;
            for (int pause : new int[] {0, 4999, 1}) {
                bed.kernel.msleep(pause);
                assertEquals(0, DiagUpdate.updateBufferLimited(bed.adapter, hdr, (Adapter a) -> fetch(bed, hdr)));
            }
            assertEquals(List.of(0L, 5100L), fetches);
        });
    }

    @Test
    void whoComesWhileAnotherFetchesWaitsForIt() {
        AdapterBed.run(bed -> {
            Diag.adapterSetup(bed.adapter);
            DiagHeader hdr = bed.adapter.diagnostics.configData;
            List<String> done = new ArrayList<>();
            for (String name : List.of("one", "two", "three")) {
                bed.kernel.kthreadRun(name, thread -> done.add(
                        DiagUpdate.updateBufferLimited(bed.adapter, hdr, (Adapter a) -> fetch(bed, hdr)) + "@"
                                + bed.kernel.jiffies()));
            }
            bed.kernel.msleep(1000);
            assertEquals(List.of("0@100", "0@100", "0@100"), done);
            assertEquals(1, fetches.size());
        });
    }

    @Test
    void aFailureEndsTheAttempt() {
        AdapterBed.run(bed -> {
            Diag.adapterSetup(bed.adapter);
            assertEquals(-Errno.EIO, DiagUpdate.updateBufferLimited(bed.adapter,
                    bed.adapter.diagnostics.portData, (Adapter a) -> -Errno.EIO));
        });
    }
}
