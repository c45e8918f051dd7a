// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.sysfs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.virtual.SeededScheduler;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Port;

class AdapterAttributesTest {
    private static final long WWPN = 0x500507630300c562L;
    private static final int SEEDS = 60;

    @Test
    void aPortThatTwoRemoveLosesTheReferenceOfItsListOnce() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            assertEquals(0, referencesAfterTwoRemovals(seed), "seed " + seed);
        }
    }

    private static int referencesAfterTwoRemovals(int seed) {
        int[] references = new int[1];
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().scheduler(new SeededScheduler(seed)))) {
            kernel.runOrThrow(() -> {
                AdapterBed bed = new AdapterBed(kernel);
                bed.host();
                bed.cdev.device().setDriverData(bed.adapter);
                Port port = bed.port(WWPN, 0x010200);
                kernel.user("first", () -> AdapterAttributes.portRemoveStore(bed.module, bed.cdev, WWPN));
                AdapterAttributes.portRemoveStore(bed.module, bed.cdev, WWPN);
                kernel.msleep(1000);
                references[0] = port.dev.references();
                bed.adapter.workQueue.destroy();
            });
        }
        return references[0];
    }
}
