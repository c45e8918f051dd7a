// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc;

import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcElsCsp;
import org.zfcp4j.layout.fc.FcElsCssp;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.def.Port;

/** {@code zfcp_fc.c}: what a remote port said about itself when it was opened. */
public final class Plogi {
    private static final int[] CLASSES = {
        FcHost.FC_COS_CLASS1, FcHost.FC_COS_CLASS2, FcHost.FC_COS_CLASS3, FcHost.FC_COS_CLASS4
    };

    private Plogi() {
    }

    /**
     * {@code zfcp_fc_plogi_evaluate}: takes names, frame size and classes from the PLOGI payload; a port that turns out to be
     * another one loses its D_ID. Classes are only ever added, as in C. Response handler context.
     *
     * @param plogi address of a {@link FcElsFlogi}
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_plogi_evaluate")
    public static void plogiEvaluate(Port port, long plogi) {
        long wwpn = FcElsFlogi.FL_WWPN.get(plogi);
        if (wwpn != port.wwpn) {
            port.dId = 0;
            port.adapter.module.kernel.message(LogLevel.WARN, port.adapter.ccwDevice.device(), "zfcp_fc.c:zfcp_fc_plogi_evaluate",
                    String.format(
                    "Remote port 0x%016x was opened but calls itself 0x%016x", port.wwpn, wwpn));
            return;
        }

        port.wwnn = FcElsFlogi.FL_WWNN.get(plogi);
        port.maxframeSize = FcElsCsp.SP_BB_DATA.get(FcElsFlogi.FL_CSP.at(plogi));

        for (int i = 0; i < CLASSES.length; i++) {
            if ((FcElsCssp.CP_CLASS.get(FcElsFlogi.FL_CSSP.at(plogi, i)) & FcConstants.FC_CPC_VALID) != 0) {
                port.supportedClasses |= CLASSES[i];
            }
        }
    }
}
