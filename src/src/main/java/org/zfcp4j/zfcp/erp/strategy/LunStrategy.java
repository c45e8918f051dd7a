// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;
import static org.zfcp4j.zfcp.erp.strategy.ErpActResult.*;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.fsf.CloseLun;
import org.zfcp4j.zfcp.fsf.OpenLun;

/** {@code zfcp_erp.c}: closing and opening a LUN, a command per step. On the ERP thread, without the lock. */
public final class LunStrategy {
    private LunStrategy() {
    }

    /** {@code zfcp_erp_lun_strategy}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_lun_strategy")
    public static ErpActResult lunStrategy(ErpAction erpAction) {
        ScsiDev zfcpSdev = ScsiDev.of(erpAction.sdev);

        switch (erpAction.step) {
            case ZFCP_ERP_STEP_UNINITIALIZED:
                lunStrategyClearstati(erpAction.sdev);
                if ((zfcpSdev.status.read() & ZFCP_STATUS_COMMON_OPEN) != 0) {
                    return lunStrategyClose(erpAction);
                }
                // A LUN that is closed already is treated as just closed.
                return closed(erpAction, zfcpSdev);
            case ZFCP_ERP_STEP_LUN_CLOSING:
                return closed(erpAction, zfcpSdev);
            case ZFCP_ERP_STEP_LUN_OPENING:
                return (zfcpSdev.status.read() & ZFCP_STATUS_COMMON_OPEN) != 0 ? ZFCP_ERP_SUCCEEDED : ZFCP_ERP_FAILED;
            default:
                return ZFCP_ERP_FAILED;
        }
    }

    /** {@code zfcp_erp_lun_strategy}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_lun_strategy")
    private static ErpActResult closed(ErpAction erpAction, ScsiDev zfcpSdev) {
        if ((zfcpSdev.status.read() & ZFCP_STATUS_COMMON_OPEN) != 0) {
            return ZFCP_ERP_FAILED;
        }
        if ((erpAction.status & ZFCP_STATUS_ERP_CLOSE_ONLY) != 0) {
            return ZFCP_ERP_EXIT;
        }
        return lunStrategyOpen(erpAction);
    }

    /** {@code zfcp_erp_lun_strategy_clearstati}: whether access is denied will show anew. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_lun_strategy_clearstati")
    private static void lunStrategyClearstati(ScsiDevice sdev) {
        ScsiDev.of(sdev).status.andnot(ZFCP_STATUS_COMMON_ACCESS_DENIED);
    }

    /** {@code zfcp_erp_lun_strategy_close}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_lun_strategy_close")
    private static ErpActResult lunStrategyClose(ErpAction erpAction) {
        int retval = CloseLun.closeLun(erpAction);
        if (retval == -Errno.ENOMEM) {
            return ZFCP_ERP_NOMEM;
        }
        erpAction.step = ZFCP_ERP_STEP_LUN_CLOSING;
        return retval != 0 ? ZFCP_ERP_FAILED : ZFCP_ERP_CONTINUES;
    }

    /** {@code zfcp_erp_lun_strategy_open}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_lun_strategy_open")
    private static ErpActResult lunStrategyOpen(ErpAction erpAction) {
        int retval = OpenLun.openLun(erpAction);
        if (retval == -Errno.ENOMEM) {
            return ZFCP_ERP_NOMEM;
        }
        erpAction.step = ZFCP_ERP_STEP_LUN_OPENING;
        return retval != 0 ? ZFCP_ERP_FAILED : ZFCP_ERP_CONTINUES;
    }
}
