// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;

/** Takes recovery actions away from the recovery thread before it sees them. */
final class QueuedActions {
    private QueuedActions() {
    }

    /** The first action that is ready, off its list; null if there is none. {@code erp_lock} held for writing. */
    static ErpAction take(Adapter adapter) {
        if (adapter.erpReadyHead.isEmpty()) {
            return null;
        }
        ErpAction act = adapter.erpReadyHead.first().owner();
        act.list.del();
        adapter.erpTotalCount--;
        return act;
    }

    /** Gives back the reference that a queued action holds; {@code act} may be null. */
    static void drop(ErpAction act) {
        if (act == null) {
            return;
        }
        switch (act.type) {
            case ZFCP_ERP_ACTION_REOPEN_LUN -> act.sdev.put();
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> act.adapter.ref.put();
            default -> act.port.dev.put();
        }
    }
}
