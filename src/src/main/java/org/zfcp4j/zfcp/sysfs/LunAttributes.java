// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.sysfs;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.Unit;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.unit.Units;

/** Attributes of a LUN: of its unit, and of its SCSI device. Process context. */
public final class LunAttributes {
    private LunAttributes() {
    }

    /**
     * {@code zfcp_sysfs_unit_failed_store}: attribute {@code failed} of a unit; 0 reopens the LUN and waits for its recovery, or has
     * it scanned if it has no SCSI device. As in C, the reference of the look-up is never dropped.
     *
     * @return 0 or {@code -EINVAL}
     */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_unit_failed_store")
    public static int unitFailedStore(Unit unit, long val) {
        if (val != 0) {
            return -Errno.EINVAL;
        }

        ScsiDevice sdev = Units.unitSdev(unit);
        if (sdev != null) {
            ErpStatus.setLunStatus(sdev, ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING);
            ErpTrigger.lunReopen(sdev, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED, "syufai2");
            ErpWait.wait(unit.port.adapter);
        } else {
            Units.unitScsiScan(unit);
        }
        return 0;
    }

    /**
     * {@code zfcp_sysfs_scsi_zfcp_failed_store}: attribute {@code zfcp_failed} of a SCSI device; 0 reopens the LUN and waits for its
     * recovery.
     *
     * @return 0 or {@code -EINVAL}
     */
    @LinuxSource("zfcp_sysfs.c:zfcp_sysfs_scsi_zfcp_failed_store")
    public static int scsiZfcpFailedStore(ScsiDevice sdev, long val) {
        if (val != 0) {
            return -Errno.EINVAL;
        }

        ErpStatus.setLunStatus(sdev, ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING);
        ErpTrigger.lunReopen(sdev, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED, "syufai3");
        ErpWait.wait(ScsiDev.of(sdev).port.adapter);
        return 0;
    }
}
