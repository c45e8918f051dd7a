// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.dbf.DbfRec;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/**
 * {@code zfcp_erp.c}: deciding whether a recovery that somebody wants is needed, at which level, and queueing its action. All
 * with {@code erp_lock} held for writing. "Want" and "need" are ZFCP_ERP_ACTION_ codes, 0 for none. For an adapter's action,
 * port and device are null; for a port's, the device is.
 */
public final class ErpEnqueue {
    private ErpEnqueue() {
    }

    /**
     * {@code zfcp_erp_handle_failed}: an object that has failed for good is not recovered. For a port or adapter that bit goes
     * down once more, for objects below that came later.
     *
     * @return 0 if the object has failed, else {@code want}
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_handle_failed")
    public static int handleFailed(int want, Adapter adapter, Port port, ScsiDevice sdev) {
        int need = want;
        switch (want) {
            case ZFCP_ERP_ACTION_REOPEN_LUN:
                if ((ScsiDev.of(sdev).status.read() & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
                    need = 0;
                }
                break;
            case ZFCP_ERP_ACTION_REOPEN_PORT_FORCED:
                if ((port.status.read() & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
                    need = 0;
                }
                break;
            case ZFCP_ERP_ACTION_REOPEN_PORT:
                if ((port.status.read() & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
                    need = 0;
                    ErpStatus.setPortStatus(port, ZFCP_STATUS_COMMON_ERP_FAILED);
                }
                break;
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER:
                if ((adapter.status.read() & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
                    need = 0;
                    ErpStatus.setAdapterStatus(adapter, ZFCP_STATUS_COMMON_ERP_FAILED);
                }
                break;
            default:
                break;
        }
        return need;
    }

    /**
     * {@code zfcp_erp_required_act}: the level at which recovery must start so that the wanted one can succeed. In C a switch
     * that falls through from LUN to adapter; here a step per level.
     *
     * @return the needed action, or 0 if none is: one of that level is queued already, or it would be pointless
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_required_act")
    public static int requiredAct(int want, Adapter adapter, Port port, ScsiDevice sdev) {
        int need = want;
        if (want == ZFCP_ERP_ACTION_REOPEN_LUN) {
            if ((ScsiDev.of(sdev).status.read() & ZFCP_STATUS_COMMON_ERP_INUSE) != 0) {
                return 0;
            }
            int pStatus = port.status.read();
            if ((pStatus & ZFCP_STATUS_COMMON_RUNNING) == 0 || (pStatus & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
                return 0;
            }
            if ((pStatus & ZFCP_STATUS_COMMON_UNBLOCKED) == 0) {
                need = ZFCP_ERP_ACTION_REOPEN_PORT;
            }
        }
        if (want == ZFCP_ERP_ACTION_REOPEN_LUN || want == ZFCP_ERP_ACTION_REOPEN_PORT_FORCED) {
            if ((port.status.read() & ZFCP_STATUS_COMMON_OPEN) == 0) {
                need = ZFCP_ERP_ACTION_REOPEN_PORT;
            }
        }
        if (want != ZFCP_ERP_ACTION_REOPEN_ADAPTER) {
            int pStatus = port.status.read();
            if ((pStatus & ZFCP_STATUS_COMMON_ERP_INUSE) != 0) {
                return 0;
            }
            int aStatus = adapter.status.read();
            if ((aStatus & ZFCP_STATUS_COMMON_RUNNING) == 0 || (aStatus & ZFCP_STATUS_COMMON_ERP_FAILED) != 0) {
                return 0;
            }
            // A port that a scan has just found does not escalate, nor does it wait for a recovery of the adapter.
            if ((pStatus & ZFCP_STATUS_COMMON_NOESC) != 0) {
                return need;
            }
            if ((aStatus & ZFCP_STATUS_COMMON_UNBLOCKED) == 0) {
                need = ZFCP_ERP_ACTION_REOPEN_ADAPTER;
            }
        }
        int aStatus = adapter.status.read();
        if ((aStatus & ZFCP_STATUS_COMMON_ERP_INUSE) != 0) {
            return 0;
        }
        if ((aStatus & ZFCP_STATUS_COMMON_RUNNING) == 0 && (aStatus & ZFCP_STATUS_COMMON_OPEN) == 0) {
            return 0; // a shutdown of what is closed
        }
        return need;
    }

    /**
     * {@code zfcp_erp_setup_act}: takes a reference on the object (unless {@code actStatus} has NO_REF), dismisses the actions
     * below, and prepares the object's action. What is not RUNNING will only be closed.
     *
     * @param actStatus initial ZFCP_STATUS_ERP_ bits of the action
     * @return the action, not yet on a list; null if there was no reference to be had
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_setup_act")
    public static ErpAction setupAct(int need, int actStatus, Adapter adapter, Port port, ScsiDevice sdev) {
        ErpAction erpAction;
        int objectStatus;
        switch (need) {
            case ZFCP_ERP_ACTION_REOPEN_LUN: {
                ScsiDev zfcpSdev = ScsiDev.of(sdev);
                if ((actStatus & ZFCP_STATUS_ERP_NO_REF) == 0 && sdev.get() != 0) {
                    return null;
                }
                zfcpSdev.status.or(ZFCP_STATUS_COMMON_ERP_INUSE);
                erpAction = zfcpSdev.erpAction;
                objectStatus = zfcpSdev.status.read();
                break;
            }
            case ZFCP_ERP_ACTION_REOPEN_PORT, ZFCP_ERP_ACTION_REOPEN_PORT_FORCED:
                if (!port.dev.get()) {
                    return null;
                }
                ErpDismiss.actionDismissPort(port);
                port.status.or(ZFCP_STATUS_COMMON_ERP_INUSE);
                erpAction = port.erpAction;
                objectStatus = port.status.read();
                break;
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER:
                adapter.ref.get();
                ErpDismiss.actionDismissAdapter(adapter);
                adapter.status.or(ZFCP_STATUS_COMMON_ERP_INUSE);
                erpAction = adapter.erpAction;
                objectStatus = adapter.status.read();
                break;
            default:
                adapter.module.kernel.message(LogLevel.WARN, adapter.ccwDevice.device(), "zfcp_erp.c:zfcp_erp_setup_act",
                        "unknown recovery action " + need);
                return null;
        }
        if ((objectStatus & ZFCP_STATUS_COMMON_RUNNING) == 0) {
            actStatus |= ZFCP_STATUS_ERP_CLOSE_ONLY;
        }
        // The C driver overwrites a timer that may still be pending, which corrupts the kernel's timer list: an action that
        // waited for memory was dismissed meanwhile, and nothing stopped its timer. Here it is stopped.
        erpAction.timer.delete();
        erpAction.step = ZFCP_ERP_STEP_UNINITIALIZED;
        erpAction.fsfReqId = 0;
        erpAction.type = need;
        erpAction.status = actStatus;
        return erpAction;
    }

    /**
     * {@code zfcp_erp_action_enqueue}: queues the action that is needed, if any is and it can be, and wakes the ERP thread.
     * Traced in any case; markers in "need" tell why nothing was queued.
     *
     * @param dbftag tag of the trace record
     * @param actStatus initial ZFCP_STATUS_ERP_ bits of the action
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_action_enqueue")
    public static void actionEnqueue(int want, Adapter adapter, Port port, ScsiDevice sdev, String dbftag, int actStatus) {
        DbfRec.recTrig(dbftag, adapter, port, sdev, want, enqueueNeeded(want, adapter, port, sdev, actStatus));
    }

    /** {@code zfcp_erp_action_enqueue}: the body of {@code zfcp_erp_action_enqueue}; returns what is traced as "need". */
    @LinuxSource("zfcp_erp.c:zfcp_erp_action_enqueue")
    private static int enqueueNeeded(int want, Adapter adapter, Port port, ScsiDevice sdev, int actStatus) {
        if (handleFailed(want, adapter, port, sdev) == 0) {
            return ZFCP_ERP_ACTION_FAILED;
        }
        if (adapter.erpThread == null) {
            return ZFCP_ERP_ACTION_NONE;
        }
        int need = requiredAct(want, adapter, port, sdev);
        if (need == 0) {
            return 0;
        }
        ErpAction act = setupAct(need, actStatus, adapter, port, sdev);
        if (act == null) {
            return need | ZFCP_ERP_ACTION_NONE;
        }
        adapter.status.or(ZFCP_STATUS_ADAPTER_ERP_PENDING);
        adapter.erpTotalCount++;
        adapter.erpReadyHead.addTail(act.list);
        adapter.erpReadyWq.wakeUp();
        return need;
    }
}
