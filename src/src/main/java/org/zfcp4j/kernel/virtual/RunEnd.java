// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How a run ended, and the handshake with the host that waits for it. The first reason counts. Of the current task, except
 * {@link #awaitFinished} and {@link #isFinished}; {@code finished} is volatile and publishes the rest to the host.
 */
final class RunEnd {
    private Outcome outcome;
    private String detail = "";
    private Throwable failure;
    private DeadlockReport deadlock;
    private boolean dying;
    /** The run was given up while a task loops. */
    private boolean abandoned;
    private int unwound;
    private Thread host;
    private volatile boolean finished;

    /** The run is over, and its tasks are being unwound. */
    boolean isDying() {
        return dying;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    boolean isFinished() {
        return finished;
    }

    Outcome outcome() {
        return outcome;
    }

    String detail() {
        return detail;
    }

    Throwable failure() {
        return failure;
    }

    DeadlockReport deadlock() {
        return deadlock;
    }

    /** Ends the run; the caller throws the result, or leaves its task in another way. */
    TaskDeath because(Outcome how, String why) {
        if (!dying) {
            dying = true;
            outcome = how;
            detail = why;
        }
        return TaskDeath.INSTANCE;
    }

    /** Ends the run because of something thrown. */
    TaskDeath because(Throwable thrown, String why) {
        failure = thrown;
        return because(Outcome.FAILED, why);
    }

    /** Nothing can run any more: is that the end, or are tasks blocked forever? */
    void conclude(DeadlockReport report) {
        deadlock = report;
        if (report == null) {
            because(Outcome.QUIESCENT, "");
        } else {
            because(report.isLostWakeup() ? Outcome.LOST_WAKEUP : Outcome.DEADLOCK, report.summary());
        }
    }

    /** The run is given up: its current task may never come back. */
    void abandon(Violation violation) {
        outcome = Outcome.VIOLATION;
        detail = violation.toString();
        dying = true;
        abandoned = true;
    }

    /** The next task after {@code self} that has to be unwound; null if none is left. */
    Task nextToUnwind(List<Task> tasks, Task self) {
        while (unwound < tasks.size()) {
            Task task = tasks.get(unwound++);
            if (task != self && task.wasStarted() && !task.hasEnded()) {
                return task;
            }
        }
        return null;
    }

    void hostIs(Thread thread) {
        host = thread;
    }

    /** Lets the host go on. */
    void finish() {
        finished = true;
        LockSupport.unpark(host);
    }

    /** Called by the host; keeps its interrupts. */
    void awaitFinished() {
        boolean interrupted = false;
        while (!finished) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            host.interrupt();
        }
    }
}
