// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.layout.fsf.FsfConstants.FSF_FEATURE_HBAAPI_MANAGEMENT;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;
import static org.zfcp4j.zfcp.erp.strategy.ErpActResult.*;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.adapter.Ports;
import org.zfcp4j.zfcp.adapter.StatusReadRefill;
import org.zfcp4j.zfcp.dbf.DbfRec;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.DiagHeader;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.erp.ErpActionLists;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.fsf.ExchangeConfigData;
import org.zfcp4j.zfcp.fsf.ExchangePortData;
import org.zfcp4j.zfcp.fsf.LinkDown;
import org.zfcp4j.zfcp.scsi.ShostUpdate;
import org.zfcp4j.zfcp.scsi.host.ScsiAdapter;

/**
 * {@code zfcp_erp.c}: the part of adapter open that talks to the channel, once the queues are open. On the ERP thread, without
 * the lock. The waits for an answer end when <em>any</em> action is ready, as in C: an action that is queued meanwhile (only
 * that of a port which a scan has just found can be) ends them early, and the attempt fails.
 */
final class AdapterOpenFsf {
    /** Attempts to exchange configuration data while the channel still connects to the fabric. */
    private static final int XCONFIG_ATTEMPTS = 7;

    private AdapterOpenFsf() {
    }

    /** {@code zfcp_erp_adapter_strategy_open_fsf}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_strategy_open_fsf")
    static ErpActResult adapterStrategyOpenFsf(ErpAction act) {
        Adapter adapter = act.adapter;
        if (adapterStratFsfXconf(act) == ZFCP_ERP_FAILED) {
            return ZFCP_ERP_FAILED;
        }
        if (adapterStrategyOpenFsfXport(act) == ZFCP_ERP_FAILED) {
            return ZFCP_ERP_FAILED;
        }
        if (adapterStrategyAllocShost(adapter) == ZFCP_ERP_FAILED) {
            return ZFCP_ERP_FAILED;
        }
        adapterStrategyOpenPtpPort(adapter);

        if (adapter.pool.srData.resize(adapter.statReadBufNum) != 0) {
            return ZFCP_ERP_FAILED;
        }
        if (adapter.pool.statusReadReq.resize(adapter.statReadBufNum) != 0) {
            return ZFCP_ERP_FAILED;
        }
        // Set regardless of a stat_work queued before the reopen; see the refill policies.
        adapter.statMiss.set(adapter.statReadBufNum);
        if (StatusReadRefill.initialRefill(adapter) != 0) {
            return ZFCP_ERP_FAILED;
        }
        return ZFCP_ERP_SUCCEEDED;
    }

    /**
     * {@code zfcp_erp_adapter_strat_fsf_xconf}: exchanges configuration data, again after 1, 2, 4, ... seconds while the channel
     * answers that it still connects to the fabric.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_strat_fsf_xconf")
    private static ErpActResult adapterStratFsfXconf(ErpAction erpAction) {
        Adapter adapter = erpAction.adapter;
        int sleep = 1;

        adapter.status.andnot(ZFCP_STATUS_ADAPTER_XCONFIG_OK);

        for (int retries = XCONFIG_ATTEMPTS; retries > 0; retries--) {
            adapter.status.andnot(ZFCP_STATUS_ADAPTER_HOST_CON_INIT);
            adapter.erpLock.writeLockIrq();
            ErpActionLists.actionToRunning(erpAction);
            adapter.erpLock.writeUnlockIrq();
            if (ExchangeConfigData.exchangeConfigData(erpAction) != 0) {
                adapter.status.andnot(ZFCP_STATUS_ADAPTER_HOST_CON_INIT);
                return ZFCP_ERP_FAILED;
            }

            adapter.erpReadyWq.waitEvent(() -> !adapter.erpReadyHead.isEmpty());
            if ((erpAction.status & ZFCP_STATUS_ERP_TIMEDOUT) != 0) {
                break;
            }
            if ((adapter.status.read() & ZFCP_STATUS_ADAPTER_HOST_CON_INIT) == 0) {
                break;
            }
            // Also after the last attempt, as in C.
            adapter.module.kernel.ssleep(sleep);
            sleep *= 2;
        }

        adapter.status.andnot(ZFCP_STATUS_ADAPTER_HOST_CON_INIT);

        if ((adapter.status.read() & ZFCP_STATUS_ADAPTER_XCONFIG_OK) == 0) {
            return ZFCP_ERP_FAILED;
        }
        return ZFCP_ERP_SUCCEEDED;
    }

    /** {@code zfcp_erp_adapter_strategy_open_fsf_xport}: a channel that cannot exchange port data is as good as one that did. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_strategy_open_fsf_xport")
    private static ErpActResult adapterStrategyOpenFsfXport(ErpAction act) {
        Adapter adapter = act.adapter;
        adapter.erpLock.writeLockIrq();
        ErpActionLists.actionToRunning(act);
        adapter.erpLock.writeUnlockIrq();

        int ret = ExchangePortData.exchangePortData(act);
        if (ret == -Errno.EOPNOTSUPP) {
            return ZFCP_ERP_SUCCEEDED;
        }
        if (ret != 0) {
            return ZFCP_ERP_FAILED;
        }

        DbfRec.recRun("erasox1", act);
        adapter.erpReadyWq.waitEvent(() -> !adapter.erpReadyHead.isEmpty());
        DbfRec.recRun("erasox2", act);
        if ((act.status & ZFCP_STATUS_ERP_TIMEDOUT) != 0) {
            return ZFCP_ERP_FAILED;
        }
        return ZFCP_ERP_SUCCEEDED;
    }

    /**
     * {@code zfcp_erp_adapter_strategy_alloc_shost}: makes the SCSI host at the first success. Earlier answers found no host to
     * update; their data is applied from the cache.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_strategy_alloc_shost")
    private static ErpActResult adapterStrategyAllocShost(Adapter adapter) {
        DiagHeader configData = adapter.diagnostics.configData;
        DiagHeader portData = adapter.diagnostics.portData;

        int rc = ScsiAdapter.adapterRegister(adapter);
        if (rc == -Errno.EEXIST) {
            return ZFCP_ERP_SUCCEEDED;
        }
        if (rc != 0) {
            return ZFCP_ERP_FAILED;
        }

        configData.accessLock.lockIrq();
        ShostUpdate.shostUpdateConfigData(adapter, configData.buffer, configData.incomplete);
        configData.accessLock.unlockIrq();

        if ((adapter.adapterFeatures & FSF_FEATURE_HBAAPI_MANAGEMENT) != 0) {
            portData.accessLock.lockIrq();
            ShostUpdate.shostUpdatePortData(adapter, portData.buffer);
            portData.accessLock.unlockIrq();
        }

        // Port data may know of another link state than configuration data; the first status read will settle it.
        if (configData.incomplete) {
            LinkDown.fcHostLinkDown(adapter);
        }
        return ZFCP_ERP_SUCCEEDED;
    }

    /** {@code zfcp_erp_adapter_strategy_open_ptp_port}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_adapter_strategy_open_ptp_port")
    private static void adapterStrategyOpenPtpPort(Adapter adapter) {
        if (adapter.scsiHost.fc.portType == FcHost.FC_PORTTYPE_PTP) {
            enqueuePtpPort(adapter);
        }
    }

    /** {@code zfcp_erp_enqueue_ptp_port}: the peer of a point-to-point connection, unless it is known already. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_enqueue_ptp_port")
    private static void enqueuePtpPort(Adapter adapter) {
        Port port = Ports.portEnqueue(adapter, adapter.peerWwpn, 0, adapter.peerDId);
        if (port == null) {
            return;
        }
        ErpTrigger.portReopen(port, 0, "ereptp1");
    }
}
