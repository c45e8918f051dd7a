// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;
import static org.zfcp4j.zfcp.erp.strategy.ErpActResult.*;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.fc.DidLookup;
import org.zfcp4j.zfcp.fsf.ClosePort;
import org.zfcp4j.zfcp.fsf.OpenPort;

/** {@code zfcp_erp.c}: closing and opening a remote port, a command per step. On the ERP thread, without the lock. */
public final class PortStrategy {
    private PortStrategy() {
    }

    /** {@code zfcp_erp_port_strategy}: one that is new (NOESC) and not open needs no closing. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_strategy")
    public static ErpActResult portStrategy(ErpAction erpAction) {
        int pStatus = erpAction.port.status.read();
        boolean open = (pStatus & ZFCP_STATUS_COMMON_OPEN) != 0;

        if ((pStatus & ZFCP_STATUS_COMMON_NOESC) == 0 || open) {
            switch (erpAction.step) {
                case ZFCP_ERP_STEP_UNINITIALIZED:
                    if (open) {
                        return portStrategyClose(erpAction);
                    }
                    break;
                case ZFCP_ERP_STEP_PORT_CLOSING:
                    if (open) {
                        return ZFCP_ERP_FAILED;
                    }
                    break;
                default:
                    break;
            }
        }
        if ((erpAction.status & ZFCP_STATUS_ERP_CLOSE_ONLY) != 0) {
            return ZFCP_ERP_EXIT;
        }
        return portStrategyOpenCommon(erpAction);
    }

    /** {@code zfcp_erp_port_strategy_close}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_strategy_close")
    private static ErpActResult portStrategyClose(ErpAction erpAction) {
        int retval = ClosePort.closePort(erpAction);
        if (retval == -Errno.ENOMEM) {
            return ZFCP_ERP_NOMEM;
        }
        erpAction.step = ZFCP_ERP_STEP_PORT_CLOSING;
        return retval != 0 ? ZFCP_ERP_FAILED : ZFCP_ERP_CONTINUES;
    }

    /** {@code zfcp_erp_port_strategy_open_port}. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_strategy_open_port")
    private static ErpActResult portStrategyOpenPort(ErpAction erpAction) {
        int retval = OpenPort.openPort(erpAction);
        if (retval == -Errno.ENOMEM) {
            return ZFCP_ERP_NOMEM;
        }
        erpAction.step = ZFCP_ERP_STEP_PORT_OPENING;
        return retval != 0 ? ZFCP_ERP_FAILED : ZFCP_ERP_CONTINUES;
    }

    /** {@code zfcp_erp_open_ptp_port}: on a point-to-point connection there is no port but the peer. */
    @LinuxSource("zfcp_erp.c:zfcp_erp_open_ptp_port")
    private static ErpActResult openPtpPort(ErpAction act) {
        Adapter adapter = act.adapter;
        Port port = act.port;
        if (port.wwpn != adapter.peerWwpn) {
            ErpStatus.setPortStatus(port, ZFCP_STATUS_COMMON_ERP_FAILED);
            return ZFCP_ERP_FAILED;
        }
        port.dId = adapter.peerDId;
        return portStrategyOpenPort(act);
    }

    /**
     * {@code zfcp_erp_port_strategy_open_common}: opens, after the destination id was looked up if it is not known. A port that
     * could not be opened may have got another id, so the old one is forgotten and the next attempt looks it up.
     */
    @LinuxSource("zfcp_erp.c:zfcp_erp_port_strategy_open_common")
    private static ErpActResult portStrategyOpenCommon(ErpAction act) {
        Port port = act.port;
        int pStatus = port.status.read();

        switch (act.step) {
            case ZFCP_ERP_STEP_UNINITIALIZED, ZFCP_ERP_STEP_PHYS_PORT_CLOSING, ZFCP_ERP_STEP_PORT_CLOSING:
                if (act.adapter.scsiHost.fc.portType == FcHost.FC_PORTTYPE_PTP) {
                    return openPtpPort(act);
                }
                if (port.dId == 0) {
                    DidLookup.triggerDidLookup(port);
                    return ZFCP_ERP_EXIT;
                }
                return portStrategyOpenPort(act);
            case ZFCP_ERP_STEP_PORT_OPENING:
                if ((pStatus & ZFCP_STATUS_COMMON_OPEN) != 0) {
                    // It may have lost its id during the open.
                    if (port.dId == 0) {
                        DidLookup.triggerDidLookup(port);
                        return ZFCP_ERP_EXIT;
                    }
                    return ZFCP_ERP_SUCCEEDED;
                }
                if (port.dId != 0 && (pStatus & ZFCP_STATUS_COMMON_NOESC) == 0) {
                    port.dId = 0;
                }
                return ZFCP_ERP_FAILED;
            default:
                return ZFCP_ERP_FAILED;
        }
    }
}
