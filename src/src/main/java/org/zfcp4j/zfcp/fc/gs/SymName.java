// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import java.nio.charset.StandardCharsets;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcGidPnResp;
import org.zfcp4j.layout.fc.FcGspnResp;
import org.zfcp4j.layout.fc.FcNsFid;
import org.zfcp4j.layout.fc.FcNsRspn;
import org.zfcp4j.layout.fc.ZfcpFcGspnReq;
import org.zfcp4j.layout.fc.ZfcpFcGspnRsp;
import org.zfcp4j.layout.fc.ZfcpFcRspnReq;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.def.Adapter;

/** {@code zfcp_fc.c}: the symbolic name of the FCP device's port at the name server. Work queue. */
public final class SymName {
    private static final String DEVNO = "DEVNO:";

    private SymName() {
    }

    /**
     * {@code zfcp_fc_gspn}: gets the symbolic name; in NPIV mode, where the port belongs to this system alone, device and
     * system are added unless they are there already.
     *
     * @return 0, or not 0 if the name is not known
     */
    @LinuxSource(value = "zfcp_fc.c:zfcp_fc_gspn",
            calls = {"zfcp_fsf_send_ct", "zfcp_fc_complete", "wait_for_completion", "sg_init_one"})
    private static int gspn(Adapter adapter, FcReq fcReq) {
        FcHost host = adapter.scsiHost.fc;
        long gspnReq = fcReq.request();

        CtRequests.ctNsInit(ZfcpFcGspnReq.CT_HDR.at(gspnReq), FcConstants.FC_NS_GSPN_ID, FcHost.FC_SYMBOLIC_NAME_SIZE);
        FcGidPnResp.FP_FID.set(ZfcpFcGspnReq.GSPN.at(gspnReq), host.portId);
        fcReq.sgInit(ZfcpFcGspnReq.SIZE, ZfcpFcGspnRsp.SIZE);

        int ret = CtRequests.sendAndWait(adapter, fcReq.ctEls, null);
        if (ret != 0) {
            return ret;
        }
        if (fcReq.ctEls.status != 0) {
            return fcReq.ctEls.status;
        }

        String name = string(FcGspnResp.FP_NAME.at(ZfcpFcGspnRsp.GSPN.at(fcReq.response())));
        if (host.portType == FcHost.FC_PORTTYPE_NPIV && !name.contains(DEVNO)) {
            host.symbolicName = truncate(
                    name + DEVNO + " " + adapter.busId() + " NAME: " + adapter.module.nodename);
        } else {
            host.symbolicName = truncate(name);
        }
        return 0;
    }

    /** {@code zfcp_fc_rspn}: tells the name server the symbolic name; how it answers does not matter. */
    @LinuxSource(value = "zfcp_fc.c:zfcp_fc_rspn",
            calls = {"zfcp_fsf_send_ct", "zfcp_fc_complete", "wait_for_completion", "sg_init_one"})
    private static void rspn(Adapter adapter, FcReq fcReq) {
        FcHost host = adapter.scsiHost.fc;
        long rspnReq = fcReq.request();
        long rspn = ZfcpFcRspnReq.RSPN.at(rspnReq);

        CtRequests.ctNsInit(ZfcpFcRspnReq.CT_HDR.at(rspnReq), FcConstants.FC_NS_RSPN_ID, FcHost.FC_SYMBOLIC_NAME_SIZE);
        FcNsFid.FP_FID.set(FcNsRspn.FR_FID.at(rspn), host.portId);
        byte[] name = truncate(host.symbolicName).getBytes(StandardCharsets.ISO_8859_1);
        Memory.put(FcNsRspn.FR_NAME.at(rspn), name);
        FcNsRspn.FR_NAME_LEN.set(rspn, name.length);
        fcReq.sgInit(ZfcpFcRspnReq.SIZE, FcCtHdr.SIZE);

        CtRequests.sendAndWait(adapter, fcReq.ctEls, null);
    }

    /** The C string at {@code address}, which ends with its buffer at the latest. */
    private static String string(long address) {
        byte[] bytes = Memory.bytes(address, FcHost.FC_SYMBOLIC_NAME_SIZE);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** As {@code snprintf} and {@code strlcpy} do it, with room for the terminator. */
    private static String truncate(String name) {
        return name.substring(0, Math.min(name.length(), FcHost.FC_SYMBOLIC_NAME_SIZE - 1));
    }

    /**
     * {@code zfcp_fc_sym_name_update}: gets the symbolic name and, in NPIV mode, sets it at the name server. Function of
     * {@code ns_up_work}.
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_sym_name_update")
    public static void symNameUpdate(Work work) {
        Adapter adapter = (Adapter) work.owner();
        FcHost host = adapter.scsiHost.fc;

        if (host.portType != FcHost.FC_PORTTYPE_NPORT && host.portType != FcHost.FC_PORTTYPE_NPIV) {
            return;
        }

        FcReq fcReq = FcReq.zalloc(adapter.module);
        if (fcReq == null) {
            return;
        }

        if (WkaPortOps.wkaPortGet(adapter.gs.ds()) == 0) {
            int ret = gspn(adapter, fcReq);
            if (ret == 0 && host.portType == FcHost.FC_PORTTYPE_NPIV) {
                fcReq.clear();
                rspn(adapter, fcReq);
            }
            WkaPortOps.wkaPortPut(adapter.gs.ds());
        }
        fcReq.free(adapter.module);
    }
}
