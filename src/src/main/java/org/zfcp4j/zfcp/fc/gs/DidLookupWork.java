// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcGidPnResp;
import org.zfcp4j.layout.fc.FcNsGidPn;
import org.zfcp4j.layout.fc.ZfcpFcGidPnReq;
import org.zfcp4j.layout.fc.ZfcpFcGidPnRsp;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.FcLimits;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;

/** {@code zfcp_fc.c}: asks the name server for the address of a remote port (GID_PN). Work queue. */
public final class DidLookupWork {
    private DidLookupWork() {
    }

    /** {@code zfcp_fc_ns_gid_pn_eval}: takes the D_ID out of an accepting answer; any other one leaves it unknown. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_ns_gid_pn_eval")
    private static void nsGidPnEval(FcReq fcReq) {
        CtEls ctEls = fcReq.ctEls;
        long gidPnRsp = fcReq.response();

        if (ctEls.status != 0) {
            return;
        }
        if (FcCtHdr.CT_CMD.get(ZfcpFcGidPnRsp.CT_HDR.at(gidPnRsp)) != FcConstants.FC_FS_ACC) {
            return;
        }
        ctEls.port.dId = FcGidPnResp.FP_FID.get(ZfcpFcGidPnRsp.GID_PN.at(gidPnRsp));
    }

    /** {@code zfcp_fc_ns_gid_pn_request}: sends the request and waits; 0 or a negative errno. */
    @LinuxSource(value = "zfcp_fc.c:zfcp_fc_ns_gid_pn_request",
            calls = {"zfcp_fsf_send_ct", "zfcp_fc_complete", "wait_for_completion", "sg_init_one"})
    private static int nsGidPnRequest(Port port, FcReq fcReq) {
        Adapter adapter = port.adapter;
        long gidPnReq = fcReq.request();

        fcReq.ctEls.port = port;
        fcReq.sgInit(ZfcpFcGidPnReq.SIZE, ZfcpFcGidPnRsp.SIZE);

        CtRequests.ctNsInit(ZfcpFcGidPnReq.CT_HDR.at(gidPnReq), FcConstants.FC_NS_GID_PN, FcLimits.ZFCP_FC_CT_SIZE_PAGE);
        FcNsGidPn.FN_WWPN.set(ZfcpFcGidPnReq.GID_PN.at(gidPnReq), port.wwpn);

        int ret = CtRequests.sendAndWait(adapter, fcReq.ctEls, adapter.pool.gidPnReq);
        if (ret == 0) {
            nsGidPnEval(fcReq);
        }
        return ret;
    }

    /** {@code zfcp_fc_ns_gid_pn}: 0 if the name server was asked, whatever it said; else a negative errno. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_ns_gid_pn")
    private static int nsGidPn(Port port) {
        Adapter adapter = port.adapter;

        FcReq fcReq = FcReq.in(adapter.module, adapter.pool.gidPn.alloc());
        if (fcReq == null) {
            return -Errno.ENOMEM;
        }

        int ret = WkaPortOps.wkaPortGet(adapter.gs.ds());
        if (ret == 0) {
            ret = nsGidPnRequest(port, fcReq);
            WkaPortOps.wkaPortPut(adapter.gs.ds());
        }
        adapter.pool.gidPn.free(fcReq.payload);
        return ret;
    }

    /**
     * {@code zfcp_fc_port_did_lookup}: looks up the D_ID and goes on with recovery; a port that the name server does not know
     * has failed. Function of {@code gid_pn_work}, which holds a reference on the port.
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_port_did_lookup")
    public static void portDidLookup(Work work) {
        Port port = (Port) work.owner();

        if (nsGidPn(port) != 0) {
            ErpTrigger.adapterReopen(port.adapter, 0, "fcgpn_1");
        } else if (port.dId == 0) {
            ErpStatus.setPortStatus(port, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED);
        } else {
            ErpTrigger.portReopen(port, 0, "fcgpn_3");
        }
        port.dev.put();
    }
}
