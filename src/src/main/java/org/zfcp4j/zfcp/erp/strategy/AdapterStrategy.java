// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;
import static org.zfcp4j.zfcp.erp.strategy.ErpActResult.*;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.adapter.StatusReadRefill;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.fc.gs.WkaPortOps;
import org.zfcp4j.zfcp.fsf.FsfCompletion;
import org.zfcp4j.zfcp.qdio.QdioConnection;

/** {@code zfcp_erp.c}: closing and opening an adapter, in one go. On the ERP thread, without the lock; sleeps. */
final class AdapterStrategy {
    /** Seconds to wait after a failed attempt, for the channel to recover. */
    private static final int RETRY_DELAY = 8;

    private AdapterStrategy() {
    }

    /** {@code zfcp_erp_adapter_strategy}: closes what is open, then opens unless only a close was requested. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_strategy")
    static ErpActResult adapterStrategy(ErpAction act) {
        Adapter adapter = act.adapter;
        if ((adapter.status.read() & ZFCP_STATUS_COMMON_OPEN) != 0) {
            adapterStrategyClose(act);
            if ((act.status & ZFCP_STATUS_ERP_CLOSE_ONLY) != 0) {
                return ZFCP_ERP_EXIT;
            }
        }
        if (adapterStrategyOpen(act) != ZFCP_ERP_SUCCEEDED) {
            adapter.module.kernel.ssleep(RETRY_DELAY);
            return ZFCP_ERP_FAILED;
        }
        return ZFCP_ERP_SUCCEEDED;
    }

    /**
     * {@code zfcp_erp_adapter_strategy_close}: the queues come first, so that the channel no longer touches the buffers of the
     * requests that are then dismissed; and only after these can nobody wait for a well-known port any more.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_strategy_close")
    private static void adapterStrategyClose(ErpAction act) {
        Adapter adapter = act.adapter;
        QdioConnection.close(adapter.qdio);
        StatusReadRefill.queuesClosed(adapter);
        FsfCompletion.reqDismissAll(adapter);
        adapter.fsfReqSeqNo = 0;
        WkaPortOps.wkaPortsForceOffline(adapter.gs);
        // All ports and LUNs are closed with it.
        ErpStatus.clearAdapterStatus(adapter, ZFCP_STATUS_COMMON_OPEN);
        adapter.status.andnot(ZFCP_STATUS_ADAPTER_XCONFIG_OK | ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED);
    }

    /** {@code zfcp_erp_adapter_strategy_open}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_strategy_open")
    private static ErpActResult adapterStrategyOpen(ErpAction act) {
        Adapter adapter = act.adapter;
        if (QdioConnection.open(adapter.qdio) != 0) {
            adapter.status.andnot(ZFCP_STATUS_ADAPTER_XCONFIG_OK | ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED);
            return ZFCP_ERP_FAILED;
        }
        if (AdapterOpenFsf.adapterStrategyOpenFsf(act) != ZFCP_ERP_SUCCEEDED) {
            adapterStrategyClose(act);
            return ZFCP_ERP_FAILED;
        }
        adapter.status.or(ZFCP_STATUS_COMMON_OPEN);
        return ZFCP_ERP_SUCCEEDED;
    }
}
