// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Java and C in turn, in batches of the same work, by the processor time of this thread. Of each the shortest batch counts: other load can only
 * add to it, and what the machine does to one it does to the other. One thread.
 */
public final class AlternatingBatches {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Runnable javaBatch;
    private final Runnable cBatch;
    private long javaNanos = Long.MAX_VALUE;
    private long cNanos = Long.MAX_VALUE;

    public AlternatingBatches(Runnable javaBatch, Runnable cBatch) {
        this.javaBatch = javaBatch;
        this.cBatch = cBatch;
    }

    private static long processorTime(Runnable batch) {
        long before = THREADS.getCurrentThreadCpuTime();
        batch.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    /** A batch of each. */
    public void round() {
        javaNanos = Math.min(javaNanos, processorTime(javaBatch));
        cNanos = Math.min(cNanos, processorTime(cBatch));
    }

    /** The shortest batch in Java so far, in nanoseconds. */
    public long javaNanos() {
        return javaNanos;
    }

    /** The shortest batch in C so far, in nanoseconds. */
    public long cNanos() {
        return cNanos;
    }
}
