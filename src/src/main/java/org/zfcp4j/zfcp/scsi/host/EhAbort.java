// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.zfcp.dbf.DbfScsi;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.fsf.AbortFcpCmnd;
import org.zfcp4j.zfcp.fsf.FsfReqs;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** {@code zfcp_scsi.c}: aborts a SCSI command that timed out. Error handler thread. */
public final class EhAbort {
    private static final int ATTEMPTS = 3;

    private EhAbort() {
    }

    /**
     * {@code zfcp_scsi_eh_abort_handler}: takes the command away from its request, so that it will never be completed by it,
     * and has the channel abort it.
     *
     * @return SUCCESS, FAILED or FAST_IO_FAIL
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_eh_abort_handler")
    public static int ehAbortHandler(ScsiCmnd scpnt) {
        Adapter adapter = (Adapter) scpnt.device.host.hostdata;
        long oldReqid = scpnt.hostScribble;

        // The response handler holds this lock for reading until it has completed the command.
        adapter.abortLock.writeLockIrq();
        FsfReq oldReq = ReqLists.find(adapter.reqList, oldReqid);
        if (oldReq == null) {
            adapter.abortLock.writeUnlockIrq();
            DbfScsi.scsiAbort("abrt_or", scpnt, null);
            return ScsiConstants.FAILED;
        }
        oldReq.data = null;
        adapter.abortLock.writeUnlockIrq();

        FsfReq abrtReq = null;
        for (int retry = ATTEMPTS; retry > 0; retry--) {
            abrtReq = AbortFcpCmnd.abortFcpCmnd(scpnt);
            if (abrtReq != null) {
                break;
            }

            DbfScsi.scsiAbort("abrt_wt", scpnt, null);
            ErpWait.wait(adapter);
            int ret = adapter.module.fc.blockScsiEh(scpnt);
            if (ret != 0) {
                DbfScsi.scsiAbort("abrt_bl", scpnt, null);
                return ret;
            }
            if ((adapter.status.read() & ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING) == 0) {
                DbfScsi.scsiAbort("abrt_ru", scpnt, null);
                return ScsiConstants.SUCCESS;
            }
        }
        if (abrtReq == null) {
            DbfScsi.scsiAbort("abrt_ar", scpnt, null);
            return ScsiConstants.FAILED;
        }

        return awaitAbort(scpnt, abrtReq);
    }

    private static int awaitAbort(ScsiCmnd scpnt, FsfReq abrtReq) {
        abrtReq.completion.waitForCompletion();

        int retval = ScsiConstants.SUCCESS;
        String dbfTag;
        if ((abrtReq.status & ZfcpStatus.ZFCP_STATUS_FSFREQ_ABORTSUCCEEDED) != 0) {
            dbfTag = "abrt_ok";
        } else if ((abrtReq.status & ZfcpStatus.ZFCP_STATUS_FSFREQ_ABORTNOTNEEDED) != 0) {
            dbfTag = "abrt_nn";
        } else {
            dbfTag = "abrt_fa";
            retval = ScsiConstants.FAILED;
        }
        DbfScsi.scsiAbort(dbfTag, scpnt, abrtReq);
        FsfReqs.reqFree(abrtReq);
        return retval;
    }
}
