// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;
import static org.zfcp4j.zfcp.erp.strategy.ErpActResult.*;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.erp.ErpBlock;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;

/**
 * {@code zfcp_erp.c}: what the result of an action means for its object. Success unblocks it; more than {@link #ZFCP_MAX_ERPS}
 * failures in a row make it ERP_FAILED, which ends recovery until somebody clears that. All with {@code erp_lock} held.
 */
public final class StrategyCheck {
    /** Failures in a row that are followed by another attempt. */
    static final int ZFCP_MAX_ERPS = 3;

    private StrategyCheck() {
    }

    /** {@code zfcp_erp_strategy_check_lun}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy_check_lun")
    public static ErpActResult strategyCheckLun(ScsiDevice sdev, ErpActResult result) {
        ScsiDev zfcpSdev = ScsiDev.of(sdev);
        switch (result) {
            case ZFCP_ERP_SUCCEEDED -> {
                zfcpSdev.erpCounter.set(0);
                ErpBlock.lunUnblock(sdev);
            }
            case ZFCP_ERP_FAILED -> {
                zfcpSdev.erpCounter.inc();
                if (zfcpSdev.erpCounter.read() > ZFCP_MAX_ERPS) {
                    error(zfcpSdev.port.adapter, "zfcp_erp.c:zfcp_erp_strategy_check_lun",
                            String.format("LUN 0x%016x on port 0x%016x cannot be recovered",
                            ScsiDev.fcpLun(sdev), zfcpSdev.port.wwpn));
                    ErpStatus.setLunStatus(sdev, ZFCP_STATUS_COMMON_ERP_FAILED);
                }
            }
            default -> { }
        }
        if ((zfcpSdev.status.read() & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
            ErpBlock.lunBlock(sdev, 0);
            return ZFCP_ERP_EXIT;
        }
        return result;
    }

    /** {@code zfcp_erp_strategy_check_port}: a port that a scan has just found gets one attempt only. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy_check_port")
    public static ErpActResult strategyCheckPort(Port port, ErpActResult outcome) {
        ErpActResult result = outcome;
        switch (outcome) {
            case ZFCP_ERP_SUCCEEDED -> {
                port.erpCounter.set(0);
                ErpBlock.portUnblock(port);
            }
            case ZFCP_ERP_FAILED -> {
                if ((port.status.read() & ZFCP_STATUS_COMMON_NOESC) != 0) {
                    ErpBlock.portBlock(port, 0);
                    result = ZFCP_ERP_EXIT;
                }
                port.erpCounter.inc();
                if (port.erpCounter.read() > ZFCP_MAX_ERPS) {
                    error(port.adapter, "zfcp_erp.c:zfcp_erp_strategy_check_port",
                            String.format("remote port 0x%016x cannot be recovered", port.wwpn));
                    ErpStatus.setPortStatus(port, ZFCP_STATUS_COMMON_ERP_FAILED);
                }
            }
            default -> { }
        }
        if ((port.status.read() & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
            ErpBlock.portBlock(port, 0);
            return ZFCP_ERP_EXIT;
        }
        return result;
    }

    /** {@code zfcp_erp_strategy_check_adapter}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy_check_adapter")
    public static ErpActResult strategyCheckAdapter(Adapter adapter, ErpActResult result) {
        switch (result) {
            case ZFCP_ERP_SUCCEEDED -> {
                adapter.erpCounter.set(0);
                ErpBlock.adapterUnblock(adapter);
            }
            case ZFCP_ERP_FAILED -> {
                adapter.erpCounter.inc();
                if (adapter.erpCounter.read() > ZFCP_MAX_ERPS) {
                    error(adapter, "zfcp_erp.c:zfcp_erp_strategy_check_adapter", "the FCP device cannot be recovered");
                    ErpStatus.setAdapterStatus(adapter, ZFCP_STATUS_COMMON_ERP_FAILED);
                }
            }
            default -> { }
        }
        if ((adapter.status.read() & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
            ErpBlock.adapterBlock(adapter, 0);
            return ZFCP_ERP_EXIT;
        }
        return result;
    }

    /** {@code zfcp_erp_strategy_check_target}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy_check_target")
    static ErpActResult strategyCheckTarget(ErpAction erpAction, ErpActResult result) {
        return switch (erpAction.type) {
            case ZFCP_ERP_ACTION_REOPEN_LUN -> strategyCheckLun(erpAction.sdev, result);
            case ZFCP_ERP_ACTION_REOPEN_PORT_FORCED, ZFCP_ERP_ACTION_REOPEN_PORT -> strategyCheckPort(erpAction.port, result);
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> strategyCheckAdapter(erpAction.adapter, result);
            default -> result;
        };
    }

    /**
     * {@code zfcp_erp_strat_change_det}: true if the object was started or stopped since the action was set up, so that closing
     * it only, or opening it again, is no longer what is wanted.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strat_change_det")
    public static boolean stratChangeDet(AtomicInt targetStatus, int erpStatus) {
        boolean running = (targetStatus.read() & ZFCP_STATUS_COMMON_RUNNING) != 0;
        boolean closeOnly = (erpStatus & ZFCP_STATUS_ERP_CLOSE_ONLY) != 0;
        return running == closeOnly;
    }

    /** {@code zfcp_erp_strategy_statechange}: starts over if the wanted state has changed meanwhile. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy_statechange")
    static ErpActResult strategyStatechange(ErpAction act, ErpActResult result) {
        int erpStatus = act.status;
        switch (act.type) {
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> {
                if (stratChangeDet(act.adapter.status, erpStatus)) {
                    ErpTrigger.adapterReopenLocked(act.adapter, ZFCP_STATUS_COMMON_ERP_FAILED, "ersscg1");
                    return ZFCP_ERP_EXIT;
                }
            }
            case ZFCP_ERP_ACTION_REOPEN_PORT_FORCED, ZFCP_ERP_ACTION_REOPEN_PORT -> {
                if (stratChangeDet(act.port.status, erpStatus)) {
                    ErpTrigger.portReopenLocked(act.port, ZFCP_STATUS_COMMON_ERP_FAILED, "ersscg2");
                    return ZFCP_ERP_EXIT;
                }
            }
            case ZFCP_ERP_ACTION_REOPEN_LUN -> {
                if (stratChangeDet(ScsiDev.of(act.sdev).status, erpStatus)) {
                    ErpTrigger.lunReopenLocked(act.sdev, ZFCP_STATUS_COMMON_ERP_FAILED, "ersscg3", 0);
                    return ZFCP_ERP_EXIT;
                }
            }
            default -> { }
        }
        return result;
    }

    private static void error(Adapter adapter, String function, String text) {
        adapter.module.kernel.message(LogLevel.ERR, adapter.ccwDevice.device(), function, text);
    }
}
