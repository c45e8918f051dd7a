// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.dbf.DbfRec;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.scsi.Rports;

/** {@code zfcp_erp.c}: letting I/O through to a remote port again when nothing on or below it is under recovery. */
final class RportUnblock {
    private RportUnblock() {
    }

    /**
     * {@code zfcp_erp_try_rport_unblock}: registers the port with the FC transport, unless it or a LUN below it is blocked or
     * in recovery. LUNs that have failed for good do not hold it back, nor do those that are being removed. On the ERP thread,
     * without the lock: the lock is taken here, so that no recovery starts between the check and the registration.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_try_rport_unblock")
    static void tryRportUnblock(Port port) {
        Adapter adapter = port.adapter;
        adapter.erpLock.writeLockIrq();
        int portStatus = port.status.read();
        if ((portStatus & ZFCP_STATUS_COMMON_UNBLOCKED) == 0
                || (portStatus & (ZFCP_STATUS_COMMON_ERP_INUSE | ZFCP_STATUS_COMMON_ERP_FAILED)) != 0) {
            // A recovery of the port or above has started meanwhile, or the link is down (failed, yet not blocked).
            DbfRec.recRunLvl(4, "ertru_p", port.erpAction);
            adapter.erpLock.writeUnlockIrq();
            return;
        }
        ScsiHost shost = adapter.scsiHost;
        shost.hostLock.lock();
        for (ListNode<ScsiDevice> n = shost.devices.first(); n != null; n = shost.devices.next(n)) {
            ScsiDevice sdev = n.owner();
            ScsiDev zsdev = ScsiDev.of(sdev);
            if (sdev.state == ScsiDevice.State.DEL || sdev.state == ScsiDevice.State.CANCEL) {
                continue;
            }
            if (zsdev.port != port) {
                continue;
            }
            int lunStatus = zsdev.status.read();
            if ((lunStatus & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
                continue;
            }
            if ((lunStatus & ZFCP_STATUS_COMMON_UNBLOCKED) == 0 || (lunStatus & ZFCP_STATUS_COMMON_ERP_INUSE) != 0) {
                DbfRec.recRunLvl(4, "ertru_l", zsdev.erpAction);
                shost.hostLock.unlock();
                adapter.erpLock.writeUnlockIrq();
                return;
            }
        }
        Rports.scheduleRportRegister(port);
        shost.hostLock.unlock();
        adapter.erpLock.writeUnlockIrq();
    }
}
