// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.reference;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.zfcp4j.layout.Geometry;

/** {@code struct zfcpref_machine}: an adapter with open queues, in C. Any thread. */
public final class ReferenceMachine implements AutoCloseable {
    private static final MethodHandle OPEN = ReferenceLibrary.function("zfcpref_machine_open",
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle POST = ReferenceLibrary.function("zfcpref_post_run",
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private static final MethodHandle LOOP = ReferenceLibrary.function("zfcpref_loop_run",
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private static final MethodHandle CHANNEL = ReferenceLibrary.function("zfcpref_channel_run",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle DRIVER = ReferenceLibrary.function("zfcpref_driver_run",
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private static final MethodHandle CLOSE = ReferenceLibrary.function("zfcpref_machine_close",
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    private static final MethodHandle TAKE = ReferenceLibrary.function("zfcpref_census_take",
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    private static final int CENSUS = 0x100;
    private static final int DEFICITS = 129;

    private final MemorySegment machine;

    /**
     * @param policy name of a refill policy, or {@code lock}
     * @param srbs buffers that the channel is to have, 1 to 128
     */
    public ReferenceMachine(String policy, int srbs) {
        this(ReferencePolicy.number(policy), srbs);
    }

    /** @throws IllegalStateException if the queues of this process are not those of the architecture: C has no others */
    private ReferenceMachine(int policy, int srbs) {
        if (!Geometry.CURRENT.equals(Geometry.ARCHITECTED)) {
            throw new IllegalStateException("the C reference has the architected geometry only, not " + Geometry.CURRENT);
        }
        try {
            machine = (MemorySegment) OPEN.invokeExact(policy, srbs);
        } catch (Throwable e) {
            throw new LinkageError("zfcpref_machine_open", e);
        }
        if (machine.address() == 0) {
            throw new OutOfMemoryError("zfcpref_machine_open");
        }
    }

    /** One with {@code ZFCPREF_CENSUS}. */
    public static ReferenceMachine counting(String policy, int srbs) {
        return new ReferenceMachine(ReferencePolicy.number(policy) + CENSUS, srbs);
    }

    /** {@code zfcpref_census_take}: refills since the last call by the number of buffers that they found missing. */
    public long[] takeDeficits() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment deficits = arena.allocate(ValueLayout.JAVA_LONG, DEFICITS);
            TAKE.invokeExact(machine, deficits);
            return deficits.toArray(ValueLayout.JAVA_LONG);
        } catch (Throwable e) {
            throw new LinkageError("zfcpref_census_take", e);
        }
    }

    /** {@code zfcpref_post_run}: the posts in excess. */
    public long post(int operations, int burst) {
        try {
            return (long) POST.invokeExact(machine, (long) operations, burst);
        } catch (Throwable e) {
            throw new LinkageError("zfcpref_post_run", e);
        }
    }

    /** {@code zfcpref_loop_run}. */
    public void loop(int operations, int burst) {
        try {
            LOOP.invokeExact(machine, (long) operations, burst);
        } catch (Throwable e) {
            throw new LinkageError("zfcpref_loop_run", e);
        }
    }

    /** {@code zfcpref_channel_run}: how many buffers were consumed. */
    public int channelSide(int operations, int burst) {
        try {
            return (int) CHANNEL.invokeExact(machine, operations, burst);
        } catch (Throwable e) {
            throw new LinkageError("zfcpref_channel_run", e);
        }
    }

    /** {@code zfcpref_driver_run}. */
    public void driverSide() {
        try {
            DRIVER.invokeExact(machine);
        } catch (Throwable e) {
            throw new LinkageError("zfcpref_driver_run", e);
        }
    }

    @Override
    public void close() {
        try {
            CLOSE.invokeExact(machine);
        } catch (Throwable e) {
            throw new LinkageError("zfcpref_machine_close", e);
        }
    }
}
