// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcElsCsp;
import org.zfcp4j.layout.fc.FcElsCssp;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Port;

class PlogiTest {
    private static final long WWPN = 0x500507630300c562L;

    private static long plogi(AdapterBed bed, long wwpn) {
        long plogi = bed.module.pageCache.alloc();
        Memory.zero(plogi, Storage.PAGE_SIZE);
        FcElsFlogi.FL_WWPN.set(plogi, wwpn);
        FcElsFlogi.FL_WWNN.set(plogi, 0x5005076303ffc562L);
        FcElsCsp.SP_BB_DATA.set(FcElsFlogi.FL_CSP.at(plogi), 2048);
        FcElsCssp.CP_CLASS.set(FcElsFlogi.FL_CSSP.at(plogi, 1), FcConstants.FC_CPC_VALID);
        FcElsCssp.CP_CLASS.set(FcElsFlogi.FL_CSSP.at(plogi, 2), FcConstants.FC_CPC_VALID | 1);
        FcElsCssp.CP_CLASS.set(FcElsFlogi.FL_CSSP.at(plogi, 3), 1);
        return plogi;
    }

    @Test
    void takesWhatThePortSaysAboutItself() {
        AdapterBed.run(bed -> {
            Port port = bed.port(WWPN, 0x010200);
            long plogi = plogi(bed, WWPN);
            Plogi.plogiEvaluate(port, plogi);
            assertEquals(0x5005076303ffc562L, port.wwnn);
            assertEquals(2048, port.maxframeSize);
            assertEquals(FcHost.FC_COS_CLASS2 | FcHost.FC_COS_CLASS3, port.supportedClasses);
            assertEquals(0x010200, port.dId);
            bed.module.pageCache.free(plogi);
        });
    }

    @Test
    void aPortWithAnotherNameLosesItsAddressAndNothingIsTaken() {
        AdapterBed.run(bed -> {
            Port port = bed.port(WWPN, 0x010200);
            long plogi = plogi(bed, WWPN + 1);
            Plogi.plogiEvaluate(port, plogi);
            assertEquals(0, port.dId);
            assertEquals(0, port.wwnn);
            assertEquals(0, port.supportedClasses);
            bed.module.pageCache.free(plogi);
        });
    }
}
