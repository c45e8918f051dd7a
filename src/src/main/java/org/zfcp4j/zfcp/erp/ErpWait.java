// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;

/** {@code zfcp_erp.c}: waiting for recovery. */
public final class ErpWait {
    private ErpWait() {
    }

    /**
     * {@code zfcp_erp_wait}: returns when no action of the adapter is queued, for an instant at least. Process context; never
     * from the ERP thread.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_wait")
    public static void wait(Adapter adapter) {
        adapter.erpDoneWqh.waitEvent(() -> (adapter.status.read() & ZFCP_STATUS_ADAPTER_ERP_PENDING) == 0);
    }
}
