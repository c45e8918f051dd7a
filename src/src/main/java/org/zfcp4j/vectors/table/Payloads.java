// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import java.util.List;
import org.zfcp4j.kernel.scsi.ScatterList;
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
        long header = FsfQtcb.header(request.qtcb());
        long bottom = FsfQtcb.bottom(request.qtcb());
        switch (request.command()) {
            case FSF_QTCB_EXCHANGE_CONFIG_DATA -> config(FsfQtcbBottom.config(bottom));
            case FSF_QTCB_EXCHANGE_PORT_DATA -> port(FsfQtcbBottom.port(bottom));
            case FSF_QTCB_OPEN_PORT_WITH_DID -> openPort(header, FsfQtcbBottom.support(bottom));
            case FSF_QTCB_OPEN_LUN -> FsfQtcbHeader.lunHandle(header, San.lunHandle(FsfQtcbHeader.portHandle(header),
                FsfQtcbBottomSupport.fcpLun(FsfQtcbBottom.support(bottom))));
            case FSF_QTCB_SEND_GENERIC -> nameServer(payload, request.response());
            case FSF_QTCB_SEND_ELS -> adisc(FsfQtcbBottomSupport.dId(FsfQtcbBottom.support(bottom)), request.response());
            default -> { }
        }
    }

    private void config(long config) {
        FsfQtcbBottomConfig.licVersion(config, LIC_VERSION);
        FsfQtcbBottomConfig.highQtcbVersion(config, FSF_QTCB_CURRENT_VERSION);
        FsfQtcbBottomConfig.lowQtcbVersion(config, FSF_QTCB_CURRENT_VERSION);
        FsfQtcbBottomConfig.maxQtcbSize(config, FsfQtcb.SIZE);
        FsfQtcbBottomConfig.maxDataTransferSize(config, MAX_DATA_TRANSFER);
        FsfQtcbBottomConfig.adapterFeatures(config, adapterFeatures);
        FsfQtcbBottomConfig.fcTopology(config, FSF_TOPO_FABRIC);
        FsfQtcbBottomConfig.fcLinkSpeed(config, SPEED_16_GBIT);
        FsfQtcbBottomConfig.adapterType(config, HARDWARE_TYPE);
        FsfQtcbBottomConfig.statusReadBufNum(config, statusReadBufNum);
        FsfQtcbBottomConfig.timerInterval(config, TIMER_INTERVAL);
        FsfQtcbBottomConfig.sId(config, San.OWN_D_ID);
        FsfQtcbBottomConfig.adapterPorts(config, 1);
        serviceParameters(FsfQtcbBottomConfig.nportServParam(config) - MISSING_COMMAND_CODE, San.OWN_WWPN, San.OWN_WWNN);
        serviceParameters(FsfQtcbBottomConfig.plogiPayload(config) - MISSING_COMMAND_CODE, San.FABRIC_WWPN, San.FABRIC_NAME);
    }

    private static void serviceParameters(long flogi, long wwpn, long wwnn) {
        long csp = FcElsFlogi.flCsp(flogi);
        FcElsCsp.spHiVer(csp, FC_PH_VERSION);
        FcElsCsp.spLoVer(csp, FC_PH_VERSION);
        FcElsCsp.spBbData(csp, FRAME_SIZE);
        FcElsFlogi.flWwpn(flogi, wwpn);
        FcElsFlogi.flWwnn(flogi, wwnn);
        FcElsCssp.cpClass(FcElsFlogi.flCssp(flogi, 2), FcConstants.FC_CPC_VALID);
    }

    private void port(long port) {
        FsfQtcbBottomPort.wwpn(port, San.OWN_WWPN);
        FsfQtcbBottomPort.fcPortId(port, San.OWN_D_ID);
        FsfQtcbBottomPort.portType(port, 2);
        FsfQtcbBottomPort.portState(port, 2);
        FsfQtcbBottomPort.supportedSpeed(port, PORT_SPEEDS);
        FsfQtcbBottomPort.maximumFrameSize(port, FRAME_SIZE + 64);
    }

    private static void openPort(long header, long support) {
        int dId = FsfQtcbBottomSupport.dId(support);
        San.RemotePort port = San.byDId(dId);
        if (San.isWellKnown(dId)) {
            FsfQtcbHeader.portHandle(header, San.wellKnownHandle(dId));
        } else if (port != null) {
            FsfQtcbHeader.portHandle(header, San.portHandle(port));
            FsfQtcbBottomSupport.els1Length(support, PLOGI_LENGTH);
            long plogi = FsfQtcbBottomSupport.els(support);
            serviceParameters(plogi, port.wwpn(), San.REMOTE_WWNN);
            FcElsFlogi.flCmd(plogi, FcConstants.ELS_LS_ACC);
        }
    }

    private void nameServer(long request, ScatterList response) {
        switch (FcCtHdr.ctCmd(request)) {
            case FcConstants.FC_NS_GPN_FT -> portList(response);
            case FcConstants.FC_NS_GID_PN -> portId(request, response.address(0));
            default -> ctHeader(response.address(0), FcConstants.FC_FS_ACC);
        }
    }

    private static void ctHeader(long header, int command) {
        FcCtHdr.ctRev(header, 1);
        FcCtHdr.ctFsType(header, FcConstants.FC_FST_DIR);
        FcCtHdr.ctFsSubtype(header, FcConstants.FC_NS_SUBTYPE);
        FcCtHdr.ctCmd(header, command);
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
        FcGpnFtResp.fpFlags(entry, flags);
        FcGpnFtResp.fpFid(entry, dId);
        FcGpnFtResp.fpWwpn(entry, wwpn);
    }

    private static void portId(long request, long response) {
        San.RemotePort port = San.byWwpn(FcNsGidPn.fnWwpn(ZfcpFcGidPnReq.gidPn(request)));
        ctHeader(ZfcpFcGidPnRsp.ctHdr(response), port == null ? FcConstants.FC_FS_RJT : FcConstants.FC_FS_ACC);
        if (port != null) {
            FcNsFid.fpFid(ZfcpFcGidPnRsp.gidPn(response), port.dId());
        }
    }

    private static void adisc(int dId, ScatterList response) {
        San.RemotePort port = San.byDId(dId);
        long adisc = response.address(0);
        FcElsAdisc.adiscCmd(adisc, FcConstants.ELS_LS_ACC);
        if (port != null) {
            FcElsAdisc.adiscWwpn(adisc, port.wwpn());
            FcElsAdisc.adiscWwnn(adisc, San.REMOTE_WWNN);
            FcElsAdisc.adiscPortId(adisc, dId);
        }
    }
}
