// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.zfcp4j.benchmarks.reference.ReferenceMachine;

/** The adapter in C, which all threads share. */
@State(Scope.Benchmark)
public class ReferenceAdapter {
    @Param({"check-then-dec", "add-unless", "cancel-at-close", "claim-all", "lock"})
    public String policy;
    /** Buffers that the channel has: a number, or {@code auto}. */
    @Param(SrbCount.AUTO)
    public String srbs;
    /** Buffers that the channel consumes before a refill, or before an interrupt. */
    @Param("1")
    public int burst;
    ReferenceMachine machine;

    @Setup
    public void open(BenchmarkParams params) {
        machine = new ReferenceMachine(policy, SrbCount.of(srbs, params.getThreads(), SrbCount.burst(burst)));
    }

    @TearDown
    public void close() {
        machine.close();
    }
}
