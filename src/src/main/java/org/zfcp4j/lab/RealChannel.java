// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.real.InterruptSource;
import org.zfcp4j.kernel.real.RealKernel;

/** The mock channel in its own native thread, and a thread of the kernel that its interrupts run on. */
public final class RealChannel {
    private static final long FOREVER = -1;

    private final FcpChannel channel;
    private final StepResult result;
    private final InterruptSource interrupts;

    /** Starts both threads; the subchannels are attached to {@code kernel}. */
    public RealChannel(RealKernel kernel, FcpChannel channel) {
        this.channel = channel;
        result = channel.newStepResult();
        channel.startThread();
        interrupts = kernel.interruptSource("interrupts", this::next);
    }

    /** Waits in native code; false once the channel has stopped. */
    private boolean next() {
        if (!channel.waitInterrupt(FOREVER, result)) {
            return false;
        }
        channel.raise(result);
        return true;
    }

    /** Stops the channel; no interrupt follows. */
    public void stop() {
        channel.stopThread();
        // to the end in any case: it waits in native code, in a channel that is freed next
        interrupts.awaitEnd();
    }
}
