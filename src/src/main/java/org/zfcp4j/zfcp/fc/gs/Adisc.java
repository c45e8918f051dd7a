// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcElsAdisc;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fsf.SendEls;

/** {@code zfcp_fc.c}: the link test, an ADISC to a remote port. */
public final class Adisc {
    private Adisc() {
    }

    /**
     * {@code zfcp_fc_adisc_handler}: the port answered or did not; only an answer of the right port that is still open gives it
     * its D_ID back. Drops the reference that the work item took. Response handler context.
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_adisc_handler")
    static void adiscHandler(Object data) {
        FcReq fcReq = (FcReq) data;
        Port port = fcReq.ctEls.port;

        evaluate(fcReq, port);
        port.status.andnot(ZfcpStatus.ZFCP_STATUS_PORT_LINK_TEST);
        port.dev.put();
        fcReq.free(port.adapter.module);
    }

    private static void evaluate(FcReq fcReq, Port port) {
        long adiscResp = fcReq.response();

        if (fcReq.ctEls.status != 0) {
            ErpTrigger.portForcedReopen(port, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED, "fcadh_1");
            return;
        }

        if (port.wwnn == 0) {
            port.wwnn = FcElsAdisc.ADISC_WWNN.get(adiscResp);
        }

        if (port.wwpn != FcElsAdisc.ADISC_WWPN.get(adiscResp)
                || (port.status.read() & ZfcpStatus.ZFCP_STATUS_COMMON_OPEN) == 0) {
            ErpTrigger.portReopen(port, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED, "fcadh_2");
            return;
        }

        port.dId = FcElsAdisc.ADISC_PORT_ID.get(adiscResp);
    }

    /** {@code zfcp_fc_adisc}: sends the ADISC; 0 or a negative errno. */
    @LinuxSource(value = "zfcp_fc.c:zfcp_fc_adisc", calls = "sg_init_one")
    private static int adisc(Port port) {
        Adapter adapter = port.adapter;
        FcHost host = adapter.scsiHost.fc;

        FcReq fcReq = FcReq.zalloc(adapter.module);
        if (fcReq == null) {
            return -Errno.ENOMEM;
        }

        fcReq.ctEls.port = port;
        fcReq.sgInit(FcElsAdisc.SIZE, FcElsAdisc.SIZE);
        fcReq.ctEls.handler = Adisc::adiscHandler;
        fcReq.ctEls.handlerData = fcReq;

        // The hard address stays 0: it belongs to arbitrated loops.
        long request = fcReq.request();
        FcElsAdisc.ADISC_WWPN.set(request, host.portName);
        FcElsAdisc.ADISC_WWNN.set(request, host.nodeName);
        FcElsAdisc.ADISC_CMD.set(request, FcConstants.ELS_ADISC);
        FcElsAdisc.ADISC_PORT_ID.set(request, host.portId);

        int dId = port.dId;
        // Recovery of this port shall ask the name server anew. Cleared before the request is sent: the handler, which may run
        // before the send returns, sets it again.
        port.dId = 0;

        int ret = SendEls.sendEls(adapter, dId, fcReq.ctEls, FcReq.ZFCP_FC_CTELS_TMO);
        if (ret != 0) {
            fcReq.free(adapter.module);
        }
        return ret;
    }

    /**
     * {@code zfcp_fc_link_test_work}: tests the link, unless a test is in progress. Function of {@code test_link_work}; its
     * reference on the port passes to the handler of the ADISC. Work queue.
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_link_test_work")
    public static void linkTestWork(Work work) {
        Port port = (Port) work.owner();

        if ((port.status.read() & ZfcpStatus.ZFCP_STATUS_PORT_LINK_TEST) == 0) {
            port.status.or(ZfcpStatus.ZFCP_STATUS_PORT_LINK_TEST);

            if (adisc(port) == 0) {
                return;
            }

            port.status.andnot(ZfcpStatus.ZFCP_STATUS_PORT_LINK_TEST);
            ErpTrigger.portForcedReopen(port, 0, "fcltwk1");
        }
        port.dev.put();
    }
}
