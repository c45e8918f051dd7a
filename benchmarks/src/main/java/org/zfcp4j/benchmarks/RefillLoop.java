// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The whole loop of status read buffers: post, the channel consumes and notifies, interrupt, response queue, handler, {@code
 * stat_work}, refill. All threads share the adapter and play whatever context has something to do; tasklets and work items run on one
 * thread at a time. An operation is one notification.
 */
public class RefillLoop extends RefillBenchmark {
    static final int BATCH = 1024;

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void port(PortAdapter state, ThreadWork work) {
        state.machine.loop(BATCH, state.burst);
        work.add(BATCH);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void reference(ReferenceAdapter state, ThreadWork work) {
        state.machine.loop(BATCH, state.burst);
        work.add(BATCH);
    }
}
