// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.virtual.Hardware;
import org.zfcp4j.kernel.virtual.HardwareTask;
import org.zfcp4j.lab.fake.WillingSubchannel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.vectors.QueueMemory;
import org.zfcp4j.vectors.ReplayChannel;
import org.zfcp4j.vectors.ReplayDevice;
import org.zfcp4j.vectors.ReplayWorld;
import org.zfcp4j.vectors.SentRequest;

/**
 * The channel of the recorded environment: fetches requests at once and answers each after a millisecond with what its
 * {@link San} has, one interrupt and one input SBAL an answer. The next request of a kind can be held, to be
 * answered otherwise or not at all. Operations of the subchannel take no time.
 */
final class ModelChannel extends WillingSubchannel implements ReplayChannel {
    /** Tells requests apart. */
    @FunctionalInterface
    interface Wanted {
        /** {@code payload} is the address of what a CT or ELS request sends. */
        boolean test(SentRequest request, long payload);
    }

    private static final long LATENCY_NANOS = 1_000_000;
    /** Of a request's first SBAL; the request id and the QTCB come before it. */
    private static final int PAYLOAD_ELEMENT = 2;
    private static final int SUBCHANNEL_NUMBER = 0x1a;
    private static final int MULTI_BUFFER = QdioConstants.CHSC_AC2_MULTI_BUFFER_AVAILABLE
        | QdioConstants.CHSC_AC2_MULTI_BUFFER_ENABLED;
    /** Other features that the channel reports, data division included. */
    private static final int OTHER_FACILITIES = 0x0012;

    private final Payloads payloads;
    private final Map<Long, SentRequest> pending = new HashMap<>();
    private final ArrayDeque<SentRequest> posted = new ArrayDeque<>();
    private final ArrayDeque<Responder> idle = new ArrayDeque<>();
    private ReplayWorld world;
    private ReplayDevice device;
    private Tasklet interrupt;
    private QueueMemory queues;
    private int maxPosted;
    private Wanted wanted = (request, payload) -> false;
    private Predicate<SentRequest> silenced = request -> false;
    private Runnable onHeld = () -> { };
    private Runnable onStatusRead = () -> { };
    private Answer scripted;
    private SentRequest held;
    private long heldPayload;

    /** @param multibuffer whether it has the data router */
    ModelChannel(Payloads payloads, boolean multibuffer) {
        super(SUBCHANNEL_NUMBER, QdioConstants.AC1_SIGA_INPUT_NEEDED | QdioConstants.AC1_SIGA_OUTPUT_NEEDED,
            OTHER_FACILITIES | (multibuffer ? MULTI_BUFFER : 0));
        this.payloads = payloads;
    }

    void connect(ReplayWorld newWorld, ReplayDevice newDevice) {
        world = newWorld;
        device = newDevice;
        interrupt = newWorld.kernel().interrupt("irq", () -> {
            QueueMemory.indicate(indicator);
            interrupts.thinInterrupt();
        });
    }

    /** Gives one response after the latency of the channel. */
    private final class Responder {
        private final Hardware hardware = world.kernel().hardware("channel", this::step);
        private SentRequest request;
        private long payload;
        private Answer answer;
        private long due;

        void respond(SentRequest newRequest, long newPayload, Answer newAnswer) {
            answer = newAnswer;
            request = newRequest;
            payload = newPayload;
            due = world.kernel().nanoTime() + LATENCY_NANOS;
            hardware.doorbell();
        }

        private long step(long now) {
            if (request == null) {
                return HardwareTask.IDLE;
            }
            if (now < due) {
                return due;
            }
            SentRequest answered = request;
            request = null;
            idle.add(this);
            if (pending.remove(answered.id(), answered)) {
                give(answered, payload, answer);
            }
            return HardwareTask.IDLE;
        }
    }

    private void deliver(long id) {
        if (!queues.respond(id)) {
            throw new IllegalStateException("no input SBAL for request " + id);
        }
        interrupt.schedule();
    }

    // ---- the script

    /**
     * Singles out the next request that {@code predicate} accepts: the channel holds it.
     *
     * @param action called when it was sent, in the driver's context
     */
    void hold(Wanted predicate, Runnable action) {
        wanted = predicate;
        onHeld = action;
        scripted = null;
        held = null;
    }

    /** Answers the next request that {@code predicate} accepts with {@code answer}. */
    void answer(Wanted predicate, Answer answer) {
        wanted = predicate;
        scripted = answer;
        held = null;
    }

    /** The request that is held; null while it was not sent. */
    SentRequest held() {
        return held;
    }

    /** Answers the request that is held now; the interrupt follows when no thread is runnable. */
    void answerHeld(Answer answer) {
        pending.remove(held.id(), held);
        give(held, heldPayload, answer);
    }

    /** Requests that {@code predicate} accepts are not answered. */
    void silence(Predicate<SentRequest> predicate) {
        silenced = predicate;
    }

    /** Fills the oldest status read buffer and tells the driver. Returns false if there is none. */
    boolean notify(LongConsumer fill) {
        SentRequest srb = posted.poll();
        if (srb == null) {
            return false;
        }
        Memory.zero(srb.srb(), FsfStatusReadBuffer.SIZE);
        fill.accept(srb.srb());
        deliver(srb.id());
        return true;
    }

    /** The channel loses its status read buffers, and counts from none. */
    void forgetStatusReads() {
        posted.clear();
        maxPosted = 0;
    }

    /** {@code action} is called each time that a status read buffer was posted, in the driver's context. */
    void onStatusRead(Runnable action) {
        onStatusRead = action;
    }

    // ---- what the driver does

    @Override
    public void sent(SentRequest request) {
        queues.giveBack(request.first(), request.count(), QdioConstants.SLSB_P_OUTPUT_EMPTY);
        if (request.isStatusRead()) {
            posted.add(request);
            maxPosted = Math.max(maxPosted, posted.size());
            onStatusRead.run();
            return;
        }
        pending.put(request.id(), request);
        // The SBAL goes back to the driver before the answer does.
        long payload = queues.address(request.first(), PAYLOAD_ELEMENT);
        if (held == null && wanted.test(request, payload)) {
            held = request;
            heldPayload = payload;
            if (scripted == null) {
                onHeld.run();
            } else {
                responder().respond(request, payload, scripted);
            }
        } else if (!silenced.test(request)) {
            responder().respond(request, payload, Answer.GOOD);
        }
    }

    private Responder responder() {
        Responder free = idle.poll();
        return free == null ? new Responder() : free;
    }

    private void give(SentRequest request, long payload, Answer answer) {
        if (request.command() == FsfConstants.FSF_QTCB_ABORT_FCP_CMND && answer.isDone()) {
            abort(FsfQtcbBottomSupport.REQ_HANDLE.get(FsfQtcbBottom.SUPPORT.at(FsfQtcb.BOTTOM.at(request.qtcb()))));
        }
        fill(request, payload, answer);
        deliver(request.id());
    }

    /** The aborted command is answered before the abort. */
    private void abort(long id) {
        SentRequest aborted = pending.remove(id);
        if (aborted != null) {
            Answer.ABORTED.store(aborted.qtcb());
            deliver(id);
        }
    }

    private void fill(SentRequest request, long payload, Answer answer) {
        if (answer.hasPayload() || Payloads.isUnconditional(request.command())) {
            payloads.fill(request, payload);
        }
        answer.store(request.qtcb());
    }

    @Override
    public int postedSrbs() {
        return posted.size();
    }

    @Override
    public int pendingRequests() {
        return pending.size();
    }

    @Override
    public int maxPostedSrbs() {
        return maxPosted;
    }

    // ---- instructions

    @Override
    public int establish(long qdrAddress) {
        queues = new QueueMemory(qdrAddress);
        device.setQueues(queues);
        established();
        return CC_OK;
    }

    @Override
    public int clear() {
        pending.clear();
        posted.clear();
        return super.clear();
    }

    @Override
    public int siosl() {
        world.recorder().emit(world.recorder().event("siosl", device.index()));
        return 0;
    }
}
