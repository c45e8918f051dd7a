// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.zfcp4j.benchmarks.reference.ReferenceMachine;

/** The channel's side consumes what the driver's side posts, and nothing else. */
class SidesTest {
    private static final int SRBS = 16;
    private static final int BUFFERS = 10_000;

    private static void alone(IntSupplier channel, Runnable driver) {
        assertEquals(SRBS, channel.getAsInt());
        assertEquals(0, channel.getAsInt());
        driver.run();
        assertEquals(SRBS, channel.getAsInt());
    }

    private static void together(IntSupplier channel, Runnable driver) throws InterruptedException {
        int[] consumed = new int[1];
        Thread other = new Thread(() -> {
            while (consumed[0] < BUFFERS) {
                consumed[0] += channel.getAsInt();
            }
        });
        other.start();
        while (other.isAlive()) {
            driver.run();
        }
        other.join();
        assertTrue(consumed[0] >= BUFFERS);
    }

    @Test
    void aChannelWithoutDriverConsumesAllBuffersOnce() {
        try (RefillMachine java = new RefillMachine("add-unless", SRBS); ReferenceMachine c = new ReferenceMachine("add-unless", SRBS)) {
            alone(() -> java.channelSide(2 * SRBS, 3), java::driverSide);
            alone(() -> c.channelSide(2 * SRBS, 3), c::driverSide);
        }
    }

    @Test
    void bothSidesTogetherGoOn() throws InterruptedException {
        try (RefillMachine java = new RefillMachine("claim-all", SRBS); ReferenceMachine c = new ReferenceMachine("claim-all", SRBS)) {
            together(() -> java.channelSide(100, 8), java::driverSide);
            together(() -> c.channelSide(100, 8), c::driverSide);
        }
    }
}
