// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/**
 * A run whose last ordinary task ends it while the thread of the one before has woken it and does not go on: that thread must not
 * take part when the others are unwound. To be run within a {@link MutantLoader} that calls {@link #delay}.
 */
public final class HandOverHunt implements UnaryOperator<String> {
    private static final long PATIENCE_MILLIS = 300;
    private static final CountDownLatch UNWINDING = new CountDownLatch(1);
    private static volatile Thread late;

    private final CountDownLatch second = new CountDownLatch(1);
    private final AtomicBoolean first = new AtomicBoolean();
    private volatile boolean together;

    /** A thread has handed control over, and its processor is taken away. */
    static void delay() {
        if (Thread.currentThread() == late) {
            await(UNWINDING, Long.MAX_VALUE);
        }
    }

    @Override
    public String apply(String symptom) {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig())) {
            kernel.run(() -> play(kernel));
        }
        return together ? "two tasks are unwound at a time" : "";
    }

    private void play(VirtualKernel kernel) {
        WaitQueue never = kernel.waitQueue("never", null);
        WaitQueue queue = kernel.waitQueue("queue", null);
        AtomicBoolean goOn = new AtomicBoolean();
        for (int i = 0; i < 2; i++) {
            kernel.user("waiter", () -> {
                try {
                    never.waitEvent(() -> false);
                } finally {
                    unwound();
                }
            });
        }
        kernel.user("last", () -> {
            queue.waitEvent(goOn::get);
            kernel.stop("enough");
        });
        kernel.msleep(1);
        goOn.set(true);
        queue.wakeUp();
        late = Thread.currentThread();
    }

    private void unwound() {
        UNWINDING.countDown();
        if (first.compareAndSet(false, true)) {
            together = await(second, PATIENCE_MILLIS);
        } else {
            second.countDown();
        }
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
