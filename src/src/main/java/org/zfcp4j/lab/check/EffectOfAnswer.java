// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_OPEN;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_PORT_PHYS_OPEN;

import java.util.function.BooleanSupplier;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/** What the driver knows of a port or LUN when the channel has opened or closed it. */
final class EffectOfAnswer {
    private EffectOfAnswer() {
    }

    /** Null for an answer that opens or closes nothing. */
    static Due of(FsfReq req) {
        long header = FsfQtcb.HEADER.at(req.qtcb);
        int prot = FsfQtcbPrefix.PROT_STATUS.get(FsfQtcb.PREFIX.at(req.qtcb));
        if (prot != FSF_PROT_GOOD || FsfQtcbHeader.FSF_STATUS.get(header) != FSF_GOOD) {
            return null;
        }
        int command = FsfQtcbHeader.FSF_COMMAND.get(header);
        if (req.data instanceof Port port) {
            BooleanSupplier effect = ofPort(command, port, FsfQtcbHeader.PORT_HANDLE.get(header));
            return effect == null ? null : Due.of("another state of its port", effect, req);
        }
        if (req.data instanceof ScsiDevice sdev) {
            BooleanSupplier effect = ofLun(command, ScsiDev.of(sdev), FsfQtcbHeader.LUN_HANDLE.get(header));
            return effect == null ? null : Due.of("another state of its LUN", effect, req);
        }
        return null;
    }

    private static BooleanSupplier ofPort(int command, Port port, int handle) {
        return switch (command) {
            case FSF_QTCB_OPEN_PORT_WITH_DID -> () -> port.handle == handle;
            case FSF_QTCB_CLOSE_PORT -> () -> (port.status.read() & ZFCP_STATUS_COMMON_OPEN) == 0 && !hasOpenLun(port);
            case FSF_QTCB_CLOSE_PHYSICAL_PORT -> () -> (port.status.read() & ZFCP_STATUS_PORT_PHYS_OPEN) == 0;
            default -> null;
        };
    }

    private static boolean hasOpenLun(Port port) {
        boolean[] open = {false};
        if (port.adapter.scsiHost != null) {
            port.adapter.scsiHost.devices.forEach(sdev -> {
                ScsiDev lun = ScsiDev.of(sdev);
                open[0] |= lun != null && lun.port == port && (lun.status.read() & ZFCP_STATUS_COMMON_OPEN) != 0;
            });
        }
        return open[0];
    }

    private static BooleanSupplier ofLun(int command, ScsiDev lun, int handle) {
        return switch (command) {
            case FSF_QTCB_OPEN_LUN -> () -> lun.lunHandle == handle;
            case FSF_QTCB_CLOSE_LUN -> () -> (lun.status.read() & ZFCP_STATUS_COMMON_OPEN) == 0;
            default -> null;
        };
    }
}
