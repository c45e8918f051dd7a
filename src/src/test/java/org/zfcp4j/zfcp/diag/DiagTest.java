// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.diag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.DiagHeader;

class DiagTest {
    @Test
    void anAnswerOfTheChannelReplacesAnOlderOne() {
        AdapterBed.run(bed -> {
            assertEquals(0, Diag.adapterSetup(bed.adapter));
            DiagHeader hdr = bed.adapter.diagnostics.portData;
            assertEquals(512, hdr.buffer.length);
            assertEquals(-5000, hdr.timestamp - bed.kernel.jiffies());
            long bottom = bed.kernel.storage().zalloc(512, 16);
            Memory.putByte(bottom + 511, (byte) 0x5a);

            bed.kernel.msleep(20);
            Diag.updateXdata(hdr, bottom, true);
            assertEquals(0x5a, hdr.buffer[511]);
            assertTrue(hdr.incomplete);
            assertEquals(bed.kernel.jiffies(), hdr.timestamp);

            hdr.timestamp++;
            Memory.putByte(bottom + 511, (byte) 0x11);
            Diag.updateXdata(hdr, bottom, false);
            assertEquals(0x5a, hdr.buffer[511], "went into the past");
            bed.kernel.storage().free(bottom);
            Diag.adapterFree(bed.adapter);
            assertNull(bed.adapter.diagnostics);
        });
    }

    @Test
    void transceiverDataNeedAFeature() {
        AdapterBed.run(bed -> {
            assertFalse(Diag.supportSfp(bed.adapter));
            bed.adapter.adapterFeatures = FsfConstants.FSF_FEATURE_REPORT_SFP_DATA;
            assertTrue(Diag.supportSfp(bed.adapter));
        });
    }
}
