// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.virtual.Operation;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ReqList;

/** What lies under the locks of an adapter, as far as it bears on what the driver does. */
final class RefillDigests {
    private RefillDigests() {
    }

    static void describe(VirtualKernel kernel, Adapter adapter) {
        // Fill level of the queue over time: counted and reported, never used by the driver itself.
        kernel.describe("stat_lock", () -> 0);
        // A trace buffer is overwritten by its next user.
        kernel.describe("dbf->hba_lock", () -> 0);
        kernel.describe("dbf->pay_lock", () -> 0);
        kernel.describe("dbf->rec_lock", () -> 0);
        kernel.describe("req_q_lock", () -> (adapter.qdio.reqQIdx * 31L + adapter.reqNo) * 31 + adapter.fsfReqSeqNo);
        kernel.describe("req_list->lock", () -> digest(adapter.reqList));
    }

    private static long digest(ReqList list) {
        long h = 1;
        for (var bucket : list.buckets) {
            for (ListNode<FsfReq> node = bucket.first(); node != null; node = bucket.next(node)) {
                FsfReq req = node.owner();
                h = (h * 31 + req.reqId) * 31 + req.status;
                h = h * 31 + (req.isStatusReadBuffer() ? 0 : 1) + (req.erpAction == null ? 0 : 2);
            }
        }
        return h;
    }

    /**
     * Each refill policy claims at the head of its loop, by reading or changing {@code stat_miss}; it knows nothing of the
     * previous buffer by then. The other places that touch the counter do so with a different operation or after a failed post.
     */
    static boolean forgets(Task task) {
        return task.operation() == Operation.ATOMIC_MODIFY && task.target().name().equals("stat_miss");
    }
}
