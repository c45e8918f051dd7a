// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.AtomicInt;

/** Measures what a run and a switch cost, and prints it: the figures depend on the machine, so nothing is asserted of them. */
class ThroughputTest {
    private static final int ROUNDS = 3;

    @Test
    void runsAndSwitches() throws InterruptedException {
        StringBuilder report = new StringBuilder();
        Thread measuring = Thread.ofVirtual().start(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                report.setLength(0);
                report.append(runs(2000)).append(", ").append(switches(50_000));
            }
        });
        measuring.join();
        System.out.println("virtual kernel: " + report);
    }

    private static String runs(int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            try (VirtualKernel kernel = new VirtualKernel()) {
                AtomicInt counter = kernel.atomicInt("counter", null, 0);
                kernel.runOrThrow(() -> {
                    kernel.user("other", counter::inc);
                    counter.inc();
                });
                assertEquals(2, counter.read());
            }
        }
        return String.format("%.1f us a run with two tasks", (System.nanoTime() - start) / 1e3 / count);
    }

    private static String switches(int count) {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().scheduler(choice -> choice.size() - 1))) {
            AtomicInt counter = kernel.atomicInt("counter", null, 0);
            long start = System.nanoTime();
            kernel.runOrThrow(() -> {
                for (int t = 0; t < 2; t++) {
                    kernel.user("t" + t, () -> {
                        for (int i = 0; i < count / 2; i++) {
                            counter.inc();
                        }
                    });
                }
            });
            assertEquals(count, counter.read());
            return String.format("%.2f us a switch", (System.nanoTime() - start) / 1e3 / count);
        }
    }
}
