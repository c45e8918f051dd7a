// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.Work;

/** A work item; the rules of pending, running and cancelling are those of the kernel's workqueue.c. */
final class VirtualWork extends Work implements Shared {
    private final Engine engine;
    private final int id;
    private final VirtualTimer delay;
    private final List<Task> waiters = new ArrayList<>(2);
    /** From queueing until the worker has taken the item, and while a canceller waits for a run to end. */
    private boolean pending;
    /** The queue that it was last queued on; null before that. */
    private VirtualWorkQueue queue;
    /** The delay has ended and the item is not on the queue yet. */
    private boolean delayEnding;
    private long queuings;
    private long ends;

    VirtualWork(Engine engine, TimerContexts contexts, String name, Object owner, Consumer<Work> function) {
        super(name, owner, function);
        this.engine = engine;
        this.id = engine.newSharedId(this);
        this.delay = new VirtualTimer(engine, contexts, name, owner, this::delayEnds);
    }

    @Override
    public int id() {
        return id;
    }

    VirtualWorkQueue queue() {
        return queue;
    }

    /** {@code queue_delayed_work}; 0 queues at once. */
    boolean queueOn(VirtualWorkQueue on, long jiffies) {
        engine.point(Operation.QUEUE_WORK, this);
        engine.order.releases(this);
        boolean free = !pending && on.accepts(this);
        if (free) {
            pending = true;
            queue = on;
        }
        engine.learn(this, free ? 1 : 0);
        engine.observer.workQueued(on, this, jiffies, free);
        if (free && jiffies > 0) {
            delay.armQuietly(jiffies);
        } else if (free) {
            append();
        }
        return free;
    }

    private void delayEnds() {
        delayEnding = true;
        engine.point(Operation.QUEUE_WORK, this);
        engine.order.releases(this);
        delayEnding = false;
        if (queue.accepts(this)) {
            engine.observer.workQueued(queue, this, 0, true);
            append();
        } else {
            pending = false;
        }
        wakeWaiters();
    }

    private void append() {
        queuings++;
        queue.append(this);
    }

    /** The worker takes the item off its queue and runs it. */
    void execute() {
        pending = false;
        long number = queuings;
        engine.order.acquires(this);
        engine.order.acquires(queue);
        engine.observer.workStart(queue, this);
        run();
        engine.observer.workEnd(queue, this);
        engine.order.releases(queue);
        engine.order.releases(waiters);
        ends = Math.max(ends, number);
    }

    /** After a run has ended, or an item was taken back. */
    void wakeWaiters() {
        for (Task waiter : waiters) {
            engine.makeReady(waiter, false);
        }
    }

    @Override
    public boolean isPending() {
        engine.point(Operation.ATOMIC_READ, this);
        engine.learn(this, pending ? 1 : 0);
        return pending;
    }

    @Override
    public long content() {
        long h = (pending ? 1 : 0) + (delayEnding ? 2 : 0) + (isRunning() ? 4 : 0) + 8L * waiters.size();
        return pending || isRunning() || ends != queuings ? StateTracker.mix(h, queuings - ends) : h;
    }

    private boolean isRunning() {
        return queue != null && queue.running() == this;
    }

    @Override
    public boolean flush() {
        engine.checker.maySleep(Operation.FLUSH_WORK, this, null);
        engine.point(Operation.FLUSH_WORK, this);
        if (delay.disarm()) {
            engine.observer.workQueued(queue, this, 0, true);
            append();
        }
        await(Operation.FLUSH_WORK, () -> !delayEnding);
        engine.learn(this, ends == queuings ? 0 : 1);
        if (ends == queuings) {
            return false;
        }
        checkNotItself();
        long number = queuings;
        await(Operation.FLUSH_WORK, () -> ends >= number);
        engine.order.acquires(waiters);
        return true;
    }

    @Override
    public boolean cancelSync() {
        engine.checker.maySleep(Operation.CANCEL_WORK, this, null);
        engine.point(Operation.CANCEL_WORK, this);
        await(Operation.CANCEL_WORK, () -> !pending || delay.isArmed() || queue.holds(this));
        boolean wasPending = pending;
        engine.learn(this, (wasPending ? 1 : 0) + (isRunning() ? 2 : 0));
        if (wasPending && !delay.disarm()) {
            queue.remove(this);
        }
        if (isRunning()) {
            checkNotItself();
            // who cancels keeps the item pending meanwhile, so that it cannot be queued again
            pending = true;
            await(Operation.CANCEL_WORK, () -> !isRunning());
        }
        pending = false;
        ends = queuings;
        engine.order.acquires(waiters);
        wakeWaiters();
        return wasPending;
    }

    private void checkNotItself() {
        if (isRunning() && queue.worker() == engine.self()) {
            engine.checker.violation(Violation.Rule.WAIT_FOR_ITSELF, name() + " waits for its own end");
        }
    }

    private void await(Operation operation, java.util.function.BooleanSupplier condition) {
        Task self = engine.self();
        while (!condition.getAsBoolean()) {
            waiters.add(self);
            engine.sleep(operation, this);
            waiters.remove(self);
        }
    }
}
