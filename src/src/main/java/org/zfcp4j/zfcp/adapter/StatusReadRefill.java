// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import org.zfcp4j.kernel.Work;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.RefillPolicy;

/**
 * {@code zfcp_aux.c}: posting status read buffers in place of those that the channel has used or the driver has dropped. How
 * that is done is up to the module's {@link RefillPolicy}; here are the three moments at which the driver asks for it.
 */
public final class StatusReadRefill {
    private StatusReadRefill() {
    }

    /**
     * {@code zfcp_status_read_refill}: posts what is missing. Process context.
     *
     * @return 0 if at least one buffer is with the channel; 1 if not, and recovery of the adapter was triggered
     */
    @LinuxSource(value = "zfcp_aux.c:zfcp_status_read_refill", calls = {"zfcp_fsf_status_read", "zfcp_erp_adapter_reopen"})
    public static int statusReadRefill(Adapter adapter) {
        return adapter.module.refillPolicy.refill(adapter);
    }

    /**
     * {@code zfcp_status_read_refill} as adapter open calls it, when all buffers are missing. On the ERP thread.
     *
     * @return as {@link #statusReadRefill}
     */
    @LinuxSource(value = "zfcp_aux.c:zfcp_status_read_refill", calls = {"zfcp_fsf_status_read", "zfcp_erp_adapter_reopen"})
    public static int initialRefill(Adapter adapter) {
        return adapter.module.refillPolicy.initialRefill(adapter);
    }

    /** Adapter close: the queues are closed and no request was dismissed yet. On the ERP thread; Linux does nothing here. */
    public static void queuesClosed(Adapter adapter) {
        adapter.module.refillPolicy.queuesClosed(adapter);
    }

    /** {@code _zfcp_status_read_scheduler}: the function of {@code stat_work}, on the adapter's work queue. */
    @LinuxSource("zfcp_aux.c:_zfcp_status_read_scheduler")
    public static void statusReadScheduler(Work work) {
        statusReadRefill((Adapter) work.owner());
    }
}
