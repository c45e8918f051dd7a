// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED;

import java.util.function.Predicate;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;

/**
 * What the FC transport must know of a host after the channel has told of it.
 *
 * @param right whether it does
 */
record HostAttributes(Predicate<FcHost> right) {
    /** A service parameter payload begins with a command word; the one in the bottom lacks it. */
    private static final int MISSING_COMMAND = Integer.BYTES;
    /** Bits of the channel for 1, 2, 4, 10, 8, 16, 32, 64 and 128 Gbit/s, and "not negotiated", and those of the FC transport class. */
    private static final int[][] SPEEDS = {{1 << 0, 1 << 0}, {1 << 1, 1 << 1}, {1 << 2, 1 << 3}, {1 << 3, 1 << 2}, {1 << 4, 1 << 4}, {1 << 5, 1 << 5},
        {1 << 6, 1 << 6}, {1 << 7, 1 << 12}, {1 << 8, 1 << 13}, {1 << 15, 1 << 15}};
    private static final HostAttributes WITHOUT_LINK = new HostAttributes(host -> host.portId == 0 && host.fabricName == 0
            && host.speed == FcHost.FC_PORTSPEED_UNKNOWN && host.portType == FcHost.FC_PORTTYPE_UNKNOWN);

    /** Of an answer that was not evaluated yet; null if it says nothing of a host, or there is none yet. */
    static HostAttributes of(FsfReq req) {
        long header = FsfQtcb.HEADER.at(req.qtcb);
        int prot = FsfQtcbPrefix.PROT_STATUS.get(FsfQtcb.PREFIX.at(req.qtcb));
        int command = FsfQtcbHeader.FSF_COMMAND.get(header);
        int status = FsfQtcbHeader.FSF_STATUS.get(header);
        if (req.adapter.scsiHost == null) {
            return null;
        }
        boolean exchange = command == FSF_QTCB_EXCHANGE_CONFIG_DATA || command == FSF_QTCB_EXCHANGE_PORT_DATA;
        if (prot == FSF_PROT_LINK_DOWN || exchange && status == FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE) {
            return unplugged(req.adapter);
        }
        if (prot != FSF_PROT_GOOD || status != FSF_GOOD || !exchange) {
            return null;
        }
        long bottom = FsfQtcb.BOTTOM.at(req.qtcb);
        return command == FSF_QTCB_EXCHANGE_CONFIG_DATA ? config(FsfQtcbBottom.CONFIG.at(bottom)) : port(FsfQtcbBottom.PORT.at(bottom));
    }

    /** Likewise of a notification. */
    static HostAttributes ofNotification(FsfReq req) {
        boolean down = FsfStatusReadBuffer.STATUS_TYPE.get(req.srb) == FSF_STATUS_READ_LINK_DOWN;
        return down && req.adapter.scsiHost != null ? unplugged(req.adapter) : null;
    }

    /** Only what takes the link away counts. */
    private static HostAttributes unplugged(Adapter adapter) {
        return (adapter.status.read() & ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) == 0 ? WITHOUT_LINK : null;
    }

    private static HostAttributes config(long bottom) {
        long own = FsfQtcbBottomConfig.NPORT_SERV_PARAM.at(bottom) - MISSING_COMMAND;
        long peer = FsfQtcbBottomConfig.PLOGI_PAYLOAD.at(bottom) - MISSING_COMMAND;
        long portName = FcElsFlogi.FL_WWPN.get(own);
        long nodeName = FcElsFlogi.FL_WWNN.get(own);
        int portId = FsfQtcbBottomConfig.S_ID.get(bottom);
        int speed = speeds(FsfQtcbBottomConfig.FC_LINK_SPEED.get(bottom));
        long fabric = FsfQtcbBottomConfig.FC_TOPOLOGY.get(bottom) == FSF_TOPO_FABRIC ? FcElsFlogi.FL_WWNN.get(peer) : 0;
        String model = String.format("0x%04x", FsfQtcbBottomConfig.ADAPTER_TYPE.get(bottom));
        String firmware = String.format("0x%08x", FsfQtcbBottomConfig.LIC_VERSION.get(bottom));
        return new HostAttributes(host -> host.portName == portName && host.nodeName == nodeName && host.portId == portId && host.speed == speed
                && host.fabricName == fabric && host.model.equals(model) && host.firmwareVersion.equals(firmware)
                && host.supportedClasses == (FcHost.FC_COS_CLASS2 | FcHost.FC_COS_CLASS3));
    }

    private static HostAttributes port(long bottom) {
        long name = FsfQtcbBottomPort.WWPN.get(bottom);
        int frame = FsfQtcbBottomPort.MAXIMUM_FRAME_SIZE.get(bottom);
        int supported = speeds(FsfQtcbBottomPort.SUPPORTED_SPEED.get(bottom));
        return new HostAttributes(host -> host.permanentPortName == name && host.maxframeSize == frame && host.supportedSpeeds == supported);
    }

    private static int speeds(int channel) {
        int transport = 0;
        for (int[] speed : SPEEDS) {
            transport |= (channel & speed[0]) != 0 ? speed[1] : 0;
        }
        return transport;
    }

    /** Whether the host has them; one that has gone needs none. */
    boolean areThoseOf(Adapter adapter) {
        return adapter.scsiHost == null || right.test(adapter.scsiHost.fc);
    }
}
