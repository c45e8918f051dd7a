// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.WkaPorts;

/** {@code zfcp_fc.c}: the generic services of an adapter. Process context. */
public final class GsSetup {
    private GsSetup() {
    }

    /** {@code zfcp_fc_gs_setup}: 0 or {@code -ENOMEM}. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_gs_setup")
    public static int gsSetup(Adapter adapter) {
        if (!adapter.module.kernel.mayAllocate("zfcp_fc_wka_ports")) {
            return -Errno.ENOMEM;
        }
        adapter.gs = new WkaPorts(
                WkaPortOps.wkaPortInit(FcConstants.FC_FID_MGMT_SERV, adapter),
                WkaPortOps.wkaPortInit(FcConstants.FC_FID_TIME_SERV, adapter),
                WkaPortOps.wkaPortInit(FcConstants.FC_FID_DIR_SERV, adapter),
                WkaPortOps.wkaPortInit(FcConstants.FC_FID_ALIASES, adapter));
        return 0;
    }

    /** {@code zfcp_fc_gs_destroy}. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_gs_destroy")
    public static void gsDestroy(Adapter adapter) {
        adapter.gs = null;
    }
}
