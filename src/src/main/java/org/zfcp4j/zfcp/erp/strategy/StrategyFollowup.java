// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.LunWalk;

/**
 * {@code zfcp_erp.c}: what is recovered after an action: after success what is one level below, after failure the same again.
 * All with {@code erp_lock} held for writing.
 */
public final class StrategyFollowup {
    private StrategyFollowup() {
    }

    /** {@code zfcp_erp_strategy_followup_failed}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy_followup_failed")
    public static void strategyFollowupFailed(ErpAction act) {
        switch (act.type) {
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> ErpTrigger.adapterReopenLocked(act.adapter, 0, "ersff_1");
            case ZFCP_ERP_ACTION_REOPEN_PORT_FORCED -> ErpTrigger.portForcedReopenLocked(act.port, 0, "ersff_2");
            case ZFCP_ERP_ACTION_REOPEN_PORT -> ErpTrigger.portReopenLocked(act.port, 0, "ersff_3");
            case ZFCP_ERP_ACTION_REOPEN_LUN -> ErpTrigger.lunReopenLocked(act.sdev, 0, "ersff_4", 0);
            default -> { }
        }
    }

    /** {@code zfcp_erp_strategy_followup_success}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy_followup_success")
    public static void strategyFollowupSuccess(ErpAction act) {
        switch (act.type) {
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> portReopenAllLocked(act.adapter, 0, "ersfs_1");
            case ZFCP_ERP_ACTION_REOPEN_PORT_FORCED -> ErpTrigger.portReopenLocked(act.port, 0, "ersfs_2");
            case ZFCP_ERP_ACTION_REOPEN_PORT -> lunReopenAllLocked(act.port, 0, "ersfs_3");
            default -> { }
        }
    }

    /** {@code _zfcp_erp_port_reopen_all}. */
    @LinuxSource("zfcp_erp.c:_zfcp_erp_port_reopen_all")
    private static void portReopenAllLocked(Adapter adapter, int clear, String dbftag) {
        adapter.portListLock.readLock();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            ErpTrigger.portReopenLocked(n.owner(), clear, dbftag);
        }
        adapter.portListLock.readUnlock();
    }

    /** {@code _zfcp_erp_lun_reopen_all}. */
    @LinuxSource("zfcp_erp.c:_zfcp_erp_lun_reopen_all")
    private static void lunReopenAllLocked(Port port, int clear, String dbftag) {
        SpinLock hostLock = port.adapter.scsiHost.hostLock;
        hostLock.lock();
        LunWalk.forEachOf(port, zsdev -> ErpTrigger.lunReopenLocked(zsdev.sdev, clear, dbftag, 0));
        hostLock.unlock();
    }
}
