// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.function.Consumer;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Work;

/**
 * A work item. As in the kernel, whoever sets the pending bit owns the item and alone queues it. A canceller steals the bit from
 * the timer or the queue, and keeps it until a run has ended, so that nobody queues the item meanwhile.
 */
final class RealWork extends Work {
    private final RealKernel kernel;
    private final RealTimer delay;
    private final ListNode<RealWork> node = new ListNode<>(this);
    private final Runnable body = this::observedRun;
    private final HandOverBit pending = new HandOverBit();
    /** Written by the owner of {@link #pending}, before it queues the item or arms the delay. */
    private volatile RealWorkQueue queue;
    /** These count under the lock of the queue: how often it was queued, which of these runs, and up to which all are through. */
    private long queuings;
    private long runs;
    private long ends;

    RealWork(RealKernel kernel, TimerThread timers, String name, Object owner, Consumer<Work> function) {
        super(name, owner, function);
        this.kernel = kernel;
        this.delay = new RealTimer(timers, name, owner, this::delayEnds);
    }

    boolean queueOn(RealWorkQueue on, long jiffies) {
        // fully ordered: the run that is due sees what the caller stored
        boolean free = pending.trySet();
        if (free && !on.accepts(this)) {
            pending.clear();
            free = false;
        }
        kernel.observer().workQueued(on, this, jiffies, free);
        if (free) {
            queue = on;
            if (jiffies > 0) {
                delay.arm(jiffies);
            } else {
                append(on);
            }
        }
        return free;
    }

    private void delayEnds() {
        RealWorkQueue on = queue;
        if (on.accepts(this)) {
            kernel.observer().workQueued(on, this, 0, true);
            append(on);
        } else {
            pending.clear();
        }
    }

    /** The lock of the queue hands the item over, and what its owner stored with it. */
    private void append(RealWorkQueue on) {
        QueueThread<RealWork> worker = on.worker();
        worker.lock().lock();
        queuings++;
        boolean wake = worker.append(node);
        worker.lock().unlock();
        if (wake) {
            worker.wake();
        }
    }

    /** Called by the worker, with the lock of the queue. */
    void taken() {
        runs = queuings;
    }

    /** Called by the worker. */
    void execute(ContextThread worker) {
        // set_work_pool_and_clear_pending, with a full fence before the function: it sees what was stored by a context that found
        // the item still pending
        pending.clear();
        worker.guard(body);
    }

    private void observedRun() {
        kernel.observer().workStart(queue, this);
        try {
            run();
        } finally {
            kernel.observer().workEnd(queue, this);
        }
    }

    /** Called by the worker, with the lock of the queue. */
    void processed() {
        ends = Math.max(ends, runs);
    }

    @Override
    public boolean isPending() {
        return pending.isSet();
    }

    @Override
    public boolean flush() {
        if (delay.deleteSync()) {
            kernel.observer().workQueued(queue, this, 0, true);
            append(queue);
        }
        RealWorkQueue on = queue;
        if (on == null) {
            return false;
        }
        QueueThread<RealWork> worker = on.worker();
        worker.lock().lock();
        boolean queued = node.isLinked();
        boolean running = worker.current() == this;
        long number = queued ? queuings : runs;
        worker.lock().unlock();
        if (!queued && !running) {
            return false;
        }
        checkNotWorker(on, running);
        on.ended().waitEvent(() -> hasEnded(on, number));
        return true;
    }

    private boolean hasEnded(RealWorkQueue on, long number) {
        on.worker().lock().lock();
        boolean ended = ends >= number;
        on.worker().lock().unlock();
        return ended;
    }

    private void checkNotWorker(RealWorkQueue on, boolean running) {
        if (running && Thread.currentThread() == on.worker()) {
            throw new IllegalStateException(name() + " waits for its own end");
        }
    }

    @Override
    public boolean cancelSync() {
        boolean wasPending = grabPending();
        RealWorkQueue on = queue;
        if (on != null) {
            checkNotWorker(on, on.worker().current() == this);
            // Whoever owns the bit sees a run that has begun: the worker named it before it cleared the bit, or before it queued
            // the item or armed the delay again, under the lock that the item was just taken from.
            on.ended().waitEvent(() -> on.worker().current() != this);
            on.worker().lock().lock();
            ends = queuings;
            on.worker().lock().unlock();
        }
        // with a full fence, as clear_work_data has before it checks for other cancellers
        pending.clear();
        if (on != null) {
            on.ended().wakeUp();
        }
        return wasPending;
    }

    /** Returns with the pending bit owned by the caller; true if it was taken from the timer or the queue. */
    private boolean grabPending() {
        for (int look = 0;; look++) {
            if (pending.trySet()) {
                return false;
            }
            RealWorkQueue on = queue;
            if (delay.delete() || on != null && unlink(on)) {
                return true;
            }
            // whoever owns the bit is about to queue the item or to run it, or cancels it too
            Spin.pause(look);
        }
    }

    private boolean unlink(RealWorkQueue on) {
        on.worker().lock().lock();
        boolean linked = node.isLinked();
        node.del();
        on.worker().lock().unlock();
        return linked;
    }
}
