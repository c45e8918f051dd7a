// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.zfcp.dbf.DbfScsi;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.fsf.FcpCmnd;

/** {@code zfcp_scsi.c}: takes a SCSI command from the midlayer. Any context; must not sleep. */
public final class QueueCommand {
    private QueueCommand() {
    }

    /** {@code zfcp_scsi_command_fail}: completes a command that was not sent. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_command_fail")
    private static void commandFail(ScsiCmnd scpnt, int result) {
        scpnt.setHostByte(result);
        DbfScsi.scsiFailSend(scpnt);
        scpnt.scsiDone();
    }

    /**
     * {@code zfcp_scsi_queuecommand}: sends the command, or completes it at once with an error that makes the midlayer fail or
     * retry it.
     *
     * @return 0, or SCSI_MLQUEUE_DEVICE_BUSY or SCSI_MLQUEUE_HOST_BUSY if the midlayer shall queue it again
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_queuecommand")
    public static int queuecommand(ScsiCmnd scpnt) {
        Adapter adapter = (Adapter) scpnt.device.host.hostdata;
        ScsiDev zfcpSdev = ScsiDev.of(scpnt.device);

        scpnt.result = 0;
        scpnt.hostScribble = 0;

        int scsiResult = adapter.module.fc.remotePortChkready(scpnt.device.rport);
        if (scsiResult != 0) {
            scpnt.result = scsiResult;
            DbfScsi.scsiFailSend(scpnt);
            scpnt.scsiDone();
            return 0;
        }

        int status = zfcpSdev.status.read();
        if ((status & ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED) != 0
                && (zfcpSdev.port.status.read() & ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED) == 0) {
            // Of a LUN that fails below a good port the FC transport class knows nothing.
            commandFail(scpnt, ScsiConstants.DID_ERROR);
            return 0;
        }

        if ((status & ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED) == 0) {
            // Recovery runs and the remote port is about to be blocked; until then, answer as if it were.
            commandFail(scpnt, ScsiConstants.DID_IMM_RETRY);
            return 0;
        }

        int ret = FcpCmnd.fcpCmnd(scpnt);
        if (ret == -Errno.EBUSY) {
            return ScsiConstants.SCSI_MLQUEUE_DEVICE_BUSY;
        } else if (ret < 0) {
            return ScsiConstants.SCSI_MLQUEUE_HOST_BUSY;
        }
        return ret;
    }
}
