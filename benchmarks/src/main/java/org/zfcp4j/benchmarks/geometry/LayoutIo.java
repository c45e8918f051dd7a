// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.geometry;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.zfcp4j.benchmarks.io.IoMachine;
import org.zfcp4j.benchmarks.io.IoMeters;
import org.zfcp4j.benchmarks.io.IoQueue;
import org.zfcp4j.benchmarks.machine.SoundMeasurement;

/**
 * Reads of 4 KiB through the whole driver and the native channel in its thread, 32 at a time, as in {@code FcpIo}, in the geometry of the
 * process: here signals and interrupts have to do with two sides that run at the same time, and how many a command takes is counted.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = SoundMeasurement.WARMUPS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = SoundMeasurement.ITERATIONS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = SoundMeasurement.FORKS, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
        "-XX:MaxInlineLevel=30"})
public class LayoutIo {
    private static final int BATCH = 256;
    private static final int SIZE = 4096;
    private static final int DEPTH = 32;

    private IoMachine machine;
    private IoQueue queue;

    @Setup
    public void open() {
        machine = new IoMachine(DEPTH);
        queue = new IoQueue(machine, false, SIZE, DEPTH);
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
    public void reads() {
        queue.run(BATCH);
    }
}
