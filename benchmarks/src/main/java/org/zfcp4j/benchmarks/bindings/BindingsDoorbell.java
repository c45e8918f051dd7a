// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.bindings;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.zfcp4j.benchmarks.machine.SoundMeasurement;
import org.zfcp4j.layout.Memory;

/**
 * The doorbell (SIGA-w): an operation makes {@code batch} SBALs primed, as {@code do_QDIO} does, and rings once. The SBALs are no
 * queue of the channel, which finds nothing: {@code baseline} tells what an operation costs without a doorbell. While the channel
 * runs, its thread polls for doorbells, so that the word travels between two caches.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = SoundMeasurement.WARMUPS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = SoundMeasurement.ITERATIONS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = SoundMeasurement.FORKS, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class BindingsDoorbell {
    private static final int SIGA_WRITE = 0;
    private static final int BELL_OUTPUT = 1;
    private static final VarHandle WORD = ValueLayout.JAVA_INT.varHandle();
    private static final int STATES = 128;

    /** SBALs that share a doorbell. */
    @Param({"1", "16"})
    public int batch;

    /** Whether the thread of the channel runs. */
    @Param({"stands", "runs"})
    public String channel;

    private RawQueues queues;
    private Arena arena;
    private long states;
    private long handle;
    private int number;
    private long word;
    private int next;

    @Setup(Level.Trial)
    public void open() throws Throwable {
        queues = new RawQueues(1);
        arena = Arena.ofShared();
        states = arena.allocate(STATES, STATES).address();
        handle = queues.channel.handle();
        number = queues.subchannel.number();
        word = FfmCalls.doorbell(handle, number);
        if (channel.equals("runs")) {
            queues.channel.startThread();
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        queues.close();
        arena.close();
    }

    private void prime() {
        VarHandle.fullFence();
        for (int i = 0; i < batch; i++) {
            Memory.putByteOpaque(states + (next + i) % STATES, (byte) i);
        }
        next = (next + batch) % STATES;
        VarHandle.fullFence();
    }

    @Benchmark
    public void baseline() {
        prime();
    }

    @Benchmark
    public int ffm() throws Throwable {
        prime();
        return (int) FfmCalls.SIGA_PLAIN.invokeExact(handle, number, SIGA_WRITE, RawQueues.FIRST_QUEUE, 0);
    }

    @Benchmark
    public int ffmCritical() throws Throwable {
        prime();
        return (int) FfmCalls.SIGA_CRITICAL.invokeExact(handle, number, SIGA_WRITE, RawQueues.FIRST_QUEUE, 0);
    }

    @Benchmark
    public int ffmCriticalHeap() throws Throwable {
        prime();
        return (int) FfmCalls.SIGA_CRITICAL_HEAP.invokeExact(handle, number, SIGA_WRITE, RawQueues.FIRST_QUEUE, 0);
    }

    @Benchmark
    public int jni() {
        prime();
        return JniCalls.siga(FfmCalls.SIGA_ADDRESS, handle, number, SIGA_WRITE, RawQueues.FIRST_QUEUE, 0);
    }

    /** Without a call, and hence without a condition code, and a channel that sleeps is not woken. */
    @Benchmark
    public int word() {
        prime();
        return (int) WORD.getAndBitwiseOr(Memory.ALL, word, BELL_OUTPUT);
    }
}
