// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress.machine;

import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.ReqList;
import org.zfcp4j.zfcp.def.Upcalls;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.level.Levels;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** A request and the list of pending requests that it is to be on. */
public final class PendingRequest {
    /** The id of the request. */
    public static final long ID = 4711;
    private static final ZfcpModule MODULE =
            new ZfcpModule(Machine.kernel(), null, null, (area, level, tod, record, length) -> { }, new ModuleParameters(), null,
                    Levels.linux510(), Upcalls.NONE);

    private final ReqList list = ReqLists.alloc(Machine.kernel());
    private final FsfReq req = MODULE.fsfReqCache.alloc();

    /** @param pending whether the request is on the list already */
    public PendingRequest(boolean pending) {
        req.reqId = ID;
        if (pending) {
            add();
        }
    }

    /** The request. */
    public FsfReq req() {
        return req;
    }

    /** {@code zfcp_reqlist_add}. */
    public void add() {
        ReqLists.add(list, req);
    }

    /** {@code zfcp_reqlist_find_rm}. */
    public FsfReq findRm() {
        return ReqLists.findRm(list, ID);
    }

    /** {@code zfcp_reqlist_move}: how many requests were on the list. */
    public int moveAll() {
        ListHead<FsfReq> all = new ListHead<>();
        ReqLists.move(list, all);
        return all.count();
    }

    /** {@link #findRm} without the lock: 1 if it was found, 0 if not, -1 if the search ran into the end of the list as it moved. */
    public int findRmUnlocked() {
        try {
            FsfReq found = ReqLists.findLocked(list, ID);
            if (found == null) {
                return 0;
            }
            found.del();
            return 1;
        } catch (NullPointerException e) {
            return -1;
        }
    }
}
