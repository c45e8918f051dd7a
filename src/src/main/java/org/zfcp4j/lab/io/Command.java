// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.io;

import java.util.concurrent.atomic.AtomicReference;
import org.zfcp4j.kernel.scsi.ScsiCmnd;
import org.zfcp4j.kernel.scsi.ScsiDevice;

/**
 * A SCSI command from its sending until the midlayer has finished it. Completions come in any context; the rest belongs to the
 * process that sent it.
 */
final class Command {
    /** How far it is. */
    enum State {
        /** Not with the driver. */
        IDLE,
        /** With the driver. */
        SENT,
        /** Completed by the driver. */
        DONE,
        /** Error handling ended it: the driver must not complete it any more. */
        TAKEN_BACK
    }

    private final Initiator initiator;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    final ScsiDevice device;
    final Transfer transfer;
    ScsiCmnd cmnd;
    private volatile boolean timedOut;

    Command(Initiator initiator, ScsiDevice device, Transfer transfer) {
        this.initiator = initiator;
        this.device = device;
        this.transfer = transfer;
    }

    /** About to be given to the driver, for the first time or again. */
    void start() {
        timedOut = false;
        cmnd = new ScsiCmnd(device, transfer.cdb(), transfer.direction(), transfer.data(), ignored -> done());
        state.set(State.SENT);
    }

    /** The driver has refused it, and so must not have completed it. */
    void refused() {
        if (!state.compareAndSet(State.SENT, State.IDLE)) {
            initiator.violated(this, "was completed although it was refused");
            state.set(State.IDLE);
        }
    }

    private void done() {
        State before = state.getAndUpdate(s -> s == State.SENT ? State.DONE : s);
        if (before == State.SENT) {
            initiator.wakeUp();
            return;
        }
        initiator.violated(this, switch (before) {
            case IDLE -> "was completed although it was not sent";
            case DONE -> "was completed twice";
            default -> "was completed although error handling had ended it";
        });
    }

    /** Error handling has ended it. */
    void takeBack() {
        state.compareAndSet(State.SENT, State.TAKEN_BACK);
    }

    /** Error handling has got it. */
    void timedOut() {
        timedOut = true;
    }

    /** With the driver, and its time is not over. */
    boolean isRunning() {
        return isPending() && !timedOut;
    }

    boolean isPending() {
        return state.get() == State.SENT;
    }

    /** Completed by the driver, whatever the result. */
    boolean isDone() {
        return state.get() == State.DONE;
    }

    boolean isGood() {
        return isDone() && cmnd.result == 0;
    }
}
