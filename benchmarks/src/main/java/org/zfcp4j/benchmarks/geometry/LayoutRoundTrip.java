// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.geometry;

import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.zfcp4j.benchmarks.bindings.RawQueues;
import org.zfcp4j.benchmarks.machine.SoundMeasurement;

/**
 * Requests to the native channel and their answers, in the geometry of the process: an operation sends {@code batch} requests with
 * one doorbell, and looks at the input queue until all answers were there. SLSB and SBALs travel between the caches of two
 * processors.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = SoundMeasurement.WARMUPS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = SoundMeasurement.ITERATIONS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = SoundMeasurement.FORKS, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class LayoutRoundTrip {
    /** Requests that share a doorbell: how far signals are batched. */
    @Param({"1", "16"})
    public int batch;

    private RawQueues queues;

    @Setup
    public void open() {
        queues = new RawQueues();
        queues.start();
    }

    @TearDown
    public void close() {
        queues.close();
    }

    @Benchmark
    public void exchange() {
        queues.prime(batch);
        queues.ring();
        for (int taken = 0; taken < batch; taken += queues.take()) {
            Thread.onSpinWait();
        }
    }
}
