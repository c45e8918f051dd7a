// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.kernel.real.RealKernel;
import org.zfcp4j.kernel.virtual.SeededScheduler;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** {@link HandOver} under schedules that switch at every step, and on real threads. */
class HandOverTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void nothingIsStuck(long seed) {
        VirtualConfig config = new VirtualConfig().scheduler(new SeededScheduler(seed)).seed(seed).timeLimit(600_000);
        try (VirtualKernel kernel = new VirtualKernel(config)) {
            kernel.runOrThrow(() -> {
                QdioBed bed = new QdioBed(kernel).up();
                HandOver.Channel channel = new HandOver.Channel(kernel, bed.hardware, 150);
                HandOver.Driver driver = new HandOver.Driver(kernel, bed, 150);
                kernel.user("channel", channel::run);
                driver.run();
                bed.close();
            });
        }
    }

    @Test
    @Timeout(60)
    void nothingIsStuckOnThreads() {
        try (RealKernel kernel = new RealKernel()) {
            QdioBed bed = new QdioBed(kernel).up();
            HandOver.Channel channel = new HandOver.Channel(kernel, bed.hardware, 20_000);
            HandOver.Driver driver = new HandOver.Driver(kernel, bed, 20_000);
            kernel.kthreadRun("channel", thread -> channel.run());
            driver.run();
            bed.close();
            assertNull(kernel.failure());
        }
    }
}
