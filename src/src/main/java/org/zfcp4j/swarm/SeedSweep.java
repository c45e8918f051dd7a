// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.swarm;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/**
 * Runs the seeds of a shard on all processors, and hands the results out in the order of the seeds, whatever the order in which they were
 * ready.
 *
 * @param first seed of the whole range
 * @param last seed of the whole range
 */
public record SeedSweep(long first, long last, Shard shard) {
    /** Results that are ready or in the making while the oldest is awaited, for each processor. */
    private static final int AHEAD = 4;

    /** What becomes of a result, in the thread of the caller. */
    public interface Sink<R, E extends Exception> {
        void accept(long seed, R result) throws E;
    }

    private record Pending<R>(long seed, Future<R> result) {
    }

    /**
     * Runs all.
     *
     * @param run gets a seed; called by several threads at a time
     */
    public <R, E extends Exception> void run(LongFunction<R> run, Sink<? super R, E> sink) throws E {
        int processors = Runtime.getRuntime().availableProcessors();
        ArrayDeque<Pending<R>> pending = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(processors, Thread.ofPlatform().daemon().name("seeds ", 0).factory())) {
            try {
                for (long seed = first; seed <= last; seed++) {
                    if (!shard.has(seed - first)) {
                        continue;
                    }
                    long next = seed;
                    pending.add(new Pending<>(seed, workers.submit(() -> run.apply(next))));
                    if (pending.size() == AHEAD * processors) {
                        take(pending, sink);
                    }
                }
                while (!pending.isEmpty()) {
                    take(pending, sink);
                }
            } finally {
                // Only after an exception there is something left.
                pending.forEach(left -> left.result().cancel(false));
            }
        }
    }

    private static <R, E extends Exception> void take(ArrayDeque<Pending<R>> pending, Sink<? super R, E> sink) throws E {
        Pending<R> oldest = pending.remove();
        try {
            sink.accept(oldest.seed(), oldest.result().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at seed " + oldest.seed(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("seed " + oldest.seed() + ": " + e.getCause(), e.getCause());
        }
    }
}
