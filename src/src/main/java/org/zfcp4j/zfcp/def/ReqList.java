// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.SpinLock;

/** {@code struct zfcp_reqlist}: pending requests, hashed by request id; {@link #lock} protects the buckets. */
public final class ReqList {
    public static final int ZFCP_REQ_LIST_BUCKETS = 128;

    public final SpinLock lock;
    public final ListHead<FsfReq>[] buckets;

    @SuppressWarnings({"unchecked", "rawtypes"})
    public ReqList(Kernel kernel) {
        this.lock = kernel.spinLock("req_list->lock", this);
        this.buckets = new ListHead[ZFCP_REQ_LIST_BUCKETS];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new ListHead<>();
        }
    }
}
