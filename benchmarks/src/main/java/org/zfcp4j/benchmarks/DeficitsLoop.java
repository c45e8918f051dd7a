// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The deficits that refills find in {@link RefillLoop}: the same steps, but each refill counts the missing buffers first. That
 * takes time, so the counts matter here, not the score.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(value = 1, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC",
        "-XX:MaxInlineLevel=30"})
public class DeficitsLoop {
    @Benchmark
    public void port(CountedPort state, MetDeficits met) {
        state.machine.loop(RefillLoop.BATCH, state.burst);
        state.take(met);
    }

    @Benchmark
    public void reference(CountedReference state, MetDeficits met) {
        state.machine.loop(RefillLoop.BATCH, state.burst);
        state.take(met);
    }
}
