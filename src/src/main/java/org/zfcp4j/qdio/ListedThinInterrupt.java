// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import org.zfcp4j.linux.LinuxSource;

/** Adapter interrupts in level 7.1: a device is on the list from before it is established until after it was cleared. */
@LinuxSource(level = "7.1")
final class ListedThinInterrupt extends ThinInterrupt {
    ListedThinInterrupt(QdioIrq irq, long dsci) {
        super(irq, dsci);
    }

    /** {@code qdio_establish_thinint}. */
    @Override
    @LinuxSource("qdio_thinint.c:qdio_establish_thinint")
    int establishThinint() {
        int rc = super.establishThinint();
        if (rc != 0) {
            return rc;
        }
        tiqdioAddDevice();
        return 0;
    }

    /** {@code qdio_shutdown_thinint}. */
    @Override
    @LinuxSource("qdio_thinint.c:qdio_shutdown_thinint")
    void shutdownThinint() {
        tiqdioRemoveDevice();
        super.shutdownThinint();
    }
}
