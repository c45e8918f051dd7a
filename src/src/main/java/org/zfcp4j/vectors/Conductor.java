// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.virtual.Hardware;
import org.zfcp4j.kernel.virtual.HardwareTask;
import org.zfcp4j.layout.qdio.QdioConstants;

/** Drives the channels of all devices as the recording says, at the recorded times. */
final class Conductor implements HardwareTask {
    private static final long MILLI = 1_000_000;

    private final Cursor cursor;
    private final Comparison comparison;
    private final List<RecordedChannel> channels = new ArrayList<>();
    private Hardware hardware;
    private Tasklet scriptInterrupt;
    private Consumer<Line> scriptAction = line -> { };
    private int lastTried = -1;

    Conductor(Cursor cursor, Comparison comparison) {
        this.cursor = cursor;
        this.comparison = comparison;
    }

    void connect(ReplayWorld world) {
        hardware = world.kernel().hardware("channel", this);
        scriptInterrupt = world.kernel().interrupt("irq", () -> scriptAction.accept(cursor.peek()));
    }

    /** What the script does in an interrupt, given the first line of it. */
    void actIn(Consumer<Line> action) {
        scriptAction = action;
    }

    /** The recording goes on: perhaps with a line of an unannounced interrupt, which may be the script's. */
    void advanced() {
        Line next = cursor.peek();
        if (next != null && (next.context().equals(Contexts.IRQ) && !isAnswer(next) && !cursor.isContinued()
                || isAnnounced(next) && next.index() != lastTried)) {
            ring();
        }
    }

    /** From here on no channel fetches output SBALs; the recording shows when it resumes. */
    void stopFetching() {
        channels.forEach(RecordedChannel::stopFetching);
    }

    void add(RecordedChannel channel) {
        channels.add(channel);
    }

    RecordedChannel channel(int index) {
        if (index >= channels.size()) {
            throw new ReplayFailure("no adapter " + index);
        }
        return channels.get(index);
    }

    /** A channel has something to deliver, or the time has to be checked again. Any context. */
    void ring() {
        hardware.doorbell();
    }

    @Override
    public long step(long now) {
        Line next = cursor.peek();
        if (next != null && next.time() * MILLI <= now && !act(next) && isOfChannel(next)) {
            comparison.fail("the port does nothing where the recording goes on at line " + next.number());
            return IDLE;
        }
        return nextTime(now);
    }

    private boolean act(Line next) {
        if (isGivingBack(next) && !channel(next.adapter()).driverScans()) {
            channel(next.adapter()).giveBackOutput(next);
            return true;
        }
        if (isAnnounced(next) && next.index() != lastTried) {
            lastTried = next.index();
            channel(next.adapter()).interrupt();
            return true;
        }
        if (isAnswer(next)) {
            RecordedChannel channel = channel(next.adapter());
            comparison.accept(next);
            channel.respond(next);
            return true;
        }
        for (RecordedChannel channel : channels) {
            boolean meant = !next.has("a") || channel == channel(next.adapter());
            if (meant && channel.hasNotification()) {
                channel.notifyDriver();
                return true;
            }
        }
        if (next.context().equals(Contexts.IRQ) && next.index() != lastTried) {
            lastTried = next.index();
            scriptInterrupt.schedule();
            return true;
        }
        return false;
    }

    private static boolean isGivingBack(Line line) {
        return line.is("qdio", "out_handler") && line.context().equals(Contexts.TASKLET);
    }

    private static boolean isOfChannel(Line line) {
        return line.context().equals(Contexts.IRQ) || line.context().equals(Contexts.TASKLET);
    }

    /**
     * A driver that polls its queues checks requests at its own times, which are compared. The recorded channel makes it check by
     * an interrupt when it fetches again after a stop, and when it finds an SBAL in error.
     */
    private boolean isAnnounced(Line line) {
        return isGivingBack(line) && channel(line.adapter()).driverScans()
            && (channel(line.adapter()).hasStopped() || isInError(line) || isInError(nextGivenBack(line)));
    }

    private static boolean isInError(Line line) {
        return line != null && line.number("qdio_err") != 0;
    }

    /** The line that gives the SBALs behind these back, if it is the next one of the device that gives any. */
    private Line nextGivenBack(Line line) {
        Line next = cursor.findAfter(line, l -> isGivingBack(l) && l.adapter() == line.adapter());
        int behind = (line.signed("first") + line.signed("count")) % QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
        return next != null && next.signed("first") == behind ? next : null;
    }

    private static boolean isAnswer(Line line) {
        return line.event().equals("resp") && line.context().equals(Contexts.IRQ);
    }

    private long nextTime(long now) {
        for (RecordedChannel channel : channels) {
            if (channel.hasNotification()) {
                return now;
            }
        }
        Line next = cursor.peek();
        if (next != null && next.context().equals(Contexts.IRQ) && next.time() * MILLI > now && !cursor.isContinued()) {
            return next.time() * MILLI;
        }
        if (next != null && isAnnounced(next) && next.index() != lastTried) {
            return next.time() * MILLI;
        }
        Line line = cursor.find(l -> isAnswer(l)
            || isGivingBack(l) && !channel(l.adapter()).driverScans());
        return line == null ? IDLE : line.time() * MILLI;
    }
}
