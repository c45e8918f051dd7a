// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fc.FcElsLogo;
import org.zfcp4j.layout.fc.FcElsRscn;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.scsi.FcTransport;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;

class IncomingElsTest {
    private static final long WWPN = 0x500507630300c562L;

    /** A status read request; the length is that of the whole buffer content. */
    private static FsfReq srb(AdapterBed bed) {
        bed.host();
        FsfReq req = bed.module.fsfReqCache.alloc();
        req.adapter = bed.adapter;
        req.srb = bed.module.pageCache.alloc();
        Memory.zero(req.srb, Storage.PAGE_SIZE);
        FsfStatusReadBuffer.LENGTH.set(req.srb, 200);
        return req;
    }

    private static long payload(FsfReq req) {
        return FsfStatusReadBuffer.PAYLOAD_DATA.at(req.srb);
    }

    private static FsfReq rscn(AdapterBed bed, int... pages) {
        FsfReq req = srb(bed);
        long head = payload(req);
        FcElsRscn.RSCN_CMD.set(head, FcConstants.ELS_RSCN);
        FcElsRscn.RSCN_PAGE_LEN.set(head, 4);
        FcElsRscn.RSCN_PLEN.set(head, 4 + 4 * pages.length);
        for (int i = 0; i < pages.length; i++) {
            Memory.putInt(head + 4 + 4L * i, pages[i]);
        }
        return req;
    }

    private static void done(AdapterBed bed, FsfReq req) {
        bed.module.pageCache.free(req.srb);
        bed.module.fsfReqCache.free(req);
    }

    private static List<String> recTags(AdapterBed bed) {
        return bed.area("rec").stream().map(AdapterBed.Traced::tag).toList();
    }

    /** Ports whose link is tested on an RSCN with one page, of four in two domains. */
    private static List<Integer> tested(int page) {
        List<Integer> dIds = new ArrayList<>();
        AdapterBed.run(bed -> {
            bed.adapter.nextPortScan = bed.kernel.jiffies() + 10;
            List<Port> ports = List.of(bed.port(WWPN, 0x010200), bed.port(WWPN + 1, 0x010201), bed.port(WWPN + 2, 0x010300),
                    bed.port(WWPN + 3, 0x020200));
            FsfReq req = rscn(bed, page);
            IncomingEls.incomingEls(req);
            for (Port port : ports) {
                if (port.testLinkWork.isPending()) {
                    assertEquals(2, port.dev.references(), "the work item holds a reference");
                    dIds.add(port.dId);
                }
            }
            assertTrue(bed.adapter.scanWork.isPending());
            assertEquals(FcTransport.FCH_EVT_RSCN, bed.adapter.events.list.first().owner().code);
            assertEquals(page, bed.adapter.events.list.first().owner().data);
            done(bed, req);
            bed.adapter.scanWork.cancelSync();
        });
        return dIds;
    }

    @Test
    void anRscnTestsThePortsInItsRange() {
        assertEquals(List.of(0x010201), tested(0x00010201));
        assertEquals(List.of(0x010200, 0x010201), tested(0x01010277));
        assertEquals(List.of(0x010200, 0x010201, 0x010300), tested(0x02017777));
        assertEquals(List.of(0x010200, 0x010201, 0x010300, 0x020200), tested(0x03777777));
        assertEquals(List.of(), tested(0x00030303));
    }

    @Test
    void theEventQualifierIsNoPartOfTheAddressFormat() {
        assertEquals(List.of(0x010201), tested(0x3c010201));
    }

    @Test
    void anRscnWithPagesRevivesPortsWithoutAddress() {
        AdapterBed.run(bed -> {
            bed.port(WWPN, 0);
            bed.port(WWPN + 1, 0x010201);
            FsfReq req = rscn(bed, 0x00777777);
            IncomingEls.incomingEls(req);
            assertEquals(List.of("fcrscn1"), recTags(bed));
            done(bed, req);
        });
    }

    @Test
    void anRscnWithoutPagesOnlySchedulesAScan() {
        AdapterBed.run(bed -> {
            Port port = bed.port(WWPN, 0);
            FsfReq req = rscn(bed);
            IncomingEls.incomingEls(req);
            assertEquals(List.of(), recTags(bed));
            assertTrue(bed.adapter.events.list.isEmpty());
            assertFalse(port.testLinkWork.isPending());
            assertTrue(bed.adapter.scanWork.isPending());
            done(bed, req);
        });
    }

    @Test
    void noScanIsScheduledWhenAutomaticOnesAreOff() {
        AdapterBed.run(bed -> {
            bed.parameters.noAutoPortRescan = true;
            FsfReq req = rscn(bed);
            IncomingEls.incomingEls(req);
            assertFalse(bed.adapter.scanWork.isPending());
            done(bed, req);
        });
    }

    @Test
    void anRscnThatClaimsMoreThanTheBufferEndsWithIt() {
        AdapterBed.run(bed -> {
            FsfReq req = rscn(bed);
            FcElsRscn.RSCN_PLEN.set(payload(req), 0xffff);
            IncomingEls.incomingEls(req);
            assertEquals(FsfStatusReadBuffer.LENGTH_PAYLOAD_DATA / 4 - 1, bed.adapter.events.list.count());
            bed.adapter.events.list.forEach(event -> event.list.del());
            done(bed, req);
        });
    }

    @Test
    void plogiAndLogoLogOutThePortThatSentThem() {
        AdapterBed.run(bed -> {
            bed.port(WWPN, 0x010200);
            bed.port(WWPN + 1, 0x010201);

            FsfReq plogi = srb(bed);
            FcElsFlogi.FL_CMD.set(payload(plogi), FcConstants.ELS_PLOGI);
            FcElsFlogi.FL_WWPN.set(payload(plogi), WWPN + 1);
            IncomingEls.incomingEls(plogi);
            assertEquals(List.of("fciwwp1"), recTags(bed));
            done(bed, plogi);

            FsfReq logo = srb(bed);
            FcElsLogo.FL_CMD.set(payload(logo), FcConstants.ELS_LOGO);
            FcElsLogo.FL_N_PORT_WWN.set(payload(logo), WWPN);
            IncomingEls.incomingEls(logo);
            assertEquals(List.of("fciwwp1", "fciwwp1"), recTags(bed));
            done(bed, logo);

            FsfReq stranger = srb(bed);
            FcElsLogo.FL_CMD.set(payload(stranger), FcConstants.ELS_LOGO);
            FcElsLogo.FL_N_PORT_WWN.set(payload(stranger), 1);
            IncomingEls.incomingEls(stranger);
            assertEquals(2, bed.area("rec").size());
            assertEquals(3, bed.area("san").size());
            done(bed, stranger);
        });
    }
}
