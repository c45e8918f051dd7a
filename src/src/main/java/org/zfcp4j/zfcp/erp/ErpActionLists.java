// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.dbf.DbfRec;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;

/**
 * {@code zfcp_erp.c}: the two lists of recovery actions. An action is on <em>ready</em> when the ERP thread shall look at it
 * and on <em>running</em> while it waits for a request or a timer. All with {@code erp_lock} held for writing.
 */
public final class ErpActionLists {
    private ErpActionLists() {
    }

    /** {@code zfcp_erp_action_is_running}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_action_is_running")
    static boolean actionIsRunning(ErpAction act) {
        ListHead<ErpAction> running = act.adapter.erpRunningHead;
        for (ListNode<ErpAction> n = running.first(); n != null; n = running.next(n)) {
            if (n.owner() == act) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@code zfcp_erp_action_ready}: to the head of the ready list, since an action that goes on comes before fresh ones, and
     * wakes the thread.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_action_ready")
    static void actionReady(ErpAction act) {
        Adapter adapter = act.adapter;
        adapter.erpReadyHead.moveToHead(act.list);
        DbfRec.recRun("erardy1", act);
        adapter.erpReadyWq.wakeUp();
        DbfRec.recRun("erardy2", act);
    }

    /** {@code zfcp_erp_action_to_running}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_action_to_running")
    public static void actionToRunning(ErpAction erpAction) {
        erpAction.adapter.erpRunningHead.moveToHead(erpAction.list);
        DbfRec.recRun("erator1", erpAction);
    }
}
