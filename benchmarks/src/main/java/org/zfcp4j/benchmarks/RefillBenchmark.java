// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.zfcp4j.benchmarks.machine.SoundMeasurement;

/**
 * How the refill is measured. What is measured allocates nothing, so the processes run without a collector (Epsilon), and a store of
 * a reference is a store; {@code docs/performance.md} says what the card marks of another collector cost. An access to foreign memory
 * is a dozen small methods deep, below a call chain that is deep itself: hence the deeper inlining.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = SoundMeasurement.WARMUPS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = SoundMeasurement.ITERATIONS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = SoundMeasurement.FORKS, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UnlockExperimentalVMOptions",
        "-XX:+UseEpsilonGC", "-Xms256m", "-Xmx1g", "-XX:MaxInlineLevel=30"})
public abstract class RefillBenchmark {
}
