// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcGpnFtResp;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.FcLimits;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpStatus;

class PortScanTest {
    private static final long OWN_WWPN = 0xc05076ffe4801000L;
    private static final long WWPN = 0x500507630300c000L;

    /** An accepted answer without entries. */
    private static GpnFtReq answer(AdapterBed bed, int pages) {
        bed.host().fc.portName = OWN_WWPN;
        GpnFtReq req = GpnFtReq.allocSgEnv(bed.module, pages);
        FcCtHdr.CT_CMD.set(req.header(), FcConstants.FC_FS_ACC);
        return req;
    }

    private static void entry(GpnFtReq req, int x, long wwpn, int dId, boolean last) {
        long acc = GpnFtReq.entry(req.ctEls().resp, x);
        FcGpnFtResp.FP_FLAGS.set(acc, last ? FcConstants.FC_NS_FID_LAST : 0);
        FcGpnFtResp.FP_FID.set(acc, dId);
        FcGpnFtResp.FP_WWPN.set(acc, wwpn);
    }

    /** WWPNs of the recoveries that were triggered with {@code tag}, in order. */
    private static List<Long> triggered(AdapterBed bed, String tag) {
        List<Long> wwpns = new ArrayList<>();
        for (AdapterBed.Traced traced : bed.area("rec")) {
            if (traced.tag().equals(tag)) {
                wwpns.add(ByteBuffer.wrap(traced.record()).getLong((int) ZfcpDbfRec.WWPN.offset()));
            }
        }
        return wwpns;
    }

    private static List<Long> names(int count) {
        return LongStream.range(0, count).mapToObj(i -> WWPN + i).toList();
    }

    @Test
    void entriesFollowTheHeaderAndGoOnAtTheBeginningOfTheNextPage() {
        AdapterBed.run(bed -> {
            GpnFtReq req = answer(bed, 2);
            var answer = req.ctEls().resp;
            assertEquals(answer.address(0) + 16, GpnFtReq.entry(answer, 1));
            assertEquals(answer.address(0) + 255 * 16, GpnFtReq.entry(answer, 255));
            assertEquals(answer.address(1), GpnFtReq.entry(answer, 256));
            assertEquals(answer.address(1) + 16, GpnFtReq.entry(answer, 257));
            req.free(bed.module);
        });
    }

    @Test
    void ownAndKnownAndWellKnownPortsAreNotAttached() {
        AdapterBed.run(bed -> {
            Port known = bed.port(WWPN + 7, 0x010207);
            GpnFtReq req = answer(bed, 1);
            entry(req, 1, OWN_WWPN, 0x010100, false);
            entry(req, 2, WWPN, 0x010200, false);
            entry(req, 3, WWPN + 7, 0x010207, false);
            entry(req, 4, WWPN + 8, FcConstants.FC_FID_WELL_KNOWN_BASE, false);
            entry(req, 5, WWPN + 9, 0x010209, true);
            entry(req, 6, WWPN + 10, 0x01020a, false);

            assertEquals(0, PortScan.evalGpnFt(req, bed.adapter, FcLimits.ZFCP_FC_GPN_FT_ENT_PAGE));

            assertEquals(List.of(WWPN, WWPN + 9), triggered(bed, "fcegpf1"));
            assertEquals(List.of(WWPN, WWPN + 9), triggered(bed, "fcegpf2"), "nothing opened them");
            assertEquals(1, bed.adapter.portList.count());
            assertEquals(known, bed.adapter.portList.first().owner());
            req.free(bed.module);
        });
    }

    @Test
    void aNewPortThatLoggedInStaysAndLosesNoesc() {
        AdapterBed.run(bed -> {
            Port target = bed.port(WWPN, 0x010200);
            target.status.or(ZfcpStatus.ZFCP_STATUS_COMMON_NOESC);
            target.supportedClasses = 8;
            Port old = bed.port(WWPN + 1, 0x010201);
            GpnFtReq req = answer(bed, 1);
            entry(req, 1, OWN_WWPN, 0x010100, true);

            assertEquals(0, PortScan.evalGpnFt(req, bed.adapter, FcLimits.ZFCP_FC_GPN_FT_ENT_PAGE));

            assertEquals(0, target.status.read() & ZfcpStatus.ZFCP_STATUS_COMMON_NOESC);
            assertTrue(target.list.isLinked());
            assertTrue(old.list.isLinked(), "was not new, so the scan does not judge it");
            assertEquals(List.of(), triggered(bed, "fcegpf2"));
            req.free(bed.module);
        });
    }

    @Test
    void anAnswerOfOnePageHolds254Entries() {
        AdapterBed.run(bed -> {
            GpnFtReq req = answer(bed, 1);
            for (int x = 1; x <= 255; x++) {
                entry(req, x, WWPN + x - 1, 0x020000 + x, false);
            }
            assertEquals(0, PortScan.evalGpnFt(req, bed.adapter, FcLimits.ZFCP_FC_GPN_FT_ENT_PAGE));
            assertEquals(names(254), triggered(bed, "fcegpf1"));
            req.free(bed.module);
        });
    }

    @Test
    void anAnswerOfFourPagesHolds1023Entries() {
        AdapterBed.run(bed -> {
            GpnFtReq req = answer(bed, FcLimits.ZFCP_FC_GPN_FT_NUM_BUFS);
            for (int x = 1; x <= 1023; x++) {
                entry(req, x, WWPN + x - 1, 0x020000 + x, false);
            }
            assertEquals(0, PortScan.evalGpnFt(req, bed.adapter, FcLimits.ZFCP_FC_GPN_FT_MAX_ENT));
            assertEquals(names(1023), triggered(bed, "fcegpf1"));
            req.free(bed.module);
        });
    }

    @Test
    void withoutTheFlagOfTheLastEntryZeroBytesBecomeAPortAsInC() {
        AdapterBed.run(bed -> {
            GpnFtReq req = answer(bed, 1);
            entry(req, 1, WWPN, 0x010200, false);
            assertEquals(0, PortScan.evalGpnFt(req, bed.adapter, FcLimits.ZFCP_FC_GPN_FT_ENT_PAGE));
            assertEquals(List.of(WWPN, 0L), triggered(bed, "fcegpf1"));
            req.free(bed.module);
        });
    }

    @Test
    void onlyANameServerThatIsUnableNowIsAskedAgain() {
        AdapterBed.run(bed -> {
            GpnFtReq req = answer(bed, 1);
            entry(req, 1, WWPN, 0x010200, true);

            FcCtHdr.CT_CMD.set(req.header(), FcConstants.FC_FS_RJT);
            FcCtHdr.CT_REASON.set(req.header(), FcConstants.FC_FS_RJT_UNABL);
            assertEquals(-Errno.EAGAIN, PortScan.evalGpnFt(req, bed.adapter, 2));
            FcCtHdr.CT_REASON.set(req.header(), FcConstants.FC_FS_RJT_BSY);
            assertEquals(-Errno.EIO, PortScan.evalGpnFt(req, bed.adapter, 2));

            FcCtHdr.CT_CMD.set(req.header(), FcConstants.FC_FS_ACC);
            FcCtHdr.CT_MR_SIZE.set(req.header(), 4);
            assertEquals(-Errno.E2BIG, PortScan.evalGpnFt(req, bed.adapter, 2));

            FcCtHdr.CT_MR_SIZE.set(req.header(), 0);
            req.ctEls().status = -Errno.EINVAL;
            assertEquals(-Errno.EIO, PortScan.evalGpnFt(req, bed.adapter, 2));

            assertTrue(bed.area("rec").isEmpty());
            assertFalse(bed.adapter.scanWork.isPending());
            req.free(bed.module);
        });
    }
}
