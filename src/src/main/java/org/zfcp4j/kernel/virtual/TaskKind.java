// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** What kind of context a task is. */
public enum TaskKind {
    /** A process of the scenario: a run is not over, and a deadlock if it blocks forever, while one has not ended. */
    USER,
    /** A kernel thread of the driver. */
    THREAD,
    /** The worker of an ordered work queue. */
    WORKER,
    /** Soft interrupt: a tasklet. */
    TASKLET,
    /** Hard interrupt. */
    IRQ,
    /** Soft interrupt: the function of a timer. */
    TIMER,
    /** The hardware. */
    CHANNEL;

    /** True for process context, where a task may sleep. */
    public boolean maySleep() {
        return this == USER || this == THREAD || this == WORKER;
    }

    /** What may interrupt what on a processor: 0 process, 1 soft interrupt, 2 hard interrupt. */
    int level() {
        return switch (this) {
            case USER, THREAD, WORKER -> 0;
            case TASKLET, TIMER -> 1;
            case IRQ, CHANNEL -> 2;
        };
    }
}
