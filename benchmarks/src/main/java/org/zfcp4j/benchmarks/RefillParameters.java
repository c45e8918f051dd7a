// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What an adapter whose refill is measured is made with, in Java and in C. */
@State(Scope.Benchmark)
public abstract class RefillParameters {
    @Param({"check-then-dec", "add-unless", "cancel-at-close", "claim-all", "lock"})
    public String policy;
    /** Buffers that the channel has: a number, or {@code auto}. */
    @Param(SrbCount.AUTO)
    public String srbs;
    /** Buffers that the channel consumes before a refill, or before an interrupt. */
    @Param("1")
    public int burst;

    /** Buffers that the channel has, with the threads that there will be. */
    final int srbCount(BenchmarkParams params) {
        return SrbCount.of(srbs, params.getThreads(), SrbCount.burst(burst));
    }
}
