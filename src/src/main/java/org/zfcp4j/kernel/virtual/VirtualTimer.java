// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.Timer;

/**
 * A timer. When it is due, a task of soft interrupt context becomes runnable that calls the function; until that task has begun
 * the timer is pending, and can be deleted, as in the kernel.
 */
final class VirtualTimer extends Timer implements Shared {
    private final Engine engine;
    private final TimerContexts contexts;
    private final int id;
    private final Runnable body = this::run;
    private final List<Task> waiters = new ArrayList<>(1);
    private final Event expiry = new Event() {
        @Override
        void fire() {
            expire();
        }

        @Override
        String describe() {
            return "timer " + name();
        }
    };
    /** Calls the function: chosen at expiry, given back when done. */
    private TimerContexts.Context context;
    private boolean running;
    private boolean expired;

    VirtualTimer(Engine engine, TimerContexts contexts, String name, Object owner, Runnable function) {
        super(name, owner, function);
        this.engine = engine;
        this.contexts = contexts;
        this.id = engine.newSharedId(this);
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public void arm(long jiffies) {
        engine.point(Operation.ARM_TIMER, this);
        engine.order.releases(this);
        engine.observer.timerArmed(this, jiffies);
        armQuietly(jiffies);
    }

    @Override
    public void reduce(long jiffies) {
        engine.point(Operation.ARM_TIMER, this);
        engine.order.releases(this);
        engine.observer.timerArmed(this, jiffies);
        if (!expired && !(expiry.isQueued() && expiry.due() <= engine.now() + jiffies * 1_000_000)) {
            armQuietly(jiffies);
        }
    }

    void armQuietly(long jiffies) {
        disarm();
        engine.schedule(expiry, engine.now() + jiffies * 1_000_000);
    }

    @Override
    public boolean delete() {
        engine.point(Operation.DELETE_TIMER, this);
        boolean wasPending = disarm();
        engine.learn(this, wasPending ? 1 : 0);
        return wasPending;
    }

    /** True if the timer was pending. */
    boolean disarm() {
        if (engine.cancel(expiry)) {
            return true;
        }
        if (!expired) {
            return false;
        }
        expired = false;
        if (context != null && !running) {
            contexts.giveBack(context);
            context = null;
        }
        return true;
    }

    @Override
    public boolean deleteSync() {
        boolean wasPending = delete();
        Task self = engine.self();
        if (running && self == context.task()) {
            engine.checker.violation(Violation.Rule.WAIT_FOR_ITSELF, name() + " waits for itself");
        }
        while (running) {
            waiters.add(self);
            engine.block(Operation.DELETE_TIMER, this);
        }
        engine.order.acquires(waiters);
        return wasPending;
    }

    @Override
    public boolean isPending() {
        engine.point(Operation.ATOMIC_READ, this);
        engine.learn(this, isArmed() ? 1 : 0);
        return isArmed();
    }

    /** Like {@link #isPending}, without being a scheduling point. */
    boolean isArmed() {
        return expired || expiry.isQueued();
    }

    @Override
    public long content() {
        long h = (running ? 1 : 0) + (expired ? 2 : 0) + 4L * waiters.size();
        if (expiry.isQueued()) {
            h = StateTracker.mix(h, expiry.due() - engine.now());
        }
        return context == null ? h : StateTracker.mix(h, context.task().id());
    }

    private void expire() {
        expired = true;
        if (!running) {
            context = contexts.take(this);
        }
    }

    /** Called in the task of the context. */
    void call(Task task) {
        if (!expired) {
            return;
        }
        do {
            expired = false;
            running = true;
            task.label = name();
            engine.order.acquires(this);
            engine.order.acquires(waiters);
            body.run();
            engine.checker.afterFunction(task);
            engine.observer.quiesce(task.name());
            engine.order.releases(waiters);
            running = false;
            for (Task waiter : waiters) {
                engine.makeReady(waiter, false);
            }
            waiters.clear();
        } while (expired);
        engine.forget(task);
        context = null;
    }

    /** The task in which the function runs or is about to; null if there is none. */
    Task runner() {
        return context == null ? null : context.task();
    }
}
