// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import java.util.Arrays;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;
import org.zfcp4j.layout.fc.FcElsAdisc;
import org.zfcp4j.layout.fc.FcpCmnd;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/** What a request asks for is what its sender wants: addresses, handles, the command, the payload. */
final class RequestContents {
    /** Bytes of protection information of a block. */
    private static final int TUPLE = 8;

    private RequestContents() {
    }

    /** What is wrong with a request that is about to be handed over; null for nothing. */
    static String mistake(FsfReq req) {
        long header = FsfQtcb.HEADER.at(req.qtcb);
        long support = FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(req.qtcb));
        int command = FsfQtcbHeader.FSF_COMMAND.get(header);
        if (req.data instanceof ScsiCmnd scsi) {
            return isOf(header, ScsiDev.of(scsi.device)) ? ofCommand(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb)), scsi) : "handles";
        }
        if (req.data instanceof ScsiDevice sdev) {
            return ofLun(req, command, header, support, sdev);
        }
        if (req.data instanceof Port port) {
            // The address to open may change while the request is made: d_id has no lock.
            return right(command == FSF_QTCB_OPEN_PORT_WITH_DID || FsfQtcbHeader.PORT_HANDLE.get(header) == port.handle, "handle of the port");
        }
        return req.data instanceof CtEls ct ? ofService(req, command, support, ct) : null;
    }

    private static String right(boolean right, String what) {
        return right ? null : what;
    }

    private static boolean isOf(long header, ScsiDev lun) {
        return FsfQtcbHeader.LUN_HANDLE.get(header) == lun.lunHandle && FsfQtcbHeader.PORT_HANDLE.get(header) == lun.port.handle;
    }

    private static String ofLun(FsfReq req, int command, long header, long support, ScsiDevice sdev) {
        ScsiDev lun = ScsiDev.of(sdev);
        if (command == FSF_QTCB_OPEN_LUN) {
            boolean alone = (req.adapter.connectionFeatures & FSF_FEATURE_NPIV_MODE) != 0;
            return right(FsfQtcbHeader.PORT_HANDLE.get(header) == lun.port.handle && FsfQtcbBottomSupport.FCP_LUN.get(support) == ScsiDev.fcpLun(sdev)
                    && FsfQtcbBottomSupport.OPTION.get(support) == (alone ? 0 : FSF_OPEN_LUN_SUPPRESS_BOXING), "LUN, port or option");
        }
        if (!isOf(header, lun)) {
            return "handles";
        }
        if (command != FSF_QTCB_FCP_CMND) {
            return null;
        }
        long io = FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb));
        long iu = FsfQtcbBottomIo.FCP_CMND_IU.at(io);
        return right(isFcp(io, FSF_DATADIR_CMND) && Memory.getLong(FcpCmnd.FC_LUN.at(iu)) == ScsiDev.fcpLun(sdev)
                && Integer.bitCount(FcpCmnd.FC_TM_FLAGS.get(iu)) == 1 && FcpCmnd.FC_DL.get(iu) == 0, "task management function");
    }

    private static boolean isFcp(long io, int direction) {
        return FsfQtcbBottomIo.SERVICE_CLASS.get(io) == FSF_CLASS_3 && FsfQtcbBottomIo.FCP_CMND_LENGTH.get(io) == FcConstants.FCP_CMND_LEN
                && FsfQtcbBottomIo.DATA_DIRECTION.get(io) == direction;
    }

    private static String ofCommand(long io, ScsiCmnd scsi) {
        boolean reads = scsi.dataDirection == ScsiConstants.DMA_FROM_DEVICE;
        boolean writes = scsi.dataDirection == ScsiConstants.DMA_TO_DEVICE;
        long iu = FsfQtcbBottomIo.FCP_CMND_IU.at(io);
        if (!isFcp(io, direction(scsi, reads, writes))) {
            return "service class, length or direction";
        }
        int flags = reads ? FcConstants.FCP_CFL_RDDATA : writes ? FcConstants.FCP_CFL_WRDATA : 0;
        if (Memory.getLong(FcpCmnd.FC_LUN.at(iu)) != ScsiDev.fcpLun(scsi.device) || FcpCmnd.FC_PRI_TA.get(iu) != FcConstants.FCP_PTA_SIMPLE
                || FcpCmnd.FC_FLAGS.get(iu) != flags || FcpCmnd.FC_TM_FLAGS.get(iu) != 0 || FcpCmnd.FC_DL.get(iu) != length(scsi)) {
            return "LUN, flags or data length";
        }
        if (scsi.protOp != ScsiConstants.SCSI_PROT_NORMAL && !isProtected(io, scsi)) {
            return "protection";
        }
        byte[] cdb = Memory.bytes(FcpCmnd.FC_CDB.at(iu), scsi.cmdLen);
        return right(Arrays.equals(cdb, Arrays.copyOf(scsi.cmnd, scsi.cmdLen)), "operation");
    }

    private static int direction(ScsiCmnd scsi, boolean reads, boolean writes) {
        return switch (scsi.protOp) {
            case ScsiConstants.SCSI_PROT_READ_STRIP -> FSF_DATADIR_DIF_READ_STRIP;
            case ScsiConstants.SCSI_PROT_WRITE_INSERT -> FSF_DATADIR_DIF_WRITE_INSERT;
            case ScsiConstants.SCSI_PROT_READ_PASS -> FSF_DATADIR_DIF_READ_CONVERT;
            case ScsiConstants.SCSI_PROT_WRITE_PASS -> FSF_DATADIR_DIF_WRITE_CONVERT;
            default -> reads ? FSF_DATADIR_READ : writes ? FSF_DATADIR_WRITE : FSF_DATADIR_CMND;
        };
    }

    /** What goes over the fabric: a tuple with each block that is protected there. */
    private static int length(ScsiCmnd scsi) {
        int blocks = scsi.protType == ScsiConstants.SCSI_PROT_DIF_TYPE1 ? scsi.bufflen() / scsi.device.sectorSize : 0;
        return scsi.bufflen() + blocks * TUPLE;
    }

    private static boolean isProtected(long io, ScsiCmnd scsi) {
        int tuples = scsi.prot == null ? 0 : scsi.bufflen() / scsi.device.sectorSize * TUPLE;
        return FsfQtcbBottomIo.DATA_BLOCK_LENGTH.get(io) == scsi.device.sectorSize && FsfQtcbBottomIo.REF_TAG_VALUE.get(io) == (int) scsi.lba
                && FsfQtcbBottomIo.PROT_DATA_LENGTH.get(io) == tuples;
    }

    /** A CT or ELS request; the answers of some do not tell whether they were right. */
    private static String ofService(FsfReq req, int command, long support, CtEls ct) {
        if (FsfQtcbBottomSupport.SERVICE_CLASS.get(support) != FSF_CLASS_3 || FsfQtcbBottomSupport.TIMEOUT.get(support) == 0) {
            return "service class or timeout";
        }
        long payload = ct.req.address(0);
        FcHost host = req.adapter.scsiHost == null ? null : req.adapter.scsiHost.fc;
        if (command == FSF_QTCB_SEND_GENERIC) {
            return right(FcCtHdr.CT_REV.get(payload) == FcConstants.FC_CT_REV && FcCtHdr.CT_FS_TYPE.get(payload) == FcConstants.FC_FST_DIR
                    && FcCtHdr.CT_FS_SUBTYPE.get(payload) == FcConstants.FC_NS_SUBTYPE && FcCtHdr.CT_MR_SIZE.get(payload) != 0, "header");
        }
        if (FsfQtcbBottomSupport.D_ID.get(support) != ct.dId) {
            return "D_ID";
        }
        if (ct.port == null || host == null) {
            return null;
        }
        // All that zfcp sends to a port by itself are link tests.
        return right(FcElsAdisc.ADISC_CMD.get(payload) == FcConstants.ELS_ADISC && FcElsAdisc.ADISC_WWPN.get(payload) == host.portName
                && FcElsAdisc.ADISC_WWNN.get(payload) == host.nodeName && FcElsAdisc.ADISC_HARD_ADDR.get(payload) == 0, "link test");
    }
}
