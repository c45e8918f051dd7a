// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import org.zfcp4j.layout.fsf.FsfLinkDownInfo;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.scsi.Rports;

/** What the driver does when the channel has lost its link. */
public final class LinkDown {
    private LinkDown() {
    }

    /** {@code zfcp_fsf_fc_host_link_down}: forgets what is only true of a link that is up. Any context. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_fc_host_link_down")
    public static void fcHostLinkDown(Adapter adapter) {
        ScsiHost shost = adapter.scsiHost;

        adapter.hydraVersion = 0;
        adapter.peerWwpn = 0;
        adapter.peerWwnn = 0;
        adapter.peerDId = 0;

        if (shost == null) {
            return;
        }
        shost.fc.portId = 0;
        shost.fc.fabricName = 0;
        shost.fc.speed = FcHost.FC_PORTSPEED_UNKNOWN;
        shost.fc.portType = FcHost.FC_PORTTYPE_UNKNOWN;
        shost.fc.model = "0x0000";
        shost.fc.activeFc4s = new byte[FcHost.FC_FC4_LIST_SIZE];
    }

    /**
     * {@code zfcp_fsf_link_down_info_eval}: marks the adapter as unplugged and failed, once a link down. Tasklet or ERP
     * thread.
     *
     * @param linkDown absolute address of a {@link FsfLinkDownInfo}, or 0 if there is none
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_link_down_info_eval")
    static void linkDownInfoEval(FsfReq req, long linkDown) {
        Adapter adapter = req.adapter;

        if ((adapter.status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) != 0) {
            return;
        }
        adapter.status.or(ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED);

        Rports.scheduleRportsBlock(adapter);

        fcHostLinkDown(adapter);

        if (linkDown != 0) {
            DevMessage.warn(req.adapter, "zfcp_fsf.c:zfcp_fsf_link_down_info_eval", reason(FsfLinkDownInfo.ERROR_CODE.get(linkDown)));
        }
        ErpStatus.setAdapterStatus(adapter, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED);
    }

    private static String reason(int errorCode) {
        return switch (errorCode) {
            case FSF_PSQ_LINK_NO_LIGHT -> "Link down: no light on the cable";
            case FSF_PSQ_LINK_WRAP_PLUG -> "Link down: a wrap plug is in the place of the cable";
            case FSF_PSQ_LINK_NO_FCP -> "Link down: the node at the other end does not support FCP";
            case FSF_PSQ_LINK_FIRMWARE_UPDATE -> "Link down: suspended during a firmware update";
            case FSF_PSQ_LINK_INVALID_WWPN -> "Link down: a WWPN is not valid or in use elsewhere";
            case FSF_PSQ_LINK_NO_NPIV_SUPPORT -> "Link down: the fabric does not support NPIV";
            case FSF_PSQ_LINK_NO_FCP_RESOURCES -> "Link down: the FCP channel has no NPIV port left";
            case FSF_PSQ_LINK_NO_FABRIC_RESOURCES -> "Link down: the switch has no NPIV port left";
            case FSF_PSQ_LINK_FABRIC_LOGIN_UNABLE -> "Link down: the login to the fabric failed";
            case FSF_PSQ_LINK_WWPN_ASSIGNMENT_CORRUPTED -> "Link down: the channel's WWPN assignment file is damaged";
            case FSF_PSQ_LINK_MODE_TABLE_CURRUPTED -> "Link down: the channel's mode table is damaged";
            case FSF_PSQ_LINK_NO_WWPN_ASSIGNMENT -> "Link down: all NPIV ports of the channel are assigned";
            default -> "Link down between the FCP channel and the fabric";
        };
    }
}
