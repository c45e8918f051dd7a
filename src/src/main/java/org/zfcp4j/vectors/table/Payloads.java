// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import java.util.List;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcElsAdisc;
import org.zfcp4j.layout.fc.FcElsCsp;
import org.zfcp4j.layout.fc.FcElsCssp;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fc.FcGpnFtResp;
import org.zfcp4j.layout.fc.FcNsFid;
import org.zfcp4j.layout.fc.FcNsGidPn;
import org.zfcp4j.layout.fc.ZfcpFcGidPnReq;
import org.zfcp4j.layout.fc.ZfcpFcGidPnRsp;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.vectors.SentRequest;

/** What the recorded channel puts into a good answer: into the QTCB, and into the response buffer of CT and ELS. */
final class Payloads {
    private static final int FRAME_SIZE = 2048;
    private static final int FC_PH_VERSION = 0x20;
    private static final int PLOGI_LENGTH = 0x74;
    private static final int LIC_VERSION = 0x718;
    private static final int MAX_DATA_TRANSFER = 0x10000;
    private static final int SPEED_16_GBIT = 0x20;
    private static final int HARDWARE_TYPE = 5;
    private static final int TIMER_INTERVAL = 100;
    private static final int PORT_SPEEDS = 0x34;
    /** The service parameters of the configuration lack the command code, with which their layout begins. */
    private static final int MISSING_COMMAND_CODE = Integer.BYTES;

    private final int adapterFeatures;
    private final int statusReadBufNum;
    private final List<San.RemotePort> ports;

    /**
     * @param adapterFeatures of the FCP device
     * @param ports that the name server knows
     */
    Payloads(int adapterFeatures, int statusReadBufNum, List<San.RemotePort> ports) {
        this.ports = ports;
        this.adapterFeatures = adapterFeatures;
        this.statusReadBufNum = statusReadBufNum;
    }

    /** True for a command whose answer has a payload whatever its statuses are. */
    static boolean isUnconditional(int command) {
        return command == FSF_QTCB_EXCHANGE_CONFIG_DATA || command == FSF_QTCB_EXCHANGE_PORT_DATA;
    }

    /** @param payload address of what is sent by a CT or ELS request */
    void fill(SentRequest request, long payload) {
        long header = FsfQtcb.HEADER.at(request.qtcb());
        long bottom = FsfQtcb.BOTTOM.at(request.qtcb());
        switch (request.command()) {
            case FSF_QTCB_EXCHANGE_CONFIG_DATA -> config(FsfQtcbBottom.CONFIG.at(bottom));
            case FSF_QTCB_EXCHANGE_PORT_DATA -> port(FsfQtcbBottom.PORT.at(bottom));
            case FSF_QTCB_OPEN_PORT_WITH_DID -> openPort(header, FsfQtcbBottom.SUPPORT.at(bottom));
            case FSF_QTCB_OPEN_LUN -> FsfQtcbHeader.LUN_HANDLE.set(header, San.lunHandle(FsfQtcbHeader.PORT_HANDLE.get(header),
                FsfQtcbBottomSupport.FCP_LUN.get(FsfQtcbBottom.SUPPORT.at(bottom))));
            case FSF_QTCB_SEND_GENERIC -> nameServer(payload, request.response());
            case FSF_QTCB_SEND_ELS -> adisc(FsfQtcbBottomSupport.D_ID.get(FsfQtcbBottom.SUPPORT.at(bottom)), request.response());
            default -> { }
        }
    }

    private void config(long config) {
        FsfQtcbBottomConfig.LIC_VERSION.set(config, LIC_VERSION);
        FsfQtcbBottomConfig.HIGH_QTCB_VERSION.set(config, FSF_QTCB_CURRENT_VERSION);
        FsfQtcbBottomConfig.LOW_QTCB_VERSION.set(config, FSF_QTCB_CURRENT_VERSION);
        FsfQtcbBottomConfig.MAX_QTCB_SIZE.set(config, FsfQtcb.SIZE);
        FsfQtcbBottomConfig.MAX_DATA_TRANSFER_SIZE.set(config, MAX_DATA_TRANSFER);
        FsfQtcbBottomConfig.ADAPTER_FEATURES.set(config, adapterFeatures);
        FsfQtcbBottomConfig.FC_TOPOLOGY.set(config, FSF_TOPO_FABRIC);
        FsfQtcbBottomConfig.FC_LINK_SPEED.set(config, SPEED_16_GBIT);
        FsfQtcbBottomConfig.ADAPTER_TYPE.set(config, HARDWARE_TYPE);
        FsfQtcbBottomConfig.STATUS_READ_BUF_NUM.set(config, statusReadBufNum);
        FsfQtcbBottomConfig.TIMER_INTERVAL.set(config, TIMER_INTERVAL);
        FsfQtcbBottomConfig.S_ID.set(config, San.OWN_D_ID);
        FsfQtcbBottomConfig.ADAPTER_PORTS.set(config, 1);
        serviceParameters(FsfQtcbBottomConfig.NPORT_SERV_PARAM.at(config) - MISSING_COMMAND_CODE, San.OWN_WWPN, San.OWN_WWNN);
        serviceParameters(FsfQtcbBottomConfig.PLOGI_PAYLOAD.at(config) - MISSING_COMMAND_CODE, San.FABRIC_WWPN, San.FABRIC_NAME);
    }

    private static void serviceParameters(long flogi, long wwpn, long wwnn) {
        long csp = FcElsFlogi.FL_CSP.at(flogi);
        FcElsCsp.SP_HI_VER.set(csp, FC_PH_VERSION);
        FcElsCsp.SP_LO_VER.set(csp, FC_PH_VERSION);
        FcElsCsp.SP_BB_DATA.set(csp, FRAME_SIZE);
        FcElsFlogi.FL_WWPN.set(flogi, wwpn);
        FcElsFlogi.FL_WWNN.set(flogi, wwnn);
        FcElsCssp.CP_CLASS.set(FcElsFlogi.FL_CSSP.at(flogi, 2), FcConstants.FC_CPC_VALID);
    }

    private void port(long port) {
        FsfQtcbBottomPort.WWPN.set(port, San.OWN_WWPN);
        FsfQtcbBottomPort.FC_PORT_ID.set(port, San.OWN_D_ID);
        FsfQtcbBottomPort.PORT_TYPE.set(port, 2);
        FsfQtcbBottomPort.PORT_STATE.set(port, 2);
        FsfQtcbBottomPort.SUPPORTED_SPEED.set(port, PORT_SPEEDS);
        FsfQtcbBottomPort.MAXIMUM_FRAME_SIZE.set(port, FRAME_SIZE + 64);
    }

    private static void openPort(long header, long support) {
        int dId = FsfQtcbBottomSupport.D_ID.get(support);
        San.RemotePort port = San.byDId(dId);
        if (San.isWellKnown(dId)) {
            FsfQtcbHeader.PORT_HANDLE.set(header, San.wellKnownHandle(dId));
        } else if (port != null) {
            FsfQtcbHeader.PORT_HANDLE.set(header, San.portHandle(port));
            FsfQtcbBottomSupport.ELS1_LENGTH.set(support, PLOGI_LENGTH);
            long plogi = FsfQtcbBottomSupport.ELS.at(support);
            serviceParameters(plogi, port.wwpn(), San.REMOTE_WWNN);
            FcElsFlogi.FL_CMD.set(plogi, FcConstants.ELS_LS_ACC);
        }
    }

    private void nameServer(long request, ScatterList response) {
        switch (FcCtHdr.CT_CMD.get(request)) {
            case FcConstants.FC_NS_GPN_FT -> portList(response);
            case FcConstants.FC_NS_GID_PN -> portId(request, response.address(0));
            default -> ctHeader(response.address(0), FcConstants.FC_FS_ACC);
        }
    }

    private static void ctHeader(long header, int command) {
        FcCtHdr.CT_REV.set(header, 1);
        FcCtHdr.CT_FS_TYPE.set(header, FcConstants.FC_FST_DIR);
        FcCtHdr.CT_FS_SUBTYPE.set(header, FcConstants.FC_NS_SUBTYPE);
        FcCtHdr.CT_CMD.set(header, command);
    }

    /** All ports that are known, and last the FCP device itself. */
    private void portList(ScatterList response) {
        long entry = response.address(0);
        ctHeader(entry, FcConstants.FC_FS_ACC);
        for (San.RemotePort port : ports) {
            entry += FcGpnFtResp.SIZE;
            listEntry(entry, 0, port.dId(), port.wwpn());
        }
        listEntry(entry + FcGpnFtResp.SIZE, FcConstants.FC_NS_FID_LAST, San.OWN_D_ID, San.OWN_WWPN);
    }

    private static void listEntry(long entry, int flags, int dId, long wwpn) {
        Memory.zero(entry, FcGpnFtResp.SIZE);
        FcGpnFtResp.FP_FLAGS.set(entry, flags);
        FcGpnFtResp.FP_FID.set(entry, dId);
        FcGpnFtResp.FP_WWPN.set(entry, wwpn);
    }

    private static void portId(long request, long response) {
        San.RemotePort port = San.byWwpn(FcNsGidPn.FN_WWPN.get(ZfcpFcGidPnReq.GID_PN.at(request)));
        ctHeader(ZfcpFcGidPnRsp.CT_HDR.at(response), port == null ? FcConstants.FC_FS_RJT : FcConstants.FC_FS_ACC);
        if (port != null) {
            FcNsFid.FP_FID.set(ZfcpFcGidPnRsp.GID_PN.at(response), port.dId());
        }
    }

    private static void adisc(int dId, ScatterList response) {
        San.RemotePort port = San.byDId(dId);
        long adisc = response.address(0);
        FcElsAdisc.ADISC_CMD.set(adisc, FcConstants.ELS_LS_ACC);
        if (port != null) {
            FcElsAdisc.ADISC_WWPN.set(adisc, port.wwpn());
            FcElsAdisc.ADISC_WWNN.set(adisc, San.REMOTE_WWNN);
            FcElsAdisc.ADISC_PORT_ID.set(adisc, dId);
        }
    }
}
