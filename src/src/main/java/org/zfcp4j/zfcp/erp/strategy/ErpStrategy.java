// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;
import static org.zfcp4j.zfcp.erp.strategy.ErpActResult.*;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.dbf.DbfRec;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.erp.ErpActionLists;
import org.zfcp4j.zfcp.erp.ErpNotify;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * {@code zfcp_erp.c}: one step of an action, from the ready list to what follows from its result. All on the ERP thread.
 */
final class ErpStrategy {
    private ErpStrategy() {
    }

    /** {@code zfcp_erp_strategy}: checks the action, runs it without the lock, and evaluates the result. */
    @LinuxSource(value = "zfcp_erp.c:zfcp_erp_strategy", calls = "zfcp_adapter_release")
    static ErpActResult strategy(ErpAction erpAction) {
        Adapter adapter = erpAction.adapter;
        ErpActResult result;

        adapter.ref.get();
        adapter.erpLock.writeLockIrq();
        strategyCheckFsfreq(erpAction);

        if ((erpAction.status & ZFCP_STATUS_ERP_DISMISSED) != 0) {
            actionDequeue(erpAction);
            result = ZFCP_ERP_DISMISSED;
        } else if ((erpAction.status & ZFCP_STATUS_ERP_TIMEDOUT) != 0) {
            result = conclude(erpAction, ZFCP_ERP_FAILED);
        } else {
            ErpActionLists.actionToRunning(erpAction);

            // What the action does may sleep.
            adapter.erpLock.writeUnlockIrq();
            result = strategyDoAction(erpAction);
            adapter.erpLock.writeLockIrq();

            if ((erpAction.status & ZFCP_STATUS_ERP_DISMISSED) != 0) {
                result = ZFCP_ERP_CONTINUES;
            }
            result = switch (result) {
                case ZFCP_ERP_NOMEM -> outOfMemory(erpAction);
                case ZFCP_ERP_CONTINUES -> {
                    if ((erpAction.status & ZFCP_STATUS_ERP_LOWMEM) != 0) {
                        adapter.erpLowMemCount--;
                        erpAction.status &= ~ZFCP_STATUS_ERP_LOWMEM;
                    }
                    yield ZFCP_ERP_CONTINUES;
                }
                case ZFCP_ERP_SUCCEEDED, ZFCP_ERP_FAILED, ZFCP_ERP_EXIT, ZFCP_ERP_DISMISSED -> conclude(erpAction, result);
            };
        }
        adapter.erpLock.writeUnlockIrq();

        if (result != ZFCP_ERP_CONTINUES) {
            ActionCleanup.actionCleanup(erpAction, result);
        }
        adapter.ref.put();
        return result;
    }

    /** {@code zfcp_erp_strategy}: the part of {@code zfcp_erp_strategy} for an action that has come to an end. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy")
    private static ErpActResult conclude(ErpAction erpAction, ErpActResult outcome) {
        ErpActResult result = StrategyCheck.strategyCheckTarget(erpAction, outcome);
        actionDequeue(erpAction);
        result = StrategyCheck.strategyStatechange(erpAction, result);
        if (result == ZFCP_ERP_EXIT) {
            return result;
        }
        if (result == ZFCP_ERP_SUCCEEDED) {
            StrategyFollowup.strategyFollowupSuccess(erpAction);
        }
        if (result == ZFCP_ERP_FAILED) {
            StrategyFollowup.strategyFollowupFailed(erpAction);
        }
        return result;
    }

    /**
     * {@code zfcp_erp_strategy}: the part of {@code zfcp_erp_strategy} for an action without memory: it tries again in a second,
     * unless all queued actions are in that state. Then the adapter is reopened, which dismisses them and needs no memory but its
     * reserves.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy")
    private static ErpActResult outOfMemory(ErpAction erpAction) {
        Adapter adapter = erpAction.adapter;
        if ((erpAction.status & ZFCP_STATUS_ERP_LOWMEM) == 0) {
            adapter.erpLowMemCount++;
            erpAction.status |= ZFCP_STATUS_ERP_LOWMEM;
        }
        if (adapter.erpTotalCount == adapter.erpLowMemCount) {
            ErpTrigger.adapterReopenLocked(adapter, 0, "erstgy1");
            return ZFCP_ERP_NOMEM;
        }
        strategyMemwait(erpAction);
        return ZFCP_ERP_CONTINUES;
    }

    /**
     * {@code zfcp_erp_strategy_check_fsfreq}: if the action was dismissed or has timed out, its request is marked so and no
     * longer leads to it; forgets the id of a request that is gone. Under the list's lock, since a completion takes the request
     * off the list before it looks at the action.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy_check_fsfreq")
    private static void strategyCheckFsfreq(ErpAction act) {
        if (act.fsfReqId == 0) {
            return;
        }
        Adapter adapter = act.adapter;
        adapter.reqList.lock.lock();
        FsfReq req = ReqLists.findLocked(adapter.reqList, act.fsfReqId);
        if (req != null && req.erpAction == act) {
            if ((act.status & (ZFCP_STATUS_ERP_DISMISSED | ZFCP_STATUS_ERP_TIMEDOUT)) != 0) {
                req.status |= ZFCP_STATUS_FSFREQ_DISMISSED;
                DbfRec.recRun("erscf_1", act);
                req.erpAction = null;
            }
            if ((act.status & ZFCP_STATUS_ERP_TIMEDOUT) != 0) {
                DbfRec.recRun("erscf_2", act);
            }
            if ((req.status & ZFCP_STATUS_FSFREQ_DISMISSED) != 0) {
                act.fsfReqId = 0;
            }
        } else {
            act.fsfReqId = 0;
        }
        adapter.reqList.lock.unlock();
    }

    /** {@code zfcp_erp_strategy_memwait}: makes the action ready again in a second. */
    @LinuxSource(value = "zfcp_erp.c:zfcp_erp_strategy_memwait", calls = "zfcp_erp_memwait_handler")
    private static void strategyMemwait(ErpAction erpAction) {
        erpAction.timerSetup(ErpNotify::memwaitHandler);
        erpAction.timer.arm(Kernel.HZ);
    }

    /** {@code zfcp_erp_action_dequeue}: off its list; the object is no longer in use by recovery. {@code erp_lock} held. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_action_dequeue")
    private static void actionDequeue(ErpAction erpAction) {
        Adapter adapter = erpAction.adapter;
        adapter.erpTotalCount--;
        if ((erpAction.status & ZFCP_STATUS_ERP_LOWMEM) != 0) {
            adapter.erpLowMemCount--;
            erpAction.status &= ~ZFCP_STATUS_ERP_LOWMEM;
        }
        erpAction.list.del();
        DbfRec.recRun("eractd1", erpAction);

        switch (erpAction.type) {
            case ZFCP_ERP_ACTION_REOPEN_LUN -> ScsiDev.of(erpAction.sdev).status.andnot(ZFCP_STATUS_COMMON_ERP_INUSE);
            case ZFCP_ERP_ACTION_REOPEN_PORT_FORCED, ZFCP_ERP_ACTION_REOPEN_PORT ->
                    erpAction.port.status.andnot(ZFCP_STATUS_COMMON_ERP_INUSE);
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> adapter.status.andnot(ZFCP_STATUS_COMMON_ERP_INUSE);
            default -> { }
        }
    }

    /** {@code zfcp_erp_strategy_do_action}. Without the lock. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_strategy_do_action")
    private static ErpActResult strategyDoAction(ErpAction erpAction) {
        return switch (erpAction.type) {
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> AdapterStrategy.adapterStrategy(erpAction);
            case ZFCP_ERP_ACTION_REOPEN_PORT_FORCED -> PortForcedStrategy.portForcedStrategy(erpAction);
            case ZFCP_ERP_ACTION_REOPEN_PORT -> PortStrategy.portStrategy(erpAction);
            case ZFCP_ERP_ACTION_REOPEN_LUN -> LunStrategy.lunStrategy(erpAction);
            default -> ZFCP_ERP_FAILED;
        };
    }
}
