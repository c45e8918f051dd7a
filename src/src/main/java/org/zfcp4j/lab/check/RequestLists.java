// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** Looks into the request list of an adapter while nobody changes it. */
final class RequestLists {
    private RequestLists() {
    }

    static List<FsfReq> all(Adapter adapter) {
        List<FsfReq> all = new ArrayList<>();
        for (ListHead<FsfReq> bucket : adapter.reqList.buckets) {
            bucket.forEach(all::add);
        }
        return all;
    }

    /** The request with that id; null if there is none. */
    static FsfReq find(Adapter adapter, long id) {
        FsfReq[] found = {null};
        ListHead<FsfReq> bucket = adapter.reqList.buckets[ReqLists.hash(id)];
        bucket.forEach(req -> {
            if (req.reqId == id) {
                found[0] = req;
            }
        });
        return found[0];
    }

    static int statusReads(Adapter adapter) {
        return (int) all(adapter).stream().filter(FsfReq::isStatusReadBuffer).count();
    }
}
