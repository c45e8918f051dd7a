// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ERP_TIMEDOUT;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_FSFREQ_DISMISSED;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;

/** {@code zfcp_erp.c}: telling the ERP thread that what an action waits for has happened, or will not. */
public final class ErpNotify {
    private ErpNotify() {
    }

    /**
     * {@code zfcp_erp_notify}: makes the action ready if it waits. Any context.
     *
     * @param setMask ZFCP_STATUS_ERP_ bits to set in it
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_notify")
    public static void notify(ErpAction erpAction, int setMask) {
        Adapter adapter = erpAction.adapter;
        adapter.erpLock.writeLockIrq();
        if (ErpActionLists.actionIsRunning(erpAction)) {
            erpAction.status |= setMask;
            ErpActionLists.actionReady(erpAction);
        }
        adapter.erpLock.writeUnlockIrq();
    }

    /**
     * {@code zfcp_erp_timeout_handler}: the timer of a request that an action waits for has expired. Timer context. Reads the
     * link to the action without a lock, against the ERP thread that cuts it when the action is dismissed.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_timeout_handler")
    public static void timeoutHandler(FsfReq fsfReq) {
        if ((fsfReq.status & ZFCP_STATUS_FSFREQ_DISMISSED) != 0) {
            return;
        }
        ErpAction act = fsfReq.erpAction;
        if (act == null) {
            return;
        }
        notify(act, ZFCP_STATUS_ERP_TIMEDOUT);
    }

    /** {@code zfcp_erp_memwait_handler}: an action that lacked memory tries again. Timer context. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_memwait_handler")
    public static void memwaitHandler(ErpAction act) {
        notify(act, 0);
    }
}
