// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_READ;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.real.RealKernel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.dbf.DbfHba;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** Once it is compiled, the way of a request allocates nothing: list, SBALs, completion, traces whose level is off. */
class HotPathAllocationTest {
    private static final int ROUND = 2000;
    private static final int MAX_ROUNDS = 500;

    private static volatile byte[] sink;

    @Test
    void theMeterSeesAnAllocation() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        sink = new byte[1000];
        assertTrue(threads.getCurrentThreadAllocatedBytes() - before >= sink.length);
    }

    @Test
    void aRequestAllocatesNothing() {
        try (Kernel kernel = new RealKernel()) {
            AdapterBed bed = new AdapterBed(kernel);
            bed.adapter.dbf.hba.setLevel(3);
            bed.adapter.reqList = ReqLists.alloc(kernel);
            assertEquals(0, QdioSetup.setup(bed.adapter));
            FsfReq req = bed.module.fsfReqCache.alloc();
            req.adapter = bed.adapter;
            req.qtcb = bed.module.qtcbCache.alloc();
            Memory.zero(req.qtcb, FsfQtcb.SIZE);
            FsfQtcbPrefix.PROT_STATUS.set(FsfQtcb.PREFIX.at(req.qtcb), FsfConstants.FSF_PROT_GOOD);
            ScatterList data = new ScatterList(20);

            long least = Long.MAX_VALUE;
            for (int round = 0; round < MAX_ROUNDS && least > ROUND; round++) {
                least = Math.min(least, allocated(bed.adapter.qdio, req, data));
            }
            long found = least;
            assertTrue(found <= ROUND, () -> found + " bytes for " + ROUND + " requests");
            assertEquals(0, bed.area("hba").size());
            bed.module.qtcbCache.free(req.qtcb);
            QdioSetup.destroy(bed.adapter.qdio);
            bed.adapter.workQueue.destroy();
        }
    }

    private static long allocated(ZfcpQdio qdio, FsfReq req, ScatterList data) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUND; i++) {
            request(qdio, req, data, i + 1);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void request(ZfcpQdio qdio, FsfReq req, ScatterList data, long reqId) {
        qdio.maxSbalePerSbal = 16;
        qdio.reqQFree.set(128);
        qdio.adapter.status.set(2);
        req.reqId = reqId;
        qdio.reqQLock.lockIrq();
        QdioSend.sbalGet(qdio);
        QdioFill.reqInit(qdio, req, reqId, SBAL_SFLAGS0_TYPE_READ, req.qtcb, FsfQtcb.SIZE);
        QdioSend.sbalsFromSg(qdio, req, data);
        QdioFill.setSbaleLast(qdio, req);
        QdioFill.setScount(qdio, req);
        ReqLists.add(qdio.adapter.reqList, req);
        qdio.reqQLock.unlockIrq();
        QdioHandlers.intReq(qdio, 0, 0, req.sbalFirst, req.sbalNumber);
        DbfHba.hbaFsfResponse(ReqLists.findRm(qdio.adapter.reqList, reqId));
    }
}
