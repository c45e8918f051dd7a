// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.geometry;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.zfcp4j.benchmarks.machine.RefillMachine;

/** The post path of status read buffers, as in {@code RefillPost}, in the geometry of the process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 5, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class LayoutPost {
    private static final int BATCH = 1024;
    private static final int SRBS = 16;

    private RefillMachine machine;

    @Setup
    public void open() {
        machine = new RefillMachine("add-unless", SRBS);
    }

    @TearDown
    public void close() {
        machine.close();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long post() {
        return machine.post(BATCH, 1);
    }
}
