// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notices a run in which a task loops without an operation: nothing of the kernel's own would ever be called again, so it
 * takes a thread beside it. That one counts its own ticks and not the time, so that a stopped machine, or a debugger that has
 * stopped all threads, is not taken for such a loop.
 */
final class LoopWatch {
    private static final int TICK_MILLIS = 50;
    private static final Set<LoopWatch> RUNS = ConcurrentHashMap.newKeySet();

    static {
        Thread.ofPlatform().daemon().name("loop watch").start(LoopWatch::watch);
    }

    private final Engine engine;
    private final int patienceMillis;
    private long seenSteps = -1;
    private int stillMillis;

    private LoopWatch(Engine engine, int patienceMillis) {
        this.engine = engine;
        this.patienceMillis = patienceMillis;
    }

    static LoopWatch begin(Engine engine, int patienceMillis) {
        LoopWatch watch = new LoopWatch(engine, patienceMillis);
        RUNS.add(watch);
        return watch;
    }

    void end() {
        RUNS.remove(this);
    }

    private static void watch() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                RUNS.forEach(LoopWatch::tick);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        long steps = engine.steps();
        if (steps != seenSteps) {
            seenSteps = steps;
            stillMillis = 0;
            return;
        }
        stillMillis += TICK_MILLIS;
        Task task = engine.self();
        if (stillMillis >= patienceMillis) {
            List<StackTraceElement> stack = List.of(task.stack());
            // Without a stack it only waits for a processor.
            if (!stack.isEmpty() && engine.steps() == seenSteps && engine.abandon(task, stack)) {
                end();
            }
        }
    }
}
