// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.ZfcpModule;

/**
 * {@code struct zfcp_fc_req}: a CT or ELS request of the driver itself. What the channel sees of it lies in one block of
 * main storage: the request at its beginning, the response in its second half.
 */
final class FcReq {
    /** Seconds that the channel gives a CT or ELS request of the driver. */
    static final int ZFCP_FC_CTELS_TMO = 2 * FcConstants.FC_DEF_R_A_TOV / 1000;

    private static final int RESPONSE_OFFSET = 512;

    final CtEls ctEls = new CtEls();
    /** Absolute address of the block. */
    final long payload;

    private final int size;

    private FcReq(long payload, int size) {
        this.payload = payload;
        this.size = size;
        clear();
    }

    /** {@code kmem_cache_zalloc(zfcp_fc_req_cache)}: null without memory. */
    static FcReq zalloc(ZfcpModule module) {
        return in(module, module.fcPayloadCache.alloc());
    }

    /** A zeroed request in a block of {@code zfcp_fc_req_cache}; null if there is no block. */
    static FcReq in(ZfcpModule module, long payload) {
        return payload == 0 ? null : new FcReq(payload, module.fcPayloadCache.size());
    }

    /** {@code kmem_cache_free(zfcp_fc_req_cache)}. */
    void free(ZfcpModule module) {
        module.fcPayloadCache.free(payload);
    }

    /** The {@code memset} before a second use. */
    void clear() {
        Memory.zero(payload, size);
    }

    /** Absolute address of the request. */
    long request() {
        return payload;
    }

    /** Absolute address of the response; not that of an answer to GPN_FT, which has pages of its own. */
    long response() {
        return payload + RESPONSE_OFFSET;
    }

    /** {@code sg_init_one} for request and response. */
    void sgInit(int requestSize, int responseSize) {
        if (requestSize > RESPONSE_OFFSET || RESPONSE_OFFSET + responseSize > size) {
            throw new IllegalArgumentException("payload of " + requestSize + " and " + responseSize + " bytes");
        }
        ctEls.req = ScatterList.one(request(), requestSize);
        ctEls.resp = ScatterList.one(response(), responseSize);
    }
}
