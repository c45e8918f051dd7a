// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The threads of a benchmark, each bound to a core of its own as long as there are enough, then beginning anew with the first. JMH makes one
 * by its options {@code jmh.executor} and {@code jmh.executor.class}.
 */
public final class PinnedThreads extends ThreadPoolExecutor {
    /** Names the cores, with commas in between, in the order in which threads get them. */
    public static final String CPUS = "zfcp4j.cpus";
    /** As the set of processors of sched_setaffinity: 1024 bits. */
    private static final int SET_BYTES = 128;

    /**
     * Called by JMH.
     *
     * @param threads how many there will be
     */
    public PinnedThreads(int threads, String prefix) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory(prefix));
    }

    private static ThreadFactory factory(String prefix) {
        int[] cpus = Stream.of(System.getProperty(CPUS, "").split(",")).filter(cpu -> !cpu.isEmpty()).mapToInt(Integer::parseInt).toArray();
        AtomicInteger number = new AtomicInteger();
        return body -> {
            int index = number.getAndIncrement();
            Thread thread = new Thread(() -> {
                if (cpus.length > 0) {
                    bind(cpus[index % cpus.length]);
                }
                body.run();
            }, prefix + "-" + index);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Binds the current thread to a processor. Without effect where the system has no sched_setaffinity. */
    static boolean bind(int cpu) {
        Linker linker = Linker.nativeLinker();
        MemorySegment function = linker.defaultLookup().find("sched_setaffinity").orElse(null);
        if (function == null || cpu < 0 || cpu >= SET_BYTES * Byte.SIZE) {
            return false;
        }
        MethodHandle set = linker.downcallHandle(function, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment cpus = arena.allocate(SET_BYTES, Long.BYTES);
            // An array of words of 64 bits: on a little-endian machine the bytes follow the numbers.
            cpus.set(JAVA_BYTE, cpu / Byte.SIZE, (byte) (1 << cpu % Byte.SIZE));
            return (int) set.invokeExact(0, (long) SET_BYTES, cpus) == 0;
        } catch (Throwable e) {
            return false;
        }
    }
}
