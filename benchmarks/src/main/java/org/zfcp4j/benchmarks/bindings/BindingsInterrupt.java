// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.bindings;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.openjdk.jmh.infra.BenchmarkParams;
import org.zfcp4j.benchmarks.machine.SoundMeasurement;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.layout.Memory;

/**
 * The interrupt: an operation sends {@code batch} requests with one doorbell, and ends when all their answers were taken, to
 * which one interrupt leads. What differs is how the interrupt reaches the driver. All but {@code sleepingThread} keep a second
 * processor busy, and are slow where there is none.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = SoundMeasurement.WARMUPS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = SoundMeasurement.ITERATIONS, time = SoundMeasurement.MILLIS, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = SoundMeasurement.FORKS, jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class BindingsInterrupt {
    private static final int SIGA_WRITE = 0;
    private static final long FOREVER = -1;
    private static final long LOOK_NANOS = 20_000;
    private static final AtomicInteger INTERRUPTS = new AtomicInteger();

    /** Requests that share a doorbell and an interrupt. */
    @Param({"1", "16"})
    public int batch;

    private RawQueues queues;
    private long handle;
    private int number;
    private StepResult interrupt;
    private Arena arena;

    /** What the channel's thread calls. */
    static void upcalled(MemorySegment context, MemorySegment step) {
        INTERRUPTS.setRelease(INTERRUPTS.getPlain() + 1);
    }

    @Setup(Level.Trial)
    public void open(BenchmarkParams benchmark) throws Throwable {
        queues = new RawQueues(batch);
        handle = queues.channel.handle();
        number = queues.subchannel.number();
        interrupt = queues.channel.newStepResult();
        if (benchmark.getBenchmark().endsWith(".lookingThread")) {
            queues.channel.set(ChannelParameter.WAIT_SPIN_NS, LOOK_NANOS);
        }
        arena = Arena.ofShared();
        MemorySegment handler = MemorySegment.NULL;
        if (benchmark.getBenchmark().endsWith(".upcall")) {
            handler = Linker.nativeLinker().upcallStub(
                    MethodHandles.lookup().findStatic(BindingsInterrupt.class, "upcalled",
                            MethodType.methodType(void.class, MemorySegment.class, MemorySegment.class)),
                    FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.ADDRESS), arena);
        }
        if ((int) FfmCalls.THREAD_START.invokeExact(handle, handler, MemorySegment.NULL) != 0) {
            throw new IllegalStateException("thread not started");
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        queues.close();
        arena.close();
    }

    private void send() throws Throwable {
        queues.prime(batch);
        int cc = (int) FfmCalls.SIGA_CRITICAL.invokeExact(handle, number, SIGA_WRITE, RawQueues.FIRST_QUEUE, 0);
        if (cc != 0) {
            throw new IllegalStateException("condition code " + cc);
        }
    }

    /** The driver's thread polls the indicator, without calls. */
    @Benchmark
    public void polledWord() throws Throwable {
        send();
        for (int taken = 0; taken < batch; taken += queues.take()) {
            while (Memory.getIntAcquire(queues.indicator) == 0) {
                Thread.onSpinWait();
            }
            Memory.putIntVolatile(queues.indicator, 0);
        }
    }

    /** The driver's thread is in native code until there is an interrupt: it spins for a while before it would sleep. */
    @Benchmark
    public void lookingThread() throws Throwable {
        sendAndWait();
    }

    /** It sleeps in native code at once, as the driver's does. */
    @Benchmark
    public void sleepingThread() throws Throwable {
        sendAndWait();
    }

    private void sendAndWait() throws Throwable {
        send();
        for (int taken = 0; taken < batch; taken += queues.take()) {
            queues.channel.waitInterrupt(FOREVER, interrupt);
        }
    }

    /** The channel's thread calls into Java, which counts; the driver's thread polls the count. */
    @Benchmark
    public void upcall() throws Throwable {
        int seen = INTERRUPTS.getPlain();
        send();
        for (int taken = 0; taken < batch; taken += queues.take()) {
            while (INTERRUPTS.getAcquire() == seen) {
                Thread.onSpinWait();
            }
            seen = INTERRUPTS.getAcquire();
        }
    }
}
