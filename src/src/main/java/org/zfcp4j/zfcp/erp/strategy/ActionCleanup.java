// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;
import static org.zfcp4j.zfcp.erp.strategy.ErpActResult.*;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.fc.PortScanSchedule;

/** {@code zfcp_erp.c}: the end of an action. On the ERP thread, without the lock. */
final class ActionCleanup {
    private ActionCleanup() {
    }

    /**
     * {@code zfcp_erp_action_cleanup}: drops the reference that the action held, and starts what had to wait for success.
     *
     * <p>Differs from C in one point. An action that found no memory when all others had found none either ends up here with
     * NOMEM but is still queued, and comes here again when it is dequeued as dismissed. C drops its reference both times; here
     * it is dropped once, when the action has left its list.
     */
    @LinuxSource(value = "zfcp_erp.c:zfcp_erp_action_cleanup", calls = "zfcp_adapter_release")
    static void actionCleanup(ErpAction act, ErpActResult result) {
        Adapter adapter = act.adapter;
        Port port = act.port;
        int type = act.type;
        boolean stillQueued = result == ZFCP_ERP_NOMEM;

        switch (type) {
            case ZFCP_ERP_ACTION_REOPEN_LUN:
                if ((act.status & ZFCP_STATUS_ERP_NO_REF) == 0 && !stillQueued) {
                    act.sdev.put();
                }
                RportUnblock.tryRportUnblock(port);
                break;
            case ZFCP_ERP_ACTION_REOPEN_PORT, ZFCP_ERP_ACTION_REOPEN_PORT_FORCED:
                // After a forced reopen the action may have been set up anew as a plain one, which has not made a step yet.
                if (type == ZFCP_ERP_ACTION_REOPEN_PORT && act.step != ZFCP_ERP_STEP_UNINITIALIZED
                        && result == ZFCP_ERP_SUCCEEDED) {
                    RportUnblock.tryRportUnblock(port);
                }
                if (!stillQueued) {
                    port.dev.put();
                }
                break;
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER:
                if (result == ZFCP_ERP_SUCCEEDED) {
                    serviceLevel(adapter, true);
                    PortScanSchedule.conditionalPortScan(adapter);
                    adapter.workQueue.queue(adapter.nsUpWork);
                } else {
                    serviceLevel(adapter, false);
                }
                adapter.ref.put();
                break;
            default:
                break;
        }
    }

    /** {@code register_service_level} and {@code unregister_service_level}: whether the microcode level can be read. */
    private static void serviceLevel(Adapter adapter, boolean register) {
        adapter.serviceLevelRegistered = register;
        adapter.module.kernel.observer().serviceLevel(adapter.ccwDevice.device(), register);
    }
}
