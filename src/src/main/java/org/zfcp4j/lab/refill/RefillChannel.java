// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import static org.zfcp4j.layout.qdio.QdioConstants.QIB_AC_OUTBOUND_PCI_SUPPORTED;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_COMMAND;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_ERROR;

import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.virtual.Hardware;
import org.zfcp4j.kernel.virtual.HardwareTask;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.fake.WillingSubchannel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;

/**
 * A channel that knows status read buffers and the two commands by which an adapter opens. It is two pieces of hardware that run
 * side by side: one goes through the output queue, an SBAL at a time, and answers commands; the other uses up a status
 * read buffer for a notification as soon as there is one. An SRB beyond the limit gets SLSB state OUTPUT ERROR.
 *
 * <p>For the refill it does what the native mock does with the same parameters, which a test holds it to: same states, same
 * interrupts, same order. It stands in for it because a search makes a new one for each of its many executions, and must be
 * able to tell its states apart.
 */
public final class RefillChannel extends WillingSubchannel {
    private static final int NUMBER = 0x1a;
    private static final int QDIOAC1 = 0x20 | 0x08 | 0x04;
    private static final int QDIOAC2 = 0x00d2;

    private final SrbLedger srbs;
    private final ConfigAnswers answers;
    private final boolean quietWhilePolled;
    private final Hardware fetching;
    private final Hardware notifying;
    private final Tasklet interrupt;
    private QueuePair queues;
    private int notifications;
    /** QTCB of a command that was fetched and not answered yet; 0 for none. */
    private long pendingQtcb;
    private Runnable overPosted = () -> { };

    /**
     * @param limit status read buffers that it takes
     * @param notifications how often it will use one up
     * @param quietWhilePolled no interrupt while the driver has acknowledged the response before
     * @param answers what it says about itself
     */
    @SuppressWarnings("this-escape")
    RefillChannel(VirtualKernel kernel, int limit, int notifications, boolean quietWhilePolled, ConfigAnswers answers) {
        super(NUMBER, QDIOAC1, QDIOAC2);
        this.quietWhilePolled = quietWhilePolled;
        this.srbs = new SrbLedger(answers.srbs(), limit);
        this.notifications = notifications;
        this.answers = answers;
        this.fetching = kernel.hardware("fcp channel", this::fetchStep);
        this.notifying = kernel.hardware("fcp notification", this::notifyStep);
        this.interrupt = kernel.interrupt("thin interrupt", () -> interrupts.thinInterrupt());
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

    /** Fetches all that is there at once, outside of a run. */
    void fetchAll() {
        while (queues.hasOutput()) {
            fetch();
        }
        if (notifications > 0 && srbs.held() > 0) {
            notifying.doorbell();
        }
    }

    private long digest() {
        long h = srbs.digest() * 31 + notifications;
        h = h * 31 + (pendingQtcb == 0 ? 0 : 1);
        return h * 31 + (indicator == 0 ? 2 : Memory.getInt(indicator));
    }

    private long fetchStep(long now) {
        if (queues == null) {
            return HardwareTask.IDLE;
        }
        if (pendingQtcb != 0) {
            long qtcb = pendingQtcb;
            pendingQtcb = 0;
            answers.answer(qtcb);
            respond(FsfQtcbHeader.REQ_HANDLE.get(FsfQtcb.HEADER.at(qtcb)));
        } else if (queues.hasOutput()) {
            fetch();
            if (notifications > 0 && srbs.held() == 1) {
                notifying.doorbell();
            }
        }
        return pendingQtcb != 0 || queues.hasOutput() ? now : HardwareTask.IDLE;
    }

    private void fetch() {
        long sbal = queues.output();
        long first = QdioBuffer.ELEMENT.at(sbal, 0);
        long reqId = QdioBufferElement.ADDR.get(first);
        if ((QdioBufferElement.SFLAGS.get(first) & SBAL_SFLAGS0_COMMAND) != 0
                && QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(sbal, 1)) != 0) {
            pendingQtcb = QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(sbal, 1));
            queues.finishOutput(SLSB_P_OUTPUT_EMPTY);
        } else if (srbs.add(reqId, QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(sbal, 2)))) {
            queues.finishOutput(SLSB_P_OUTPUT_EMPTY);
        } else {
            queues.finishOutput(SLSB_P_OUTPUT_ERROR);
            overPosted.run();
            interrupt();
        }
    }

    private long notifyStep(long now) {
        if (queues == null || notifications == 0 || srbs.held() == 0) {
            return HardwareTask.IDLE;
        }
        long buffer = srbs.firstBuffer();
        FsfStatusReadBuffer.STATUS_TYPE.set(buffer, FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL);
        long reqId = srbs.firstReqId();
        // It is the driver's again before anybody can hear of it.
        srbs.removeFirst();
        notifications--;
        respond(reqId);
        return notifications > 0 && srbs.held() > 0 ? now : HardwareTask.IDLE;
    }

    private void respond(long reqId) {
        boolean polled = quietWhilePolled && queues.isPolled();
        queues.respond(reqId);
        if (!polled) {
            interrupt();
        }
    }

    private void interrupt() {
        if (indicator != 0) {
            Memory.putIntRelease(indicator, 1);
            interrupt.schedule();
        }
    }

    // Instructions; all of them take no time.

    @Override
    public int establish(long qdrAddress) {
        queues = new QueuePair(qdrAddress);
        Qib.AC.set(Qdr.QIBA.get(qdrAddress), QIB_AC_OUTBOUND_PCI_SUPPORTED);
        established();
        return CC_OK;
    }

    @Override
    public int clear() {
        queues = null;
        pendingQtcb = 0;
        srbs.clear();
        return super.clear();
    }

    @Override
    public int sigaWrite(int outputMask) {
        fetching.doorbell();
        return CC_OK;
    }
}
