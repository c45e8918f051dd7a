// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.KernelContract;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/** The contract on real threads, several times over, and what concerns these alone. */
class RealKernelTest implements KernelContract {
    private static final int TIMES = 10;

    @Override
    public void onKernel(Consumer<Kernel> body) {
        for (int i = 0; i < TIMES; i++) {
            try (RealKernel kernel = new RealKernel(8 << 20)) {
                body.accept(kernel);
                assertEquals(null, kernel.failure());
            }
        }
    }

    @Test
    void failureInAContextIsKeptAndDoesNotEndIt() {
        try (RealKernel kernel = new RealKernel(1 << 20)) {
            WorkQueue queue = kernel.orderedWorkQueue("queue");
            Completion second = kernel.completion("second", null);
            Work bad = kernel.work("bad", null, w -> kernel.panic("as planned"));
            Work good = kernel.work("good", null, w -> second.complete());
            queue.queue(bad);
            queue.queue(good);
            second.waitForCompletion();
            assertInstanceOf(KernelPanic.class, kernel.failure());
            assertEquals("as planned", kernel.failure().getMessage());
            assertThrows(KernelPanic.class, () -> kernel.panic("in the caller"));
        }
    }

    @Test
    void closeEndsAllThreads() {
        RealKernel kernel = new RealKernel(1 << 20);
        Thread[] threads = new Thread[2];
        Completion started = kernel.completion("started", null);
        WorkQueue queue = kernel.orderedWorkQueue("queue");
        queue.queue(kernel.work("item", null, w -> {
            threads[0] = Thread.currentThread();
            started.complete();
        }));
        kernel.kthreadRun("thread", self -> {
            threads[1] = Thread.currentThread();
            started.complete();
            kernel.waitQueue("for ever", null).waitEvent(self::shouldStop);
        });
        started.waitForCompletion();
        started.waitForCompletion();
        kernel.close();
        kernel.close();
        for (Thread thread : threads) {
            assertTrue(!thread.isAlive(), thread.getName());
        }
    }
}
