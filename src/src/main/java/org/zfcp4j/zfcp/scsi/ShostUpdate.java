// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.PortSpeed;

/**
 * Attributes of the SCSI and FC host from what the channel told about device and port. A bottom is given either where the
 * channel wrote it, by its absolute address, or as the copy that the diagnostics cache keeps; both big-endian. Any context.
 */
public final class ShostUpdate {
    /** The service parameters lack the command word that an ELS payload starts with. */
    private static final int MISSING_COMMAND = -Integer.BYTES;
    /** Characters of a serial number that are looked at. */
    private static final int SERIAL_NUMBER_LENGTH = 17;

    private ShostUpdate() {
    }

    /** {@code zfcp_scsi_shost_update_config_data}, of a bottom in main storage. */
    public static void shostUpdateConfigData(Adapter adapter, long bottom, boolean bottomIncomplete) {
        if (adapter.scsiHost != null) {
            shostUpdateConfigData(adapter, Memory.bytes(bottom, FsfQtcbBottomConfig.SIZE), bottomIncomplete);
        }
    }

    /**
     * {@code zfcp_scsi_shost_update_config_data}: no effect while there is no host.
     *
     * @param bottom a {@code struct fsf_qtcb_bottom_config}
     * @param bottomIncomplete the link is down, so what depends on it is not valid
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_shost_update_config_data")
    public static void shostUpdateConfigData(Adapter adapter, byte[] bottom, boolean bottomIncomplete) {
        ScsiHost shost = adapter.scsiHost;
        if (shost == null) {
            return;
        }
        FcHost fc = shost.fc;
        ByteBuffer data = ByteBuffer.wrap(bottom).order(Geometry.CURRENT.byteOrder());

        fc.firmwareVersion = hex(data, FsfQtcbBottomConfig.LIC_VERSION.offset(), "0x%08x");

        if ((adapter.adapterFeatures & FsfConstants.FSF_FEATURE_HBAAPI_MANAGEMENT) != 0) {
            fc.hardwareVersion = hex(data, FsfQtcbBottomConfig.HARDWARE_VERSION.offset(), "0x%08x");
            fc.serialNumber = Ebcdic.decode(bottom, (int) FsfQtcbBottomConfig.SERIAL_NUMBER.offset(),
                    SERIAL_NUMBER_LENGTH);
        }
        long nsp = FsfQtcbBottomConfig.NPORT_SERV_PARAM.offset() + MISSING_COMMAND;

        fc.manufacturer = "IBM";
        fc.portName = name(bottom, nsp + FcElsFlogi.FL_WWPN.offset());
        fc.nodeName = name(bottom, nsp + FcElsFlogi.FL_WWNN.offset());
        fc.supportedClasses = FcHost.FC_COS_CLASS2 | FcHost.FC_COS_CLASS3;

        ScsiProt.setProt(adapter);

        if (bottomIncomplete) {
            return;
        }
        fc.portId = fcId(bottom, FsfQtcbBottomConfig.S_ID.offset());
        fc.speed = PortSpeed.convertPortspeed(data.getInt((int) FsfQtcbBottomConfig.FC_LINK_SPEED.offset()));
        fc.model = hex(data, FsfQtcbBottomConfig.ADAPTER_TYPE.offset(), "0x%04x");
        updateTopology(fc, bottom, data);
    }

    private static void updateTopology(FcHost fc, byte[] bottom, ByteBuffer data) {
        long plogi = FsfQtcbBottomConfig.PLOGI_PAYLOAD.offset() + MISSING_COMMAND;

        switch (data.getInt((int) FsfQtcbBottomConfig.FC_TOPOLOGY.offset())) {
            case FsfConstants.FSF_TOPO_P2P -> {
                fc.portType = FcHost.FC_PORTTYPE_PTP;
                fc.fabricName = 0;
            }
            case FsfConstants.FSF_TOPO_FABRIC -> {
                fc.fabricName = name(bottom, plogi + FcElsFlogi.FL_WWNN.offset());
                int features = data.getInt((int) FsfQtcbBottomConfig.CONNECTION_FEATURES.offset());
                fc.portType = (features & FsfConstants.FSF_FEATURE_NPIV_MODE) != 0
                        ? FcHost.FC_PORTTYPE_NPIV : FcHost.FC_PORTTYPE_NPORT;
            }
            case FsfConstants.FSF_TOPO_AL -> {
                fc.portType = FcHost.FC_PORTTYPE_NLPORT;
                fc.fabricName = 0;
            }
            default -> fc.fabricName = 0;
        }
    }

    private static String hex(ByteBuffer data, long offset, String format) {
        return String.format(format, data.getInt((int) offset));
    }

    /** Names and addresses of Fibre Channel are big-endian whatever the order of the structure is. */
    private static long name(byte[] bottom, long offset) {
        return ByteBuffer.wrap(bottom).getLong((int) offset);
    }

    private static int fcId(byte[] bottom, long offset) {
        return (bottom[(int) offset] & 0xff) << 16 | ByteBuffer.wrap(bottom).getShort((int) offset + 1) & 0xffff;
    }

    /** {@code zfcp_scsi_shost_update_port_data}, of a bottom in main storage. */
    public static void shostUpdatePortData(Adapter adapter, long bottom) {
        if (adapter.scsiHost != null) {
            shostUpdatePortData(adapter, Memory.bytes(bottom, FsfQtcbBottomPort.SIZE));
        }
    }

    /**
     * {@code zfcp_scsi_shost_update_port_data}: no effect while there is no host.
     *
     * @param bottom a {@code struct fsf_qtcb_bottom_port}
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_shost_update_port_data")
    public static void shostUpdatePortData(Adapter adapter, byte[] bottom) {
        ScsiHost shost = adapter.scsiHost;
        if (shost == null) {
            return;
        }
        FcHost fc = shost.fc;
        ByteBuffer data = ByteBuffer.wrap(bottom).order(Geometry.CURRENT.byteOrder());

        fc.permanentPortName = data.getLong((int) FsfQtcbBottomPort.WWPN.offset());
        fc.maxframeSize = data.getInt((int) FsfQtcbBottomPort.MAXIMUM_FRAME_SIZE.offset());
        fc.supportedSpeeds =
                PortSpeed.convertPortspeed(data.getInt((int) FsfQtcbBottomPort.SUPPORTED_SPEED.offset()));
        fc.supportedFc4s = fc4List(bottom, FsfQtcbBottomPort.SUPPORTED_FC4_TYPES.offset());
        fc.activeFc4s = fc4List(bottom, FsfQtcbBottomPort.ACTIVE_FC4_TYPES.offset());
    }

    private static byte[] fc4List(byte[] bottom, long offset) {
        return Arrays.copyOfRange(bottom, (int) offset, (int) offset + FcHost.FC_FC4_LIST_SIZE);
    }
}
