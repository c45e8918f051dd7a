// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.zfcp4j.benchmarks.machine.ClaimMachine;
import org.zfcp4j.benchmarks.reference.ReferenceClaim;

/**
 * The claim of a missing status read buffer, without posting it: all threads share the counter. An operation is one buffer
 * counted as missing and one claimed.
 */
public class RefillClaim extends RefillBenchmark {
    static final int BATCH = 4096;

    /** The port's counter. */
    @State(Scope.Benchmark)
    public static class Port {
        @Param({"check-then-dec", "add-unless", "cancel-at-close", "claim-all", "lock"})
        public String policy;
        ClaimMachine machine;

        @Setup
        public void open() {
            machine = new ClaimMachine(policy);
        }

        @TearDown
        public void close() {
            machine.close();
        }
    }

    /** The counter in C. */
    @State(Scope.Benchmark)
    public static class Reference {
        @Param({"check-then-dec", "add-unless", "cancel-at-close", "claim-all", "lock"})
        public String policy;
        ReferenceClaim machine;

        @Setup
        public void open() {
            machine = new ReferenceClaim(policy);
        }

        @TearDown
        public void close() {
            machine.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void port(Port state, ExcessPosts excess, ThreadWork work) {
        excess.excess += state.machine.claim(BATCH);
        work.add(BATCH);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void reference(Reference state, ExcessPosts excess, ThreadWork work) {
        excess.excess += state.machine.claim(BATCH);
        work.add(BATCH);
    }
}
