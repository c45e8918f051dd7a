// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.dbf.DbfScsi;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.fsf.FcpTaskMgmt;
import org.zfcp4j.zfcp.fsf.FsfReqs;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** {@code zfcp_scsi.c}: resets a LUN or a target with a task management function. Error handler thread. */
final class TaskManagement {
    private static final int ATTEMPTS = 3;

    private TaskManagement() {
    }

    /**
     * {@code struct zfcp_scsi_req_filter}: which pending commands a reset concerns.
     *
     * @param tmfScope FCP_TMF_TGT_RESET or FCP_TMF_LUN_RESET
     * @param lunHandle only for FCP_TMF_LUN_RESET
     */
    private record ReqFilter(int tmfScope, int lunHandle, int portHandle) {
    }

    /** {@code zfcp_scsi_forget_cmnd}: takes the command away from a request that the reset concerns. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_forget_cmnd")
    private static void forgetCmnd(FsfReq oldReq, ReqFilter filter) {
        // Aborted before, or no SCSI command: task management has the same FSF command, and C would mistake it for one.
        if (!(oldReq.data instanceof ScsiCmnd scpnt) || oldReq.isStatusReadBuffer()) {
            return;
        }
        long header = FsfQtcb.HEADER.at(oldReq.qtcb);
        if (FsfQtcbHeader.FSF_COMMAND.get(header) != FsfConstants.FSF_QTCB_FCP_CMND) {
            return;
        }

        if (FsfQtcbHeader.PORT_HANDLE.get(header) != filter.portHandle) {
            return;
        }

        if (filter.tmfScope == FcConstants.FCP_TMF_LUN_RESET && FsfQtcbHeader.LUN_HANDLE.get(header) != filter.lunHandle) {
            return;
        }

        DbfScsi.scsiNullcmnd(scpnt, oldReq);
        oldReq.data = null;
    }

    /** {@code zfcp_scsi_forget_cmnds}: after a reset, no response may complete a command that was sent before it. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_forget_cmnds")
    private static void forgetCmnds(ScsiDev zsdev, int tmFlags) {
        Adapter adapter = zsdev.port.adapter;
        ReqFilter filter = tmFlags == FcConstants.FCP_TMF_LUN_RESET
                ? new ReqFilter(FcConstants.FCP_TMF_LUN_RESET, zsdev.lunHandle, zsdev.port.handle)
                : new ReqFilter(FcConstants.FCP_TMF_TGT_RESET, 0, zsdev.port.handle);

        adapter.abortLock.writeLockIrq();
        ReqLists.applyForAll(adapter.reqList, TaskManagement::forgetCmnd, filter);
        adapter.abortLock.writeUnlockIrq();
    }

    /**
     * {@code zfcp_scsi_task_mgmt_function}: sends a task management function and waits for its outcome.
     *
     * @param tmFlags FCP_TMF_TGT_RESET or FCP_TMF_LUN_RESET
     * @return SUCCESS, FAILED or FAST_IO_FAIL
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_task_mgmt_function")
    static int taskMgmtFunction(ScsiDevice sdev, int tmFlags) {
        ScsiDev zfcpSdev = ScsiDev.of(sdev);
        Adapter adapter = zfcpSdev.port.adapter;

        FsfReq fsfReq = null;
        for (int retry = ATTEMPTS; retry > 0; retry--) {
            fsfReq = FcpTaskMgmt.fcpTaskMgmt(sdev, tmFlags);
            if (fsfReq != null) {
                break;
            }

            DbfScsi.scsiDevreset("wait", sdev, tmFlags, null);
            ErpWait.wait(adapter);
            int ret = adapter.module.fc.blockRport(sdev.rport);
            if (ret != 0) {
                DbfScsi.scsiDevreset("fiof", sdev, tmFlags, null);
                return ret;
            }

            if ((adapter.status.read() & ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING) == 0) {
                DbfScsi.scsiDevreset("nres", sdev, tmFlags, null);
                return ScsiConstants.SUCCESS;
            }
        }
        if (fsfReq == null) {
            DbfScsi.scsiDevreset("reqf", sdev, tmFlags, null);
            return ScsiConstants.FAILED;
        }

        fsfReq.completion.waitForCompletion();

        int retval = ScsiConstants.SUCCESS;
        if ((fsfReq.status & ZfcpStatus.ZFCP_STATUS_FSFREQ_TMFUNCFAILED) != 0) {
            DbfScsi.scsiDevreset("fail", sdev, tmFlags, fsfReq);
            retval = ScsiConstants.FAILED;
        } else {
            DbfScsi.scsiDevreset("okay", sdev, tmFlags, fsfReq);
            forgetCmnds(zfcpSdev, tmFlags);
        }

        FsfReqs.reqFree(fsfReq);
        return retval;
    }
}
