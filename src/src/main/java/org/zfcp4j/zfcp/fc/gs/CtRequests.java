// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.Mempool;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.fsf.SendCt;

/** {@code zfcp_fc.c}: what all requests to the name server have in common. */
final class CtRequests {
    private CtRequests() {
    }

    /**
     * {@code zfcp_fc_ct_ns_init}: the header of a request to the name server.
     *
     * @param ctHdr address of a {@link FcCtHdr}, zero before
     * @param cmd an FC_NS_ request
     * @param mrSize bytes that the response may have after its header
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_ct_ns_init")
    static void ctNsInit(long ctHdr, int cmd, int mrSize) {
        FcCtHdr.CT_REV.set(ctHdr, FcConstants.FC_CT_REV);
        FcCtHdr.CT_FS_TYPE.set(ctHdr, FcConstants.FC_FST_DIR);
        FcCtHdr.CT_FS_SUBTYPE.set(ctHdr, FcConstants.FC_NS_SUBTYPE);
        FcCtHdr.CT_CMD.set(ctHdr, cmd);
        FcCtHdr.CT_MR_SIZE.set(ctHdr, mrSize / 4);
    }

    /** {@code zfcp_fc_complete}: handler of a request whose sender waits. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_complete")
    private static void complete(Object data) {
        ((Completion) data).complete();
    }

    /**
     * Sends a request to the name server, whose port is open, and waits for the response. Process context.
     *
     * @param pool where the FSF request comes from, or null
     * @return 0, or a negative errno when the request could not be sent; how it fared says {@link CtEls#status}
     */
    static int sendAndWait(Adapter adapter, CtEls ctEls, Mempool<FsfReq> pool) {
        Completion completion = adapter.module.kernel.completion("completion", ctEls);
        ctEls.handler = CtRequests::complete;
        ctEls.handlerData = completion;

        int ret = SendCt.sendCt(adapter.gs.ds(), ctEls, pool, FcReq.ZFCP_FC_CTELS_TMO);
        if (ret == 0) {
            completion.waitForCompletion();
        }
        return ret;
    }
}
