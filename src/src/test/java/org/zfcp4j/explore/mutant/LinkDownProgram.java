// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import java.util.function.Supplier;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;

/** The link goes down, which fails the adapter for the time being, while somebody wants it reopened. */
final class LinkDownProgram extends BedProgram {
    @Override
    Supplier<String> play(VirtualKernel kernel, AdapterBed bed) {
        boolean[] down = new boolean[1];
        boolean[] reopened = new boolean[1];
        kernel.describe("what was seen", () -> (down[0] ? 1 : 0) + (reopened[0] ? 2 : 0));
        kernel.user("link down", () -> {
            ErpStatus.setAdapterStatus(bed.adapter, ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED);
            down[0] = true;
        });
        kernel.user("reopen", () -> {
            boolean before = down[0];
            ErpTrigger.adapterReopen(bed.adapter, 0, "fsrth_1");
            boolean queued = (bed.adapter.status.read() & ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE) != 0;
            reopened[0] = before && queued;
        });
        return () -> reopened[0] ? "the adapter is reopened while the link is down" : null;
    }
}
