// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.reqlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ReqList;

class ReqListsTest {
    private static FsfReq add(AdapterBed bed, ReqList list, long reqId) {
        FsfReq req = bed.module.fsfReqCache.alloc();
        req.reqId = reqId;
        ReqLists.add(list, req);
        return req;
    }

    @Test
    void aRequestIsFoundByItsIdAndRemovedOnce() {
        AdapterBed.run(bed -> {
            ReqList list = ReqLists.alloc(bed.kernel);
            assertTrue(ReqLists.isEmpty(list));
            FsfReq first = add(bed, list, 5);
            FsfReq sameBucket = add(bed, list, 5 + 128);
            assertFalse(ReqLists.isEmpty(list));
            assertSame(first, ReqLists.find(list, 5));
            assertSame(sameBucket, ReqLists.find(list, 133));
            assertNull(ReqLists.find(list, 5 + 256));
            assertSame(first, ReqLists.findRm(list, 5));
            assertNull(ReqLists.findRm(list, 5));
            assertSame(sameBucket, ReqLists.findRm(list, 133));
            assertTrue(ReqLists.isEmpty(list));
        });
    }

    @Test
    void idsAreUnsigned() {
        assertEquals(127, ReqLists.hash(-1));
        assertEquals(0, ReqLists.hash(Long.MIN_VALUE));
        assertEquals(1, ReqLists.hash(129));
    }

    @Test
    void allRequestsMoveByDescendingBucketAndInOrderOfSendingWithinOne() {
        AdapterBed.run(bed -> {
            ReqList list = ReqLists.alloc(bed.kernel);
            for (long id : new long[] {1, 2, 127, 128, 129, 130}) {
                add(bed, list, id);
            }
            ListHead<FsfReq> all = new ListHead<>();
            ReqLists.move(list, all);
            List<Long> ids = new ArrayList<>();
            all.forEach(req -> ids.add(req.reqId));
            assertEquals(List.of(127L, 2L, 130L, 1L, 129L, 128L), ids);
            assertTrue(ReqLists.isEmpty(list));
        });
    }

    @Test
    void aFunctionSeesEveryRequestUnderTheLock() {
        AdapterBed.run(bed -> {
            ReqList list = ReqLists.alloc(bed.kernel);
            add(bed, list, 130);
            add(bed, list, 1);
            List<Long> seen = new ArrayList<>();
            ReqLists.applyForAll(list, (req, into) -> {
                list.lock.lockdepAssertHeld();
                into.add(req.reqId);
            }, seen);
            assertEquals(List.of(1L, 130L), seen);
            list.lock.lockIrq();   // would be a violation if it were still held
            list.lock.unlockIrq();
        });
    }
}
