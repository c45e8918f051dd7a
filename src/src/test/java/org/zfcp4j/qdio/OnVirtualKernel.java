// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import java.util.function.Consumer;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** Runs a test body as a process of a virtual kernel. */
final class OnVirtualKernel {
    private OnVirtualKernel() {
    }

    /** Throws what the body throws, or what the kernel found wrong. */
    static void run(Consumer<Kernel> body) {
        try (VirtualKernel kernel = new VirtualKernel()) {
            kernel.runOrThrow(() -> body.accept(kernel));
        }
    }
}
