// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.dbf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.FsfReq;

/** What the recordings do not show: areas, levels, and lengths that a channel had better not give. */
class DbfLevelTest {
    private static FsfReq request(AdapterBed bed) {
        FsfReq req = bed.module.fsfReqCache.alloc();
        req.adapter = bed.adapter;
        req.reqId = 7;
        return req;
    }

    @Test
    void anAdapterHasFiveAreasNamedAfterItsBusId() {
        AdapterBed.run(bed -> {
            assertEquals(List.of("zfcp_0.0.1900_rec", "zfcp_0.0.1900_hba", "zfcp_0.0.1900_pay", "zfcp_0.0.1900_san",
                    "zfcp_0.0.1900_scsi"), List.of(bed.adapter.dbf.rec.name(), bed.adapter.dbf.hba.name(),
                    bed.adapter.dbf.pay.name(), bed.adapter.dbf.san.name(), bed.adapter.dbf.scsi.name()));
            assertEquals(6, bed.adapter.dbf.rec.level());
            DbfAdapter.adapterUnregister(bed.adapter);
            assertNull(bed.adapter.dbf);
        });
    }

    @Test
    void aLevelThatIsOffLeavesNoTrace() {
        AdapterBed.run(bed -> {
            bed.adapter.dbf.hba.setLevel(0);
            bed.adapter.dbf.rec.setLevel(0);
            bed.adapter.dbf.san.setLevel(0);
            bed.adapter.dbf.scsi.setLevel(0);
            DbfHba.hbaBasic("ccnigo1", bed.adapter);
            DbfHba.hbaFsfUss("fssrh_4", request(bed));
            DbfRec.recTrigLock("axsref1", bed.adapter, null, null, 4, 4);
            DbfScsi.scsiEh("schrh_r", bed.adapter, ~0, 0x2002);
            assertEquals(List.of(), bed.traced);
        });
    }

    @Test
    void aStatusReadWithoutBufferIsRecordedWithItsRequestOnly() {
        AdapterBed.run(bed -> {
            DbfHba.hbaFsfUss("fssr__1", request(bed));
            assertEquals(1, bed.traced.size());
            assertEquals("fssr__1", bed.traced.getFirst().tag());
            assertEquals(2, bed.traced.getFirst().level());
        });
    }

    @Test
    void aStatusReadLengthShorterThanItsHeaderWrapsButOnlyTheBufferIsRead() {
        AdapterBed.run(bed -> {
            FsfReq req = request(bed);
            req.srb = bed.module.pageCache.alloc();
            Memory.zero(req.srb, 4096);
            FsfStatusReadBuffer.LENGTH.set(req.srb, 8);
            DbfHba.hbaFsfUss("fssrh_4", req);
            byte[] record = bed.area("hba").getFirst().record();
            assertEquals(0xffc8, (record[28] & 0xff) << 8 | record[29] & 0xff);
            int payload = bed.area("pay").stream().mapToInt(pay -> pay.record().length - 16).sum();
            assertEquals(FsfStatusReadBuffer.LENGTH_PAYLOAD_DATA, payload);
            bed.module.pageCache.free(req.srb);
        });
    }

    @Test
    void theLogOfTheChannelIsReadNoFurtherThanTheQtcb() {
        AdapterBed.run(bed -> {
            FsfReq req = request(bed);
            req.qtcb = bed.module.qtcbCache.alloc();
            Memory.zero(req.qtcb, FsfQtcb.SIZE);
            FsfQtcbPrefix.PROT_STATUS.set(FsfQtcb.PREFIX.at(req.qtcb), FsfConstants.FSF_PROT_GOOD);
            FsfQtcbHeader.LOG_START.set(FsfQtcb.HEADER.at(req.qtcb), FsfQtcb.SIZE - 300);
            FsfQtcbHeader.LOG_LENGTH.set(FsfQtcb.HEADER.at(req.qtcb), 0x8000);
            DbfHba.hbaFsfResponse(req);
            assertEquals("fs_qtcb", bed.area("hba").getFirst().tag());
            assertEquals(5, bed.area("hba").getFirst().level());
            assertEquals(List.of(256 + 16, 44 + 16),
                    bed.area("pay").stream().map(pay -> pay.record().length).toList());

            bed.traced.clear();
            FsfQtcbHeader.LOG_START.set(FsfQtcb.HEADER.at(req.qtcb), -1);
            DbfHba.hbaFsfResponse(req);
            assertEquals(List.of(), bed.area("pay"));
            bed.module.qtcbCache.free(req.qtcb);
        });
    }

    @Test
    void endpointSecurityIsRecordedAtLevelThree() {
        AdapterBed.run(bed -> {
            FsfReq req = request(bed);
            req.qtcb = bed.module.qtcbCache.alloc();
            Memory.zero(req.qtcb, FsfQtcb.SIZE);
            DbfHba.hbaFsfFces("fsfcesp", req, 0x500507630300c562L, 0, 0x20000000);
            AdapterBed.Traced traced = bed.traced.getFirst();
            assertEquals(3, traced.level());
            assertEquals(5, traced.record()[0]);
            bed.module.qtcbCache.free(req.qtcb);
        });
    }

    @Test
    void aPayloadEndsWithThePieceThatReachesTheLength() {
        AdapterBed.run(bed -> {
            FsfReq req = request(bed);
            long address = bed.kernel.storage().zalloc(4096, 4096);
            ScatterList two = new ScatterList(2);
            two.set(0, address, 300);
            two.set(1, address + 1024, 100);
            CtEls ctEls = new CtEls();
            ctEls.req = two;
            req.data = ctEls;
            DbfSan.sanReq("fssct_1", req, 0xfffffc);
            assertEquals(List.of(272, 60, 116), bed.area("pay").stream().map(pay -> pay.record().length).toList());
            assertEquals(List.of(0, 1, 2), bed.area("pay").stream().map(pay -> (int) pay.record()[0]).toList());
            bed.kernel.storage().free(address);
        });
    }
}
