// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.zfcp4j.benchmarks.machine.SoundMeasurement;

/**
 * SCSI commands through the whole port: {@code queuecommand}, FSF, QDIO, doorbell, the native channel with its disk, interrupt,
 * response queue, {@code scsi_done}. One thread keeps {@code depth} commands in flight. An operation is a command; one that fails
 * ends the benchmark. Latencies come with {@code -prof org.zfcp4j.benchmarks.io.IoProfiler}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = SoundMeasurement.WARMUPS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = SoundMeasurement.ITERATIONS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = SoundMeasurement.FORKS, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
        "-XX:MaxInlineLevel=30"})
public class FcpIo {
    static final int BATCH = 256;
    private static final String WRITE = "write";

    @Param({"read", WRITE})
    public String operation;
    /** Bytes of a command. */
    @Param({"4096", "65536"})
    public int size;
    /** Commands in flight. */
    @Param({"1", "32", "128"})
    public int depth;

    private IoMachine machine;
    private IoQueue queue;

    @Setup
    public void open() {
        machine = new IoMachine(depth);
        queue = new IoQueue(machine, operation.equals(WRITE), size, depth);
    }

    @Setup(Level.Iteration)
    public void begin() {
        IoMeters.begin(machine, queue);
    }

    @TearDown(Level.Iteration)
    public void end() {
        IoMeters.end(machine, queue);
    }

    @TearDown
    public void close() {
        queue.close();
        machine.close();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void port() {
        queue.run(BATCH);
    }
}
