// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.HashMap;
import java.util.Map;
import org.zfcp4j.zfcp.def.FsfReq;

/** Requests that were sent and not answered, by their ids, which start anew with each activation of the adapter. */
final class PendingRequests {
    private final Map<Long, FsfReq> byId = new HashMap<>();

    void add(FsfReq req) {
        byId.put(req.reqId, req);
    }

    /** The request with that id, forgotten from now on; null if there is none. */
    FsfReq remove(long id) {
        return byId.remove(id);
    }
}
