// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.reqlist;

import java.util.function.BiConsumer;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ReqList;

/**
 * {@code zfcp_reqlist.h}: operations on the hash of pending requests. Each takes the list's lock, with interrupts off,
 * unless its name ends in {@code Locked}; any context. Nothing allocates but {@link #alloc}.
 */
public final class ReqLists {
    private ReqLists() {
    }

    /** {@code zfcp_reqlist_hash}: the bucket of a request id; ids are unsigned. */
    @LinuxSource("zfcp_reqlist.h:zfcp_reqlist_hash")
    public static int hash(long reqId) {
        return (int) Long.remainderUnsigned(reqId, ReqList.ZFCP_REQ_LIST_BUCKETS);
    }

    /** {@code zfcp_reqlist_alloc}: an empty list, or null without memory. Process context. */
    @LinuxSource("zfcp_reqlist.h:zfcp_reqlist_alloc")
    public static ReqList alloc(Kernel kernel) {
        return kernel.mayAllocate("zfcp_reqlist") ? new ReqList(kernel) : null;
    }

    /** {@code zfcp_reqlist_isempty}: checks without the lock, as in C. */
    @LinuxSource("zfcp_reqlist.h:zfcp_reqlist_isempty")
    public static boolean isEmpty(ReqList rl) {
        for (ListHead<FsfReq> bucket : rl.buckets) {
            if (!bucket.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** {@code _zfcp_reqlist_find}: the request with this id, or null; the caller holds the lock. */
    @LinuxSource("zfcp_reqlist.h:_zfcp_reqlist_find")
    public static FsfReq findLocked(ReqList rl, long reqId) {
        ListHead<FsfReq> bucket = rl.buckets[hash(reqId)];
        for (ListNode<FsfReq> node = bucket.first(); node != null; node = bucket.next(node)) {
            if (node.owner().reqId == reqId) {
                return node.owner();
            }
        }
        return null;
    }

    /** {@code zfcp_reqlist_find}: the request with this id, or null. It may complete once the lock is dropped. */
    @LinuxSource("zfcp_reqlist.h:zfcp_reqlist_find")
    public static FsfReq find(ReqList rl, long reqId) {
        SpinLock lock = rl.lock;
        lock.lockIrq();
        FsfReq req = findLocked(rl, reqId);
        lock.unlockIrq();
        return req;
    }

    /** {@code zfcp_reqlist_find_rm}: takes the request with this id off the list; null if there is none. */
    @LinuxSource("zfcp_reqlist.h:zfcp_reqlist_find_rm")
    public static FsfReq findRm(ReqList rl, long reqId) {
        SpinLock lock = rl.lock;
        lock.lockIrq();
        FsfReq req = findLocked(rl, reqId);
        if (req != null) {
            req.del();
        }
        lock.unlockIrq();
        return req;
    }

    /** {@code zfcp_reqlist_add}: to the end of its bucket, since ids rise and the oldest is looked up first. */
    @LinuxSource("zfcp_reqlist.h:zfcp_reqlist_add")
    public static void add(ReqList rl, FsfReq req) {
        ListHead<FsfReq> bucket = rl.buckets[hash(req.reqId)];
        SpinLock lock = rl.lock;
        lock.lockIrq();
        bucket.addTail(req);
        lock.unlockIrq();
    }

    /** {@link #add} for a caller that holds the lock, because it adds several; Linux has no such function. */
    public static void addLocked(ReqList rl, FsfReq req) {
        rl.buckets[hash(req.reqId)].addTail(req);
    }

    /**
     * {@code zfcp_reqlist_move}: empties the list into {@code list}. Each bucket goes in front of those before it, so
     * requests come out by descending bucket and in order of sending within one.
     */
    @LinuxSource("zfcp_reqlist.h:zfcp_reqlist_move")
    public static void move(ReqList rl, ListHead<FsfReq> list) {
        SpinLock lock = rl.lock;
        lock.lockIrq();
        for (ListHead<FsfReq> bucket : rl.buckets) {
            bucket.spliceInitTo(list);
        }
        lock.unlockIrq();
    }

    /**
     * {@code zfcp_reqlist_apply_for_all}: calls {@code f} for every request with the lock held all the time; {@code f} must
     * not change the list.
     *
     * @param data passed through to {@code f}
     */
    @LinuxSource("zfcp_reqlist.h:zfcp_reqlist_apply_for_all")
    public static <D> void applyForAll(ReqList rl, BiConsumer<FsfReq, ? super D> f, D data) {
        SpinLock lock = rl.lock;
        lock.lockIrq();
        for (ListHead<FsfReq> bucket : rl.buckets) {
            for (ListNode<FsfReq> node = bucket.first(); node != null; node = bucket.next(node)) {
                f.accept(node.owner(), data);
            }
        }
        lock.unlockIrq();
    }
}
