// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Tasklet;

/**
 * A tasklet or an interrupt; scheduling it allocates nothing. As in Linux it has two bits: that it is scheduled, which whoever
 * schedules it first sets, and that it runs, which whoever runs it sets, so that it runs on one thread at a time.
 */
final class RealTasklet extends Tasklet {
    private final InterruptThread thread;
    private final boolean hard;
    private final ListNode<RealTasklet> node = new ListNode<>(this);
    private final Runnable body = this::run;
    private final HandOverBit scheduled = new HandOverBit();
    private final HandOverBit running = new HandOverBit();
    /** Calls of {@link #disable} without their {@link #enable}. */
    private final AtomicInteger disabled = new AtomicInteger();
    /** It is scheduled, was found disabled, and is on no list: {@link #enable} hands it over. */
    private final AtomicBoolean heldBack = new AtomicBoolean();

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

    /** Links it into the list of the thread that will run it, the one it was scheduled on. */
    ListNode<RealTasklet> node() {
        return node;
    }

    @Override
    public void schedule() {
        // fully ordered: the run that is due sees what the caller stored
        if (!scheduled.trySet()) {
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

    /**
     * Runs what was scheduled; false if it runs elsewhere, and is still scheduled. A disabled tasklet stays scheduled as well, and
     * is left to tasklet_enable. Linux keeps retrying instead.
     */
    boolean tryExecute(ContextThread on) {
        // tasklet_trylock: what the last run stored, on whatever thread, is seen by this one
        if (!running.trySet()) {
            return false;
        }
        if (disabled.get() != 0 && holdBack()) {
            return true;
        }
        // with a full fence before the function: it sees what was stored by a context that found it still scheduled
        scheduled.clear();
        on.guard(body);
        // tasklet_unlock
        running.clearWhenDone();
        return true;
    }

    /** Leaves it to tasklet_enable; false if that ran in the meantime and left it to us. */
    private boolean holdBack() {
        heldBack.set(true);
        if (disabled.get() == 0 && heldBack.compareAndSet(true, false)) {
            return false;
        }
        running.clearWhenDone();
        return true;
    }

    @Override
    public void disable() {
        disabled.getAndIncrement();
        // Either side sets its own mark, fully ordered, and then reads the other's: either we see that it runs, or it sees that it
        // must not.
        for (int look = 0; running.isSet(); look++) {
            Spin.pause(look);
        }
    }

    @Override
    public void enable() {
        if (disabled.decrementAndGet() == 0 && heldBack.compareAndSet(true, false)) {
            handOver();
        }
    }

    @Override
    public void kill() {
        // in this order: a tasklet runs before it stops being scheduled, and its clear releases that it runs
        for (int look = 0; scheduled.isSet() || running.isSet(); look++) {
            Spin.pause(look);
        }
    }
}
