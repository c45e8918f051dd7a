// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.qdio.CioEvent;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.qdio.SubchannelInterrupts;

/**
 * A subchannel of the mock channel: an FCP device. The instructions are those of {@link Subchannel}; an instruction that starts
 * something returns at once, and its end comes as an interrupt out of a later step.
 *
 * <p>{@link #attach} names the kernel in whose contexts the driver's handler is called. Whoever steps the channel, or waits for its
 * interrupts, raises them by {@link FcpChannel#raise}: an interrupt then runs in hard interrupt context, an event of the subchannel as
 * a work item of common I/O.
 */
public final class FcpSubchannel implements Subchannel {
    private static final int SIGA_FUNCTION_WRITE = 0;
    private static final int SIGA_FUNCTION_READ = 1;
    private static final int SIGA_FUNCTION_SYNC = 2;
    private static final int NATIVE_BUSY_BIT = 0x100;
    private static final int CONDITION_CODE = 3;
    private static final int EVENT_GONE = 1;
    private static final int EVENT_NO_PATH = 2;
    private static final int EVENT_OPER = 3;
    private static final int EVENT_BOXED = 4;

    private record IoStatus(int cstat, int dstat) {
    }

    private final FcpChannel channel;
    private final long handle;
    private final int number;
    private volatile long indicator;
    private final String busId;
    private volatile SubchannelInterrupts handler;

    private Tasklet irq;
    private Work eventWork;
    private WorkQueue eventQueue;
    private final AtomicBoolean adapterInterrupt = new AtomicBoolean();
    private final Queue<IoStatus> ioInterrupts = new ConcurrentLinkedQueue<>();
    private final Queue<CioEvent> events = new ConcurrentLinkedQueue<>();

    FcpSubchannel(FcpChannel channel, int number, String busId) {
        this.channel = channel;
        this.handle = channel.handle();
        this.number = number;
        this.busId = busId;
    }

    public FcpChannel channel() {
        return channel;
    }

    public String busId() {
        return busId;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public void setInterruptHandler(SubchannelInterrupts newHandler) {
        handler = newHandler;
    }

    // Instructions

    @Override
    public int establish(long qdrAddress) {
        channel.starts();
        return started(FcpMock.establish(handle, number, qdrAddress));
    }

    @Override
    public int activate() {
        channel.starts();
        return started(FcpMock.activate(handle, number));
    }

    /** True while the channel has an indicator to set. */
    public boolean hasIndicator() {
        return indicator != 0;
    }

    long indicator() {
        return indicator;
    }

    /** The channel is what it was; interrupts that were raised stay so. */
    void restored(long oldIndicator) {
        indicator = oldIndicator;
    }

    /** As of halt, status that nobody has taken yet is gone: who handles an interrupt finds none. */
    @Override
    public int clear() {
        channel.starts();
        ioInterrupts.clear();
        return ended(FcpMock.clear(handle, number));
    }

    @Override
    public int halt() {
        channel.starts();
        ioInterrupts.clear();
        return ended(FcpMock.halt(handle, number));
    }

    private int ended(int rc) {
        channel.ends();
        return started(rc);
    }

    private int started(int rc) {
        int cc = switch (rc) {
            case 0 -> CC_OK;
            case NativeResult.BUSY -> CC_BUSY;
            case NativeResult.NO_DEVICE -> CC_NOT_OPERATIONAL;
            default -> NativeResult.check(rc);
        };
        channel.ring();
        return cc;
    }

    @Override
    public int sigaWrite(int outputMask) {
        return siga(SIGA_FUNCTION_WRITE, outputMask, 0);
    }

    @Override
    public int sigaRead(int inputMask) {
        return siga(SIGA_FUNCTION_READ, 0, inputMask);
    }

    @Override
    public int sigaSync(int outputMask, int inputMask) {
        return siga(SIGA_FUNCTION_SYNC, outputMask, inputMask);
    }

    private int siga(int function, int outputMask, int inputMask) {
        int rc = FcpMock.sigaTry(handle, number, function, outputMask, inputMask);
        if (rc == CC_OK) {
            channel.ring();
            return rc;
        }
        return sigaOnceMore(rc, function, outputMask, inputMask);
    }

    /** A SIGA that may be made to fail takes the channel's lock, which the first attempt does not wait for. */
    private int sigaOnceMore(int first, int function, int outputMask, int inputMask) {
        int rc = first == NativeResult.AGAIN ? FcpMock.siga(handle, number, function, outputMask, inputMask) : first;
        channel.ring();
        NativeResult.check(rc);
        return (rc & NATIVE_BUSY_BIT) != 0 ? rc & CONDITION_CODE | SIGA_BUSY : rc;
    }

    /**
     * Absolute address of the 32-bit word, in the byte order of this machine, behind SIGA: setting bit 0 (output) or bit 1 (input)
     * in it, as one atomic operation, signals a spinning channel thread without a call. For measurements.
     */
    public long doorbellAddress() {
        return FcpMock.doorbell(handle, number);
    }

    @Override
    public int setIndicator(long indicatorAddress) {
        indicator = indicatorAddress;
        return FcpMock.setIndicator(handle, number, indicatorAddress);
    }

    @Override
    public int storeSsqd(long descriptorAddress) {
        return FcpMock.ssqd(handle, number, descriptorAddress);
    }

    @Override
    public int siosl() {
        return FcpMock.siosl(handle, number);
    }

    // Interrupts

    /**
     * Before the first interrupt: the contexts that interrupts and events are delivered in.
     *
     * @param kernel      kernel of the driver
     * @param commonIo    work queue of common I/O, on which the driver hears of events
     */
    public void attach(Kernel kernel, WorkQueue commonIo) {
        irq = kernel.interrupt("irq:" + busId, this::deliver);
        eventWork = kernel.work("cio_events", this, work -> deliverEvents());
        eventQueue = commonIo;
    }

    /** Makes an interrupt of this subchannel pending. Any thread, one at a time. */
    void raise(StepResult interrupt) {
        switch (interrupt.interrupt()) {
            case StepResult.INTERRUPT_ADAPTER -> {
                adapterInterrupt.set(true);
                irq.schedule();
            }
            case StepResult.INTERRUPT_IO -> {
                ioInterrupts.add(new IoStatus(interrupt.cstat(), interrupt.dstat()));
                irq.schedule();
            }
            case StepResult.INTERRUPT_EVENT -> {
                events.add(event(interrupt.event()));
                eventQueue.queue(eventWork);
            }
            default -> throw new IllegalArgumentException(interrupt + " is no interrupt");
        }
    }

    private static CioEvent event(int code) {
        return switch (code) {
            case EVENT_GONE -> CioEvent.GONE;
            case EVENT_NO_PATH -> CioEvent.NO_PATH;
            case EVENT_OPER -> CioEvent.OPER;
            case EVENT_BOXED -> CioEvent.BOXED;
            default -> throw new IllegalArgumentException("event " + code);
        };
    }

    /** Hard interrupt context; I/O interrupts first. */
    private void deliver() {
        IoStatus io;
        while ((io = ioInterrupts.poll()) != null) {
            handler.ioInterrupt(io.cstat, io.dstat);
        }
        if (adapterInterrupt.getAndSet(false)) {
            handler.thinInterrupt();
        }
    }

    /** Process context. */
    private void deliverEvents() {
        CioEvent event;
        while ((event = events.poll()) != null) {
            handler.path(event);
        }
    }

    // What happens to a subchannel

    /** Changes a setting. */
    public void set(ChannelParameter parameter, long value) {
        channel.set(number, parameter, value);
    }

    public long get(ChannelParameter parameter) {
        return channel.get(number, parameter);
    }

    /** Reports an unsolicited status; false if the queues are not active. */
    public boolean notify(Notification notification) {
        return channel.notify(number, notification) != 0;
    }

    /** The fabric lets the subchannel's login go, with {@code FSF_PSQ_LINK_*} as the reason, 0 for login unable. */
    public void linkDown(int errorCode) {
        NativeResult.check(FcpMock.virtualLink(handle, number, 0, errorCode));
        channel.ring();
    }

    /** The fabric accepts the subchannel's login again. */
    public void linkUp() {
        NativeResult.check(FcpMock.virtualLink(handle, number, 1, 0));
        channel.ring();
    }

    /** The device, or its last path, goes away or comes back. */
    public void happen(CioEvent event) {
        int code = switch (event) {
            case GONE -> EVENT_GONE;
            case NO_PATH -> EVENT_NO_PATH;
            case OPER -> EVENT_OPER;
            case BOXED -> EVENT_BOXED;
        };
        NativeResult.check(FcpMock.subchannelEvent(handle, number, code));
        channel.ring();
    }

    /**
     * The channel stops the queues by itself, with this status.
     *
     * @return false if there are none that are active
     */
    public boolean stopQueues(int dstat, int cstat) {
        int rc = FcpMock.activateCheck(handle, number, dstat, cstat);
        if (rc == NativeResult.BUSY) {
            return false;
        }
        NativeResult.check(rc);
        channel.ring();
        return true;
    }

    public SubchannelStats stats() {
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment counters = confined.allocate(JAVA_LONG, SubchannelStats.COUNTERS);
            NativeResult.check(FcpMock.stats(handle, number, counters));
            return SubchannelStats.read(counters);
        }
    }

    @Override
    public String toString() {
        return busId;
    }
}
