// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.dbf.DbfScsi;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;

/**
 * {@code zfcp_scsi.c}: resets of a LUN, a target and the host. Error handler thread. All return SUCCESS, FAILED or
 * FAST_IO_FAIL.
 */
public final class EhReset {
    private EhReset() {
    }

    /** {@code zfcp_scsi_eh_device_reset_handler}. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_eh_device_reset_handler")
    public static int ehDeviceResetHandler(ScsiCmnd scpnt) {
        return TaskManagement.taskMgmtFunction(scpnt.device, FcConstants.FCP_TMF_LUN_RESET);
    }

    /**
     * {@code zfcp_scsi_eh_target_reset_handler}: the function goes to any LUN of the target, since the one of the command may
     * be gone.
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_eh_target_reset_handler")
    public static int ehTargetResetHandler(ScsiCmnd scpnt) {
        int targetId = scpnt.device.id;
        ScsiHost shost = scpnt.device.rport.host;
        Adapter adapter = (Adapter) shost.hostdata;

        // The loop ends with a reference on the device it found.
        ScsiDevice sdev = shost.iterateDevices(null);
        while (sdev != null && sdev.id != targetId) {
            sdev = shost.iterateDevices(sdev);
        }
        if (sdev == null) {
            DbfScsi.scsiEh("tr_nosd", adapter, targetId, ScsiConstants.FAILED);
            return ScsiConstants.FAILED;
        }

        int ret = TaskManagement.taskMgmtFunction(sdev, FcConstants.FCP_TMF_TGT_RESET);
        sdev.put();
        return ret;
    }

    /**
     * {@code zfcp_scsi_eh_host_reset_handler}: recovers the adapter. Without NPIV all ports are logged out first, because the
     * channel keeps the logins that it shares with others.
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_eh_host_reset_handler")
    public static int ehHostResetHandler(ScsiCmnd scpnt) {
        Adapter adapter = ScsiDev.of(scpnt.device).port.adapter;
        int ret = ScsiConstants.SUCCESS;

        if ((adapter.connectionFeatures & FsfConstants.FSF_FEATURE_NPIV_MODE) == 0) {
            ErpTrigger.portForcedReopenAll(adapter, 0, "schrh_p");
            ErpWait.wait(adapter);
        }
        ErpTrigger.adapterReopen(adapter, 0, "schrh_1");
        ErpWait.wait(adapter);
        int fcRet = adapter.module.fc.blockScsiEh(scpnt);
        if (fcRet != 0) {
            ret = fcRet;
        }

        DbfScsi.scsiEh("schrh_r", adapter, ~0, ret);
        return ret;
    }

    /**
     * {@code zfcp_scsi_sysfs_host_reset}: the host's sysfs attribute {@code host_reset}.
     *
     * @param resetType SCSI_ADAPTER_RESET; others are not supported
     * @return 0 or {@code -EOPNOTSUPP}
     */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_sysfs_host_reset")
    public static int sysfsHostReset(ScsiHost shost, int resetType) {
        Adapter adapter = (Adapter) shost.hostdata;

        if (resetType != ScsiConstants.SCSI_ADAPTER_RESET) {
            DbfScsi.scsiEh("scshr_n", adapter, ~0, -Errno.EOPNOTSUPP);
            return -Errno.EOPNOTSUPP;
        }

        ErpTrigger.adapterResetSync(adapter, "scshr_y");
        return 0;
    }
}
