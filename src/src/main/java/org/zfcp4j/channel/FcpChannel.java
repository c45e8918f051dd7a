// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Geometry;

/**
 * A mock FCP channel: one physical port with its subchannels. It works either by {@link #step}, one thing at a time and at the
 * times that the caller names, or, after {@link #startThread}, by itself in a native thread; then {@link #waitInterrupt} yields
 * its interrupts.
 *
 * <p>All methods may be called from any thread, except that nothing may be called during or after {@link #close}.
 */
public final class FcpChannel implements AutoCloseable {
    /** Stands for all subchannels. */
    static final int ALL = -1;

    private static final int PLUGGED = 1;
    private static final Runnable NO_DOORBELL = () -> { };

    private final long handle;
    private final Arena arena = Arena.ofShared();
    private final San san = new San(this);
    private final CopyOnWriteArrayList<FcpSubchannel> subchannels = new CopyOnWriteArrayList<>();
    private Runnable doorbell = NO_DOORBELL;
    private Runnable start = NO_DOORBELL;
    private Runnable end = NO_DOORBELL;
    private boolean closed;

    /** A channel without subchannels and main storage, of the geometry of this process. */
    public FcpChannel() {
        handle = FcpMock.channelCreate();
        if (handle == 0) {
            throw new OutOfMemoryError("mock channel");
        }
        takeOver(Geometry.CURRENT);
    }

    private void takeOver(Geometry geometry) {
        set(ChannelParameter.SLSB_STRIDE, geometry.slsbStride());
        set(ChannelParameter.SBALS_PER_QUEUE, geometry.sbalsPerQueue());
        set(ChannelParameter.SBALES_PER_SBAL, geometry.sbalesPerSbal());
        set(ChannelParameter.LITTLE_ENDIAN, geometry.littleEndian() ? 1 : 0);
        set(ChannelParameter.INTERRUPT_COALESCE, geometry.coalesce());
    }

    /** Sizes and offsets of the structures of {@code zfcp_layout.h}, as JSON, as the C compiler sees them. */
    public static String nativeLayout() {
        return FcpMock.layoutJson();
    }

    /**
     * The functions of the native library that all channels of this process share. For measurements of other call mechanisms;
     * everyone else uses the methods.
     */
    public static SymbolLookup library() {
        return FcpMock.library();
    }

    /** The first argument of the native functions: the {@code fcp_channel *} as an address, valid until {@link #close}. */
    public long handle() {
        return handle;
    }

    /** The storage that drivers of this channel allocate from, as the channel may address it. */
    public void addStorage(Storage storage) {
        addStorage(storage.base(), storage.limit() - storage.base());
    }

    /** Bytes from an absolute address on that the channel may address. */
    public void addStorage(long base, long length) {
        NativeResult.check(FcpMock.storageAdd(handle, base, length));
    }

    /**
     * Afterwards the channel does not touch that storage any more.
     *
     * @throws IllegalStateException as long as it may: queues, a request without an answer, a status read buffer or an
     *     indicator lie in it
     */
    public void removeStorage(Storage storage) {
        NativeResult.check(FcpMock.storageRemove(handle, storage.base()));
    }

    /** Adds a subchannel with names and address of its own. */
    public FcpSubchannel addSubchannel(String busId) {
        return addSubchannel(busId, 0, 0);
    }

    /**
     * Adds a subchannel.
     *
     * @param busId for instance {@code 0.0.1900}
     * @param wwpn its world-wide port name, 0: one made from its number
     * @param dId its FC address, 0: one made from its number
     */
    public FcpSubchannel addSubchannel(String busId, long wwpn, int dId) {
        int number;
        try (Arena confined = Arena.ofConfined()) {
            number = NativeResult.check(FcpMock.subchannelAdd(handle, confined.allocateFrom(busId), wwpn, dId));
        }
        FcpSubchannel subchannel = new FcpSubchannel(this, number, busId);
        subchannels.add(subchannel);
        return subchannel;
    }

    /** The subchannel with that number, as {@link StepResult#subchannel} tells it. */
    public FcpSubchannel subchannel(int number) {
        return subchannels.get(number);
    }

    /** All subchannels, in the order in which they were added. */
    public List<FcpSubchannel> subchannels() {
        return List.copyOf(subchannels);
    }

    /** What the channel is connected to. */
    public San san() {
        return san;
    }

    /**
     * Is called before a channel program is started, by whoever starts it: the instruction serialises, so that the program sees what was
     * stored before.
     */
    public void setStart(Runnable action) {
        start = action;
    }

    void starts() {
        start.run();
    }

    /** {@code action} runs after each clear and halt, in the context of the caller: the channel does not touch the queues any more. */
    public void setEnd(Runnable action) {
        end = action;
    }

    void ends() {
        end.run();
    }

    /** Changes a setting of all subchannels, and of those to come. */
    public void set(ChannelParameter parameter, long value) {
        set(ALL, parameter, value);
    }

    /** What later subchannels begin with. */
    public long get(ChannelParameter parameter) {
        return get(ALL, parameter);
    }

    void set(int subchannel, ChannelParameter parameter, long value) {
        NativeResult.check(FcpMock.set(handle, subchannel, parameter.number(), value));
        ring();
    }

    long get(int subchannel, ChannelParameter parameter) {
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment value = confined.allocate(JAVA_LONG);
            NativeResult.check(FcpMock.get(handle, subchannel, parameter.number(), value));
            return value.get(JAVA_LONG, 0);
        }
    }

    /**
     * Called when there may be something to do: after each instruction and event, in the thread and context that caused it. Set
     * before the channel is used; not needed while the native thread runs.
     */
    public void setDoorbell(Runnable newDoorbell) {
        doorbell = newDoorbell;
    }

    void ring() {
        doorbell.run();
    }

    /** Memory for the result of steps and interrupts; use one for each thread. */
    public StepResult newStepResult() {
        return new StepResult(arena.allocate(StepResult.LAYOUT));
    }

    /**
     * Does the one thing that comes next.
     *
     * @param nowNanos time; must not run backwards
     * @param result filled in
     * @return false if there was nothing to do; {@link StepResult#dueNanos} tells when to step again
     */
    public boolean step(long nowNanos, StepResult result) {
        return NativeResult.check(FcpMock.step(handle, ALL, nowNanos, result.memory())) != 0;
    }

    /** The same, but only for one subchannel. */
    public boolean step(FcpSubchannel subchannel, long nowNanos, StepResult result) {
        return NativeResult.check(FcpMock.step(handle, subchannel.number(), nowNanos, result.memory())) != 0;
    }

    /**
     * The same, but only what is of one of these kinds may come next: parts of the hardware can so be scheduled side by side.
     *
     * @param kinds {@link StepKind#mask}
     */
    public boolean stepOf(int kinds, long nowNanos, StepResult result) {
        return NativeResult.check(FcpMock.stepOf(handle, ALL, kinds, nowNanos, result.memory())) != 0;
    }

    /**
     * All that the channel holds: settings, windows of main storage, queues, requests, status read buffers, notifications, interrupts that
     * were not raised yet, the SAN with the contents of its disks, faults, counters, time. Not while the native thread runs.
     */
    public ChannelState save() {
        return ChannelState.of(handle, subchannels());
    }

    /** Makes this channel what it was; nothing else may use it meanwhile. */
    public void restore(ChannelState state) {
        state.restore(handle);
        subchannels.retainAll(state.subchannels());
        subchannels.addAllAbsent(state.subchannels());
    }

    /**
     * A number that two states of channels have in common if both will do the same from there on, apart from counters. Addresses count by
     * their place in their window of main storage, times by what is left of them.
     */
    public long digest() {
        return FcpMock.digest(handle);
    }

    /** Passes on an interrupt that {@link #step} or {@link #waitInterrupt} returned, see {@link FcpSubchannel#attach}. One at a time. */
    public void raise(StepResult interrupt) {
        subchannel(interrupt.subchannel()).raise(interrupt);
    }

    /** Lets the channel run by itself, by the monotonic clock, until {@link #stopThread}. */
    public void startThread() {
        NativeResult.check(FcpMock.threadStart(handle));
    }

    /** Ends the native thread; whoever waits for an interrupt returns. */
    public void stopThread() {
        NativeResult.check(FcpMock.threadStop(handle));
    }

    /**
     * Waits for the next interrupt of the free-running channel. Blocks the carrier of a virtual thread.
     *
     * @param timeoutNanos at most so long; negative is forever
     * @param result filled in with the interrupt
     * @return whether there was one; false also once the thread was stopped
     */
    public boolean waitInterrupt(long timeoutNanos, StepResult result) {
        int rc = FcpMock.waitInterrupt(handle, timeoutNanos, result.memory());
        return rc != NativeResult.SHUTDOWN && NativeResult.check(rc) != 0;
    }

    /** Pulls the cable: all subchannels lose the link, with {@code FSF_PSQ_LINK_*} as the reason, 0 for no light. */
    public void unplug(int errorCode) {
        NativeResult.check(FcpMock.cable(handle, 0, errorCode));
        ring();
    }

    /**
     * The channel's code is updated while it runs: exchange config data returns {@code version} from now on, and each subchannel
     * whose queues are active gets the unsolicited status VERSION_CHANGE.
     */
    public void codeUpdate(int version) {
        NativeResult.check(FcpMock.codeUpdate(handle, version));
        ring();
    }

    /** Puts the cable back. */
    public void replug() {
        NativeResult.check(FcpMock.cable(handle, PLUGGED, 0));
        ring();
    }

    /** Reports an unsolicited status on all active subchannels; returns on how many. */
    public int notifyAll(Notification notification) {
        return notify(ALL, notification);
    }

    int notify(int subchannel, Notification notification) {
        int notified;
        try (Arena confined = Arena.ofConfined()) {
            notified = NativeResult.check(FcpMock.notify(handle, subchannel, notification.write(confined)));
        }
        ring();
        return notified;
    }

    /** Adds a fault rule and returns its id. */
    public int addFault(Fault fault) {
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment rule = confined.allocate(Fault.LAYOUT);
            fault.write(rule);
            return NativeResult.check(FcpMock.faultAdd(handle, rule));
        }
    }

    /** Removes a fault rule; false if there is none with that id. */
    public boolean removeFault(int id) {
        int rc = FcpMock.faultRemove(handle, id);
        return rc != NativeResult.NO_ENTRY && NativeResult.check(rc) == 0;
    }

    /** Removes all fault rules. */
    public void clearFaults() {
        NativeResult.check(FcpMock.faultClear(handle));
    }

    /** All fault rules with their counters, oldest first. */
    public List<Fault> faults() {
        try (Arena confined = Arena.ofConfined()) {
            int count = NativeResult.check(FcpMock.faultList(handle, MemorySegment.NULL, 0));
            MemorySegment rules = confined.allocate(MemoryLayout.sequenceLayout(count, Fault.LAYOUT));
            int listed = Math.min(count, NativeResult.check(FcpMock.faultList(handle, rules, count)));
            List<Fault> faults = new ArrayList<>(listed);
            for (int i = 0; i < listed; i++) {
                faults.add(Fault.read(rules.asSlice(i * Fault.LAYOUT.byteSize(), Fault.LAYOUT)));
            }
            return faults;
        }
    }

    /** Ends the native thread, if it runs, and frees everything. Main storage is not touched any more. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            FcpMock.channelDestroy(handle);
            arena.close();
        }
    }
}
