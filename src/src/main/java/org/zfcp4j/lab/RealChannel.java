// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.function.IntConsumer;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.StepResult;

/** The mock channel in its own native thread, and a thread that carries its interrupts into the kernel. */
final class RealChannel {
    private static final long FOREVER = -1;

    private final FcpChannel channel;
    private final Thread pump;

    /** @param interrupt gets the number of a subchannel whose interrupt was posted */
    RealChannel(FcpChannel channel, IntConsumer interrupt) {
        this.channel = channel;
        channel.startThread();
        StepResult result = channel.newStepResult();
        // A platform thread: waiting in native code would hold the carrier of a virtual one.
        pump = Thread.ofPlatform().daemon().name("interrupts").start(() -> {
            while (channel.waitInterrupt(FOREVER, result)) {
                int number = result.subchannel();
                channel.subchannel(number).post(result);
                interrupt.accept(number);
            }
        });
    }

    /** The channel stands still, and no interrupt comes any more. */
    void stop() {
        channel.stopThread();
        try {
            pump.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
