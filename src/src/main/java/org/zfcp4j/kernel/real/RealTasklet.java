// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Tasklet;

/**
 * A tasklet or an interrupt; scheduling it allocates nothing. As in Linux it has two marks: that it is scheduled, which whoever
 * schedules it first sets, and that it runs, which whoever runs it sets, so that it runs on one thread at a time.
 */
final class RealTasklet extends Tasklet {
    private static final VarHandle SCHEDULED;
    private static final VarHandle RUNNING;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SCHEDULED = lookup.findVarHandle(RealTasklet.class, "scheduled", int.class);
            RUNNING = lookup.findVarHandle(RealTasklet.class, "running", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final InterruptThread thread;
    private final boolean hard;
    private final ListNode<RealTasklet> node = new ListNode<>(this);
    private final Runnable body = this::run;
    @SuppressWarnings("unused")
    private int scheduled;
    @SuppressWarnings("unused")
    private int running;

    /**
     * @param thread that runs it, unless an {@link InterruptSource} schedules it
     * @param hard an interrupt, which does not wait for the end of another one
     */
    RealTasklet(InterruptThread thread, String name, boolean hard, Runnable function) {
        super(name, function);
        this.thread = thread;
        this.hard = hard;
    }

    boolean isHard() {
        return hard;
    }

    /** Links it into the list of who is going to run it; that is whoever it was scheduled on. */
    ListNode<RealTasklet> node() {
        return node;
    }

    @Override
    public void schedule() {
        if (!SCHEDULED.compareAndSet(this, 0, 1)) {
            return;
        }
        if (Thread.currentThread() instanceof InterruptSource source) {
            source.raise(this);
        } else {
            handOver();
        }
    }

    /** Leaves it, scheduled, to the thread of its kind. */
    void handOver() {
        thread.lock().lock();
        boolean wake = thread.append(node);
        thread.lock().unlock();
        if (wake) {
            thread.wake();
        }
    }

    /** Runs what was scheduled; false if it runs elsewhere, and is still scheduled. */
    boolean tryExecute(ContextThread on) {
        if (!RUNNING.compareAndSet(this, 0, 1)) {
            return false;
        }
        SCHEDULED.setVolatile(this, 0);
        on.guard(body);
        RUNNING.setVolatile(this, 0);
        return true;
    }

    @Override
    public void kill() {
        // in this order: a tasklet runs before it stops being scheduled
        for (int look = 0; (int) SCHEDULED.getVolatile(this) != 0 || (int) RUNNING.getVolatile(this) != 0; look++) {
            Spin.pause(look);
        }
    }
}
