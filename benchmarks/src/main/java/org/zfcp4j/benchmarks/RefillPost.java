// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The whole post path of a status read buffer, and the step of the channel that consumes it: all threads share the adapter. An
 * operation is one buffer consumed and one claimed and posted.
 */
public class RefillPost extends RefillBenchmark {
    static final int BATCH = 1024;

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void port(PortAdapter state, ExcessPosts excess, ThreadWork work) {
        excess.excess += state.machine.post(BATCH, state.burst);
        work.add(BATCH);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void reference(ReferenceAdapter state, ExcessPosts excess, ThreadWork work) {
        excess.excess += state.machine.post(BATCH, state.burst);
        work.add(BATCH);
    }
}
