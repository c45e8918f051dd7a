// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;
import static org.zfcp4j.zfcp.erp.strategy.ErpActResult.*;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.fsf.ClosePhysicalPort;

/**
 * {@code zfcp_erp.c}: closing the physical port of a remote port; a plain reopen follows. On the ERP thread, without the lock.
 */
public final class PortForcedStrategy {
    private PortForcedStrategy() {
    }

    /** {@code zfcp_erp_port_forced_strategy}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_forced_strategy")
    public static ErpActResult portForcedStrategy(ErpAction erpAction) {
        int status = erpAction.port.status.read();

        switch (erpAction.step) {
            case ZFCP_ERP_STEP_UNINITIALIZED:
                if ((status & ZFCP_STATUS_PORT_PHYS_OPEN) != 0 && (status & ZFCP_STATUS_COMMON_OPEN) != 0) {
                    return portForcedStrategyClose(erpAction);
                }
                return ZFCP_ERP_FAILED;
            case ZFCP_ERP_STEP_PHYS_PORT_CLOSING:
                return (status & ZFCP_STATUS_PORT_PHYS_OPEN) == 0 ? ZFCP_ERP_SUCCEEDED : ZFCP_ERP_FAILED;
            default:
                return ZFCP_ERP_FAILED;
        }
    }

    /** {@code zfcp_erp_port_forced_strategy_close}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_forced_strategy_close")
    private static ErpActResult portForcedStrategyClose(ErpAction act) {
        int retval = ClosePhysicalPort.closePhysicalPort(act);
        if (retval == -Errno.ENOMEM) {
            return ZFCP_ERP_NOMEM;
        }
        act.step = ZFCP_ERP_STEP_PHYS_PORT_CLOSING;
        return retval != 0 ? ZFCP_ERP_FAILED : ZFCP_ERP_CONTINUES;
    }
}
