// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.explore;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.zfcp4j.explore.Progress;

/**
 * Complete executions of {@code refill-race} on one processor, each from reset to quiescence with all invariants checked: the
 * driver's own refill, post path, tasklets and work queue. An operation is a batch of them; what counts are the figures beside it.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Threads(1)
@Fork(value = 3, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
        "-Djdk.virtualThreadScheduler.parallelism=1"})
public class ExploreRefill {
    /** What was searched through; JMH divides by the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counts {
        /** Complete executions. */
        public long executions;
        /** Choices among at least two tasks. */
        public long decisions;
    }

    /** The case to search. */
    @State(Scope.Benchmark)
    public static class Size {
        @Param({"2", "16"})
        public int srbs;
        RefillWalk walk;

        @Setup
        public void open() {
            walk = new RefillWalk(srbs);
        }
    }

    @Benchmark
    public void port(Size size, Counts counts) {
        Progress progress = size.walk.next();
        counts.executions += progress.executions();
        counts.decisions += progress.decisions();
    }
}
