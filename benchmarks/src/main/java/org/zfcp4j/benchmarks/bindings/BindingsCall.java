// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.bindings;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.zfcp4j.benchmarks.machine.SoundMeasurement;

/** The crossing into native code alone: a function that returns a constant. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = SoundMeasurement.WARMUPS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = SoundMeasurement.ITERATIONS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = SoundMeasurement.FORKS, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class BindingsCall {
    @Benchmark
    public int ffm() throws Throwable {
        return (int) FfmCalls.VERSION_PLAIN.invokeExact();
    }

    @Benchmark
    public int ffmCritical() throws Throwable {
        return (int) FfmCalls.VERSION_CRITICAL.invokeExact();
    }

    @Benchmark
    public int ffmCriticalHeap() throws Throwable {
        return (int) FfmCalls.VERSION_CRITICAL_HEAP.invokeExact();
    }

    @Benchmark
    public int jni() {
        return JniCalls.version(FfmCalls.VERSION_ADDRESS);
    }
}
