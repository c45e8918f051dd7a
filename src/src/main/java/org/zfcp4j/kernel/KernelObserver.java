// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * What an environment may see of the kernel's work: every change of an atomic (virtual kernel only), the life of work items
 * and devices, sleeps, messages. All methods run in the context of the caller and must not block or call the port.
 */
public interface KernelObserver {
    /** An atomic got a new value; virtual kernel only, also when old and new are equal. */
    default void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
    }

    /** A timer was armed to expire {@code jiffies} from now; virtual kernel only. */
    default void timerArmed(Timer timer, long jiffies) {
    }

    /**
     * {@code queue_work} or {@code queue_delayed_work} was called; {@code queued} false if it was pending already. Called once
     * more, without delay, when a delay has ended (in timer context) or was cut short (by who flushes the item).
     */
    default void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
    }

    /** {@code tasklet_disable} was called; {@code scheduled} if the tasklet has yet to run; virtual kernel only. */
    default void taskletDisabled(Tasklet tasklet, boolean scheduled) {
    }

    /** {@code tasklet_kill} was called; {@code endless} if it waits for a tasklet that is disabled; virtual kernel only. */
    default void taskletKilled(Tasklet tasklet, boolean endless) {
    }

    default void workStart(WorkQueue queue, Work work) {
    }

    default void workEnd(WorkQueue queue, Work work) {
    }

    /** {@code ssleep} or {@code msleep} begins. */
    default void sleep(long millis) {
    }

    /** A kernel message, as {@link Kernel#message} got it; {@code device} and {@code function} may be null. */
    default void message(LogLevel level, Device device, String function, String text) {
    }

    /** {@code device_register}: returns 0, or a negative errno to make it fail. */
    default int deviceRegister(Device device) {
        return 0;
    }

    default void deviceUnregister(Device device) {
    }

    default void deviceRelease(Device device) {
    }

    /** {@code register_service_level} or {@code unregister_service_level} was called for the driver of {@code device}. */
    default void serviceLevel(Device device, boolean register) {
    }

    /** The task {@code context} is about to block, or an interrupt, tasklet or timer function has ended; virtual kernel only. */
    default void quiesce(String context) {
    }
}
