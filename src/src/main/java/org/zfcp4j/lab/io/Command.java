// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.io;

import java.util.concurrent.atomic.AtomicReference;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiDevice;

/**
 * A SCSI command from its sending until the midlayer has finished it. Completions come in any context; the rest belongs to the
 * process that sent it.
 */
final class Command {
    /** How far an attempt is. */
    private enum State {
        /** Not with the driver. */
        IDLE,
        /** With the driver. */
        SENT,
        /** Completed by the driver. */
        DONE,
        /** Error handling ended it: the driver must not complete it any more. */
        TAKEN_BACK,
        /** Ended by a reset that gave up: zfcp may still complete it, by mistake, once. */
        GIVEN_UP
    }

    /** The command as the driver gets it, once. In Linux the next attempt uses the same memory. */
    private final class Attempt {
        private final AtomicReference<State> state = new AtomicReference<>(State.SENT);
        private final ScsiCmnd cmnd = new ScsiCmnd(device, transfer.cdb(), transfer.direction(), transfer.data(), ignored -> done());

        private void done() {
            State before = state.getAndUpdate(s -> s == State.SENT || s == State.GIVEN_UP ? State.DONE : s);
            switch (before) {
                case SENT -> initiator.wakeUp();
                case GIVEN_UP -> initiator.completedLate();
                case IDLE -> initiator.violated(Command.this, "was completed although it was not sent");
                case DONE -> initiator.violated(Command.this, "was completed twice");
                case TAKEN_BACK -> initiator.violated(Command.this, "was completed although error handling had ended it");
            }
        }
    }

    private final Initiator initiator;
    final ScsiDevice device;
    final Transfer transfer;
    /** The last attempt; null before the first. */
    private volatile Attempt attempt;
    private volatile boolean timedOut;
    private volatile boolean givenUp;

    Command(Initiator initiator, ScsiDevice device, Transfer transfer) {
        this.initiator = initiator;
        this.device = device;
        this.transfer = transfer;
    }

    /** About to be given to the driver, for the first time or again. */
    void start() {
        timedOut = false;
        attempt = new Attempt();
        transfer.protect(attempt.cmnd, device.host.protCapabilities);
    }

    /** What the driver gets, or has got last; null before {@link #start}. */
    ScsiCmnd cmnd() {
        Attempt last = attempt;
        return last == null ? null : last.cmnd;
    }

    /** The driver has refused it, and so must not have completed it. */
    void refused() {
        if (!attempt.state.compareAndSet(State.SENT, State.IDLE)) {
            initiator.violated(this, "was completed although it was refused");
            attempt.state.set(State.IDLE);
        }
    }

    /** Error handling has ended it. */
    void takeBack() {
        change(State.SENT, State.TAKEN_BACK);
    }

    /** Error handling has ended it, because a reset has ended with FAST_IO_FAIL. */
    void giveUp() {
        givenUp |= change(State.SENT, State.GIVEN_UP);
    }

    /** The process is done with the data. While a request that was given up may use them, they are not freed. */
    void release() {
        if (givenUp) {
            initiator.releaseLater(transfer);
        } else {
            transfer.free();
        }
    }

    /** Error handling has got it. */
    void timedOut() {
        timedOut = true;
    }

    /** At the driver, and not timed out. */
    boolean isRunning() {
        return isPending() && !timedOut;
    }

    boolean isPending() {
        return is(State.SENT);
    }

    /** Completed by the driver in time, whatever the result. */
    boolean isDone() {
        return is(State.DONE);
    }

    private boolean change(State from, State to) {
        Attempt last = attempt;
        return last != null && last.state.compareAndSet(from, to);
    }

    private boolean is(State state) {
        Attempt last = attempt;
        return last != null && last.state.get() == state;
    }

    boolean isGood() {
        return isDone() && attempt.cmnd.result == 0;
    }
}
