// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

/** The thread on which the tasklets of a kernel run, or its interrupts: one after the other. */
final class InterruptThread extends QueueThread<RealTasklet> {
    InterruptThread(RealKernel kernel, String context) {
        super(kernel, context, context);
    }

    @Override
    void taken(RealTasklet tasklet) {
        tasklet.taken();
    }

    @Override
    void process(RealTasklet tasklet) {
        guard(tasklet.body());
    }

    @Override
    void processed(RealTasklet tasklet) {
        // that it is no longer the current one is all that a killer waits for
    }

    @Override
    void announce(RealTasklet tasklet) {
        // a killer looks by itself
    }
}
