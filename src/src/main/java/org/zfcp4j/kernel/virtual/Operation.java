// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/**
 * What a task is about to do, or does while it is blocked. The operation and everything up to the next one is a step, during
 * which no other task runs. Releasing a lock is no operation of its own: another order of it and what the others do
 * cannot be told apart.
 */
public enum Operation {
    /** The task begins. */
    START(false),
    ATOMIC_READ(true),
    ATOMIC_SET(false),
    /** Adds and does not look at the result, so that two of these may change places. */
    ATOMIC_ADD(false),
    /** Add and return, or, exchange and the like. */
    ATOMIC_MODIFY(false),
    SPIN_LOCK(false),
    READ_LOCK(true),
    WRITE_LOCK(false),
    MUTEX_LOCK(false),
    /** Evaluates the condition of a wait queue, and waits if it is false. */
    WAIT_EVENT(false),
    WAKE_UP(false),
    WAIT_COMPLETION(false),
    COMPLETE(false),
    QUEUE_WORK(false),
    /** The worker takes the next item. */
    START_WORK(false),
    FLUSH_WORK(false),
    CANCEL_WORK(false),
    DESTROY_WORK_QUEUE(false),
    /** The worker has nothing to do. */
    IDLE(false),
    ARM_TIMER(false),
    DELETE_TIMER(false),
    /** A tasklet or interrupt is scheduled. */
    SCHEDULE(false),
    KILL_TASKLET(false),
    SLEEP(false),
    /** Waits without giving up the processor. */
    DELAY(false),
    CREATE_THREAD(false),
    STOP_THREAD(false),
    SHOULD_STOP(true),
    MEMORY_READ(true),
    MEMORY_WRITE(false),
    /** The hardware does one thing. */
    HARDWARE_STEP(false),
    DOORBELL(false),
    DISABLE_TASKLET(false),
    ENABLE_TASKLET(false);

    private final boolean reading;

    Operation(boolean reading) {
        this.reading = reading;
    }

    /** True if two operations of this kind on the same object may change places. */
    public boolean isReading() {
        return reading;
    }
}
