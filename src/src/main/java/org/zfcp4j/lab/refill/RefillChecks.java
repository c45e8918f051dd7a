// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ReqList;

/** The invariants of the refill. */
public final class RefillChecks {
    private RefillChecks() {
    }

    static String overPosted(RefillWorld world) {
        int limit = world.channel().srbs().limit();
        return "status read buffer " + (limit + 1) + " of " + limit + " posted: the channel answers SLSB state OUTPUT ERROR"
            + (world.form().isEmpty() ? "" : "; stat_work " + world.form());
    }

    /** How many more than agreed the channel had at a time, if that is what a search is for; one line, or null if none. */
    public static String excess(RefillWorld world) {
        SrbLedger srbs = world.channel().srbs();
        return srbs.excess() == 0 ? null : srbs.most() + " status read buffers of " + world.refillCase().srbs()
            + " with the channel at a time" + (world.form().isEmpty() ? "" : "; first, stat_work " + world.form());
    }

    /** What is wrong at quiescence; one line, or null. */
    public static String atEnd(RefillWorld world) {
        Adapter adapter = world.adapter();
        SrbLedger srbs = world.channel().srbs();
        int wanted = world.refillCase().srbs();
        if (srbs.refused() > 0) {
            return overPosted(world);
        }
        if (!world.adapterUp()) {
            return "the adapter is not open at the end";
        }
        if (world.channel().notificationsLeft() != 0) {
            return world.channel().notificationsLeft() + " notifications could not be delivered";
        }
        int missing = adapter.statMiss.read();
        if (missing != 0 || srbs.held() != wanted) {
            return "at the end " + srbs.held() + " of " + wanted + " status read buffers are with the channel, stat_miss is "
                + missing;
        }
        int listed = onRequestList(adapter.reqList);
        if (listed != wanted) {
            return "at the end " + listed + " status read buffers are on the request list, " + wanted + " with the channel";
        }
        int free = adapter.qdio.reqQFree.read();
        int used = outputSbals(world);
        if (free + used != QdioConstants.QDIO_MAX_BUFFERS_PER_Q) {
            return "at the end req_q_free is " + free + " with " + used + " SBALs in use";
        }
        return null;
    }

    /** SBALs that the channel has returned or still has, and that the output handler has not seen. */
    private static int outputSbals(RefillWorld world) {
        Adapter adapter = world.adapter();
        int used = 0;
        for (int i = 1; i <= QdioConstants.QDIO_MAX_BUFFERS_PER_Q - adapter.qdio.reqQFree.read(); i++) {
            int index = adapter.qdio.reqQIdx - i & QdioConstants.QDIO_MAX_BUFFERS_MASK;
            int state = world.channel().outputState(index);
            used += state != QdioConstants.SLSB_P_OUTPUT_NOT_INIT ? 1 : 0;
        }
        return used;
    }

    /** Status read buffers on the request list. */
    private static int onRequestList(ReqList list) {
        int count = 0;
        for (var bucket : list.buckets) {
            for (ListNode<FsfReq> node = bucket.first(); node != null; node = bucket.next(node)) {
                count += node.owner().isStatusReadBuffer() ? 1 : 0;
            }
        }
        return count;
    }
}
