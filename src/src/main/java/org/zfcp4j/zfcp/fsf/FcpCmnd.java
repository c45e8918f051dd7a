// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomIo;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.zfcp.dbf.DbfScsi;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.fc.FcpIu;
import org.zfcp4j.zfcp.qdio.QdioFill;
import org.zfcp4j.zfcp.qdio.QdioSend;
import org.zfcp4j.zfcp.scsi.ScsiProt;

/** FCP command: a SCSI command for a LUN. */
public final class FcpCmnd {
    /** Modifiers of {@code zfcp_scsi_dif_sense_error}: which check of the protection data failed. */
    private static final int ASCQ_GUARD_CHECK_FAILED = 1;
    private static final int ASCQ_APP_TAG_CHECK_FAILED = 2;
    private static final int ASCQ_REF_TAG_CHECK_FAILED = 3;

    private static final Consumer<FsfReq> HANDLER = FcpCmnd::fcpCmndHandler;

    private FcpCmnd() {
    }

    /**
     * {@code zfcp_fsf_fcp_cmnd_handler}: completes the SCSI command, unless it has been aborted. {@code abort_lock} is held until
     * the midlayer's function has returned: otherwise an abort could finish first and the midlayer see a completion after it.
     * Tasklet or ERP thread.
     */
    @LinuxSource(value = "zfcp_fsf.c:zfcp_fsf_fcp_cmnd_handler", calls = "scsi_done")
    static void fcpCmndHandler(FsfReq req) {
        Adapter adapter = req.adapter;

        adapter.abortLock.readLockIrq();

        ScsiCmnd scpnt = (ScsiCmnd) req.data;
        if (scpnt == null) {
            adapter.abortLock.readUnlockIrq();
            return;
        }

        FcpHandler.fcpHandlerCommon(req, scpnt.device);

        if ((req.status & ZFCP_STATUS_FSFREQ_ERROR) != 0) {
            scpnt.setHostByte(ScsiConstants.DID_TRANSPORT_DISRUPTED);
        } else {
            switch (FsfQtcbHeader.FSF_STATUS.get(FsfQtcb.HEADER.at(req.qtcb))) {
                case FSF_INCONSISTENT_PROT_DATA, FSF_INVALID_PROT_PARM -> scpnt.setHostByte(ScsiConstants.DID_ERROR);
                case FSF_BLOCK_GUARD_CHECK_FAILURE -> ScsiProt.difSenseError(scpnt, ASCQ_GUARD_CHECK_FAILED);
                case FSF_APP_TAG_CHECK_FAILURE -> ScsiProt.difSenseError(scpnt, ASCQ_APP_TAG_CHECK_FAILED);
                case FSF_REF_TAG_CHECK_FAILURE -> ScsiProt.difSenseError(scpnt, ASCQ_REF_TAG_CHECK_FAILED);
                default -> FcpIu.evalFcpRsp(FsfQtcbBottomIo.FCP_RSP_IU.at(FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb))), scpnt);
            }
        }

        ReqTrace.reqTrace(req, scpnt);
        DbfScsi.scsiResult(scpnt, req);

        scpnt.hostScribble = 0;
        scpnt.scsiDone();
        adapter.abortLock.readUnlockIrq();
    }

    /**
     * {@code zfcp_fsf_set_data_dir}: where the data goes.
     *
     * @return an FSF_DATADIR_ value, or {@code -EINVAL}
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_set_data_dir")
    static int setDataDir(ScsiCmnd scsiCmnd) {
        return switch (scsiCmnd.protOp) {
            case ScsiConstants.SCSI_PROT_NORMAL -> switch (scsiCmnd.dataDirection) {
                case ScsiConstants.DMA_NONE -> FSF_DATADIR_CMND;
                case ScsiConstants.DMA_FROM_DEVICE -> FSF_DATADIR_READ;
                case ScsiConstants.DMA_TO_DEVICE -> FSF_DATADIR_WRITE;
                default -> -Errno.EINVAL;
            };
            case ScsiConstants.SCSI_PROT_READ_STRIP -> FSF_DATADIR_DIF_READ_STRIP;
            case ScsiConstants.SCSI_PROT_WRITE_INSERT -> FSF_DATADIR_DIF_WRITE_INSERT;
            case ScsiConstants.SCSI_PROT_READ_PASS -> FSF_DATADIR_DIF_READ_CONVERT;
            case ScsiConstants.SCSI_PROT_WRITE_PASS -> FSF_DATADIR_DIF_WRITE_CONVERT;
            default -> -Errno.EINVAL;
        };
    }

    /**
     * {@code zfcp_fsf_fcp_cmnd}: sends a SCSI command. Never waits for an SBAL; no timer, because the midlayer has one. The
     * command's host scribble is the request id while it is pending. Any context.
     *
     * @return 0; {@code -EBUSY} if the LUN is blocked; {@code -EIO}, {@code -ENOMEM} or {@code -EINVAL} if it was not sent
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_fcp_cmnd")
    public static int fcpCmnd(ScsiCmnd scsiCmnd) {
        ScsiDev zfcpSdev = ScsiDev.of(scsiCmnd.device);
        Adapter adapter = zfcpSdev.port.adapter;
        ZfcpQdio qdio = adapter.qdio;

        if ((zfcpSdev.status.read() & ZFCP_STATUS_COMMON_UNBLOCKED) == 0) {
            return -Errno.EBUSY;
        }

        qdio.reqQLock.lockIrq();
        try {
            if (qdio.reqQFree.read() <= 0) {
                qdio.reqQFull.inc();
                return -Errno.EIO;
            }

            int sbtype = scsiCmnd.dataDirection == ScsiConstants.DMA_TO_DEVICE
                    ? QdioConstants.SBAL_SFLAGS0_TYPE_WRITE : QdioConstants.SBAL_SFLAGS0_TYPE_READ;

            FsfReq req = FsfReqs.reqCreate(qdio, FSF_QTCB_FCP_CMND, sbtype, adapter.pool.scsiReq);
            if (req == null) {
                return -Errno.ENOMEM;
            }

            scsiCmnd.hostScribble = req.reqId;

            req.status |= ZFCP_STATUS_FSFREQ_CLEANUP;
            req.data = scsiCmnd;
            req.handler = HANDLER;
            long header = FsfQtcb.HEADER.at(req.qtcb);
            FsfQtcbHeader.LUN_HANDLE.set(header, zfcpSdev.lunHandle);
            FsfQtcbHeader.PORT_HANDLE.set(header, zfcpSdev.port.handle);

            int retval = fill(qdio, req, scsiCmnd);
            if (retval == 0) {
                QdioFill.setSbaleLast(qdio, req);
                if (adapter.multiBufferActive()) {
                    QdioFill.setScount(qdio, req);
                }

                retval = FsfReqs.reqSend(req);
                if (retval == 0) {
                    return 0;
                }
            }
            FsfReqs.reqFree(req);
            scsiCmnd.hostScribble = 0;
            return retval;
        } finally {
            qdio.reqQLock.unlockIrq();
        }
    }

    /** The FCP_CMND information unit, then protection data, then data. */
    private static int fill(ZfcpQdio qdio, FsfReq req, ScsiCmnd scsiCmnd) {
        long io = FsfQtcbBottom.IO.at(FsfQtcb.BOTTOM.at(req.qtcb));
        boolean protectedData = scsiCmnd.protOp != ScsiConstants.SCSI_PROT_NORMAL;

        FsfQtcbBottomIo.SERVICE_CLASS.set(io, FSF_CLASS_3);
        FsfQtcbBottomIo.FCP_CMND_LENGTH.set(io, FcConstants.FCP_CMND_LEN);

        if (protectedData) {
            FsfQtcbBottomIo.DATA_BLOCK_LENGTH.set(io, scsiCmnd.device.sectorSize);
            FsfQtcbBottomIo.REF_TAG_VALUE.set(io, (int) scsiCmnd.lba);
        }

        int dataDirection = setDataDir(scsiCmnd);
        if (dataDirection < 0) {
            return -Errno.EIO;
        }
        FsfQtcbBottomIo.DATA_DIRECTION.set(io, dataDirection);

        FcpIu.scsiToFcp(FsfQtcbBottomIo.FCP_CMND_IU.at(io), scsiCmnd);

        if (protectedData && scsiCmnd.prot != null && scsiCmnd.prot.count() != 0) {
            QdioFill.setDataDiv(qdio, req, scsiCmnd.prot.count());
            int retval = QdioSend.sbalsFromSg(qdio, req, scsiCmnd.prot);
            if (retval != 0) {
                return retval;
            }
            FsfQtcbBottomIo.PROT_DATA_LENGTH.set(io, QdioFill.realBytes(scsiCmnd.prot));
        }

        return QdioSend.sbalsFromSg(qdio, req, scsiCmnd.sdb);
    }
}
