// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.channel.StepDetail;
import org.zfcp4j.channel.StepKind;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.virtual.Hardware;
import org.zfcp4j.kernel.virtual.HardwareTask;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.qdio.SubchannelInterrupts;

/**
 * The mock channel, for a search: as two pieces of hardware that run side by side. One goes through the output queue, an SBAL at a
 * time, and answers commands; the other uses up a status read buffer for a notification as soon as there is one.
 *
 * <p>Channel programs end, with their interrupt, before the instruction returns: worlds are set up outside of a run.
 */
public final class RefillHardware implements Subchannel {
    private static final int FETCH = StepKind.mask(StepKind.FETCH);
    private static final int FINISH = StepKind.mask(StepKind.FINISH);
    private static final int NOTIFY = StepKind.mask(StepKind.NOTIFY);
    private static final int RESPONSE = StepKind.mask(StepKind.RESPONSE);
    private static final int INTERRUPT = StepKind.mask(StepKind.INTERRUPT);
    private static final int PROGRAM = StepKind.mask(StepKind.SUBCHANNEL);
    private static final Notification NOTIFICATION = Notification.of(FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL, 0);

    private final SearchChannel search;
    private final FcpChannel channel;
    private final FcpSubchannel subchannel;
    private final StepResult step;
    private final VirtualKernel kernel;
    private final SrbLedger srbs;
    private final Hardware fetching;
    private final Hardware notifying;
    private final Tasklet interrupt;
    private SubchannelInterrupts handler;
    private QueueStates queues;
    private long indicator;
    private int notifications;
    /** Whether a command was fetched and not answered yet. */
    private boolean unanswered;
    private Runnable overPosted = () -> { };

    /** @param notifications how often it will use up a status read buffer */
    RefillHardware(VirtualKernel kernel, RefillCase refill, int notifications) {
        this.kernel = kernel;
        this.search = SearchChannel.take(kernel.storage());
        this.channel = search.channel();
        this.subchannel = search.subchannel();
        this.step = search.step();
        this.srbs = new SrbLedger(refill.srbs(), refill.limit());
        this.notifications = notifications;
        subchannel.set(ChannelParameter.STATUS_READ_BUF_NUM, refill.srbs());
        subchannel.set(ChannelParameter.SRB_LIMIT, refill.limit());
        subchannel.set(ChannelParameter.QUIET_WHILE_POLLED, refill.quietWhilePolled() ? 1 : 0);
        this.fetching = kernel.hardware("fcp channel", this::fetchStep);
        this.notifying = kernel.hardware("fcp notification", this::notifyStep);
        this.interrupt = kernel.interrupt("thin interrupt", () -> handler.thinInterrupt());
        kernel.describe("output slsb", () -> queues == null ? 0 : queues.outputDigest());
        kernel.describe("input slsb", () -> queues == null ? 0 : queues.inputDigest());
        kernel.describe("fcp channel state", this::digest);
    }

    /** The status read buffers with the channel. */
    public SrbLedger srbs() {
        return srbs;
    }

    /** Notifications that are still to come. */
    public int notificationsLeft() {
        return notifications;
    }

    /** What to do when the channel got one buffer too many. */
    void setOverPosted(Runnable action) {
        overPosted = action;
    }

    /** Output SBALs that it has not looked at yet; for displays. */
    public int primed() {
        return queues == null ? 0 : queues.primed();
    }

    /** State of an output SBAL; for displays. */
    public int outputState(int index) {
        return queues == null ? 0 : queues.outputState(index);
    }

    /** The run is over: another one may have the channel. */
    public void close() {
        search.giveBack();
    }

    /** Fetches all that is there at once, outside of a run. */
    void fetchAll() {
        while (channel.stepOf(FETCH, 0, step)) {
            fetched();
        }
        if (notifications > 0 && srbs.held() > 0) {
            notifying.doorbell();
        }
    }

    private long digest() {
        long h = channel.digest() * 31 + srbs.digest();
        h = h * 31 + notifications;
        return h * 31 + (indicator == 0 ? 2 : Memory.getInt(indicator));
    }

    private long fetchStep(long now) {
        if (unanswered) {
            unanswered = false;
            channel.stepOf(FINISH, now, step);
            respond(now);
        } else if (channel.stepOf(FETCH, now, step)) {
            int next = step.sbal() + step.count();
            fetched();
            if (notifications > 0 && srbs.held() == 1) {
                notifying.doorbell();
            }
            if (queues.isPrimed(next)) {
                return now;
            }
            // It sees at once that there is no more, and needs a signal.
            channel.stepOf(FETCH, now, step);
        }
        return unanswered ? now : HardwareTask.IDLE;
    }

    private void fetched() {
        if (step.detail() == StepDetail.REQUEST) {
            unanswered = true;
        } else if (step.detail() == StepDetail.SRB) {
            srbs.hold(step.srbs());
        } else {
            srbs.refuse();
            overPosted.run();
            raise(kernel.nanoTime());
        }
    }

    private long notifyStep(long now) {
        if (notifications == 0 || srbs.held() == 0) {
            return HardwareTask.IDLE;
        }
        subchannel.notify(NOTIFICATION);
        channel.stepOf(NOTIFY, now, step);
        srbs.hold(step.srbs());
        notifications--;
        respond(now);
        return notifications > 0 && srbs.held() > 0 ? now : HardwareTask.IDLE;
    }

    private void respond(long now) {
        if (!channel.stepOf(RESPONSE, now, step)) {
            throw new IllegalStateException("the next response SBAL is not the channel's");
        }
        raise(now);
    }

    private void raise(long now) {
        if (channel.stepOf(INTERRUPT, now, step)) {
            interrupt.schedule();
        }
    }

    /** Channel programs that were started, to their end. */
    private int ended(int cc) {
        long now = kernel.nanoTime();
        channel.stepOf(PROGRAM, now, step);
        if (channel.stepOf(INTERRUPT, now, step)) {
            handler.ioInterrupt(step.cstat(), step.dstat());
        }
        return cc;
    }

    // Instructions

    @Override
    public int number() {
        return subchannel.number();
    }

    @Override
    public void setInterruptHandler(SubchannelInterrupts newHandler) {
        handler = newHandler;
    }

    @Override
    public int establish(long qdrAddress) {
        queues = new QueueStates(qdrAddress);
        return ended(subchannel.establish(qdrAddress));
    }

    @Override
    public int activate() {
        return subchannel.activate();
    }

    @Override
    public int clear() {
        queues = null;
        unanswered = false;
        srbs.hold(0);
        return ended(subchannel.clear());
    }

    @Override
    public int halt() {
        return clear();
    }

    @Override
    public int sigaWrite(int outputMask) {
        int cc = subchannel.sigaWrite(outputMask);
        fetching.doorbell();
        return cc;
    }

    @Override
    public int sigaRead(int inputMask) {
        return subchannel.sigaRead(inputMask);
    }

    @Override
    public int sigaSync(int outputMask, int inputMask) {
        return subchannel.sigaSync(outputMask, inputMask);
    }

    @Override
    public int setIndicator(long indicatorAddress) {
        indicator = indicatorAddress;
        return subchannel.setIndicator(indicatorAddress);
    }

    @Override
    public int storeSsqd(long descriptorAddress) {
        return subchannel.storeSsqd(descriptorAddress);
    }

    @Override
    public int siosl() {
        return subchannel.siosl();
    }
}
