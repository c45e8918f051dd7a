// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.function.BooleanSupplier;
import org.zfcp4j.jcstress.machine.Machine;

/**
 * A work item or a tasklet that was asked for and taken off its queue, so that whoever plays the thread of the queue has only to run
 * it; the thread itself is never started. Opens classes of {@code kernel.real} that are nobody's business outside of it.
 */
public final class HandedOver {
    private final Runnable ask;
    private final Runnable execute;
    private final BooleanSupplier takeAgain;

    private <T> HandedOver(QueueThread<T> thread, T item, Runnable ask) {
        this.ask = ask;
        this.execute = () -> thread.process(item);
        this.takeAgain = () -> take(thread) != null;
        ask.run();
        take(thread);
    }

    private static <T> T take(QueueThread<T> thread) {
        thread.lock().lock();
        T item = thread.takeFirst();
        thread.lock().unlock();
        return item;
    }

    private static RealKernel kernel() {
        return (RealKernel) Machine.kernel();
    }

    /** A {@link RealTasklet}. */
    public static HandedOver tasklet(Runnable function) {
        InterruptThread thread = new InterruptThread(kernel(), "tasklet");
        RealTasklet tasklet = new RealTasklet(thread, "tasklet", false, function);
        return new HandedOver(thread, tasklet, tasklet::schedule);
    }

    /** A {@link RealWork}. */
    public static HandedOver work(Runnable function) {
        RealWorkQueue queue = new RealWorkQueue(kernel(), "queue");
        RealWork work = new RealWork(kernel(), new TimerThread(kernel()), "work", null, item -> function.run());
        return new HandedOver(queue.worker(), work, () -> queue.queue(work));
    }

    /** Schedules the tasklet, or queues the work item. Any thread. */
    public void ask() {
        ask.run();
    }

    /** Runs it, as the thread of the queue does. */
    public void execute() {
        execute.run();
    }

    /** Whether it was queued once more. */
    public boolean wasQueued() {
        return takeAgain.getAsBoolean();
    }
}
