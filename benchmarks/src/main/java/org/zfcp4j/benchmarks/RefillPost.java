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
 * The whole post path of a status read buffer, and the step of the channel that consumes it: all threads share the adapter. An
 * operation is one buffer consumed and one claimed and posted.
 */
public class RefillPost extends RefillBenchmark {
    static final int BATCH = 1024;

    /** The port's adapter. */
    @State(Scope.Benchmark)
    public static class Port {
        @Param({"check-then-dec", "add-unless", "cancel-at-close", "claim-all", "lock"})
        public String policy;
        /** Buffers that the channel has. */
        @Param("16")
        public int srbs;
        /** Buffers that the channel consumes before a refill. */
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
        @Param({"check-then-dec", "add-unless", "cancel-at-close", "claim-all", "lock"})
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
    public void port(Port state, ExcessPosts excess) {
        excess.excess += state.machine.post(BATCH, state.burst);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void reference(Reference state, ExcessPosts excess) {
        excess.excess += state.machine.post(BATCH, state.burst);
    }
}
