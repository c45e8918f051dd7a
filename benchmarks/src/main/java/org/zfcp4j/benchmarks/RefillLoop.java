// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.zfcp4j.benchmarks.machine.RefillMachine;
import org.zfcp4j.benchmarks.reference.ReferenceMachine;

/**
 * The whole loop of status read buffers: post, the channel consumes and notifies, interrupt, response queue, handler, {@code
 * stat_work}, refill. All threads share the adapter and play whatever context has something to do; tasklets and work items run on one
 * thread at a time. An operation is one notification.
 */
public class RefillLoop extends RefillBenchmark {
    static final int BATCH = 1024;

    /** The port's adapter. */
    @State(Scope.Benchmark)
    public static class Port {
        @Param({"check-then-dec", "add-unless", "cancel-at-close", "claim-all"})
        public String policy;
        /** Buffers that the channel has. */
        @Param("16")
        public int srbs;
        /** Buffers that the channel consumes before an interrupt. */
        @Param("1")
        public int burst;
        RefillMachine machine;

        @Setup
        public void open() {
            machine = new RefillMachine(policy, srbs);
        }

        @TearDown
        public void close() {
            machine.close();
        }
    }

    /** The adapter in C. */
    @State(Scope.Benchmark)
    public static class Reference {
        @Param({"check-then-dec", "add-unless", "cancel-at-close", "claim-all"})
        public String policy;
        @Param("16")
        public int srbs;
        @Param("1")
        public int burst;
        ReferenceMachine machine;

        @Setup
        public void open() {
            machine = new ReferenceMachine(policy, srbs);
        }

        @TearDown
        public void close() {
            machine.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void port(Port state) {
        state.machine.loop(BATCH, state.burst);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void reference(Reference state) {
        state.machine.loop(BATCH, state.burst);
    }
}
