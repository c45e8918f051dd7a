// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

/**
 * The thread on which the tasklets of a kernel run, or its interrupts, one after the other: those that were not scheduled on an
 * {@link InterruptSource}, and those that it did not get done.
 */
final class InterruptThread extends QueueThread<RealTasklet> {
    InterruptThread(RealKernel kernel, String context) {
        super(kernel, context, context);
    }

    @Override
    void taken(RealTasklet tasklet) {
        // it marks itself as running
    }

    @Override
    void process(RealTasklet tasklet) {
        for (int look = 0; !tasklet.tryExecute(this); look++) {
            Spin.pause(look);
        }
    }

    @Override
    void processed(RealTasklet tasklet) {
        // tasklet_kill waits for nothing but the end of its run
    }

    @Override
    void announce(RealTasklet tasklet) {
        // a killer looks by itself
    }
}
