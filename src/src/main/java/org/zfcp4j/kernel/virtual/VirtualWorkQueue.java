// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/** An ordered work queue: one worker, which is a task of its own. */
final class VirtualWorkQueue extends WorkQueue implements Shared {
    private final Engine engine;
    private final int id;
    private final Task worker;
    private final ArrayDeque<VirtualWork> items = new ArrayDeque<>();
    private final List<Task> waiters = new ArrayList<>(1);
    private VirtualWork running;
    private boolean draining;
    private boolean destroyed;

    VirtualWorkQueue(Engine engine, String name) {
        super(name);
        this.engine = engine;
        this.id = engine.newSharedId(this);
        this.worker = engine.newTask(TaskKind.WORKER, name, this::serve);
        worker.operation = Operation.IDLE;
        worker.target = this;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public Object owner() {
        return null;
    }

    @Override
    public boolean queue(Work work) {
        return ((VirtualWork) work).queueOn(this, 0);
    }

    @Override
    public boolean queueDelayed(Work work, long jiffies) {
        return ((VirtualWork) work).queueOn(this, jiffies);
    }

    @Override
    public long content() {
        long h = (draining ? 1 : 0) + (destroyed ? 2 : 0) + 4L * waiters.size();
        for (VirtualWork work : items) {
            h = StateTracker.mix(h, work.id());
        }
        return running == null ? h : StateTracker.mix(h, -running.id());
    }

    Task worker() {
        return worker;
    }

    VirtualWork running() {
        return running;
    }

    /** False, with a violation, once the queue is being destroyed; an item that runs on it may still queue others then. */
    boolean accepts(VirtualWork work) {
        if (destroyed || draining && engine.self() != worker) {
            engine.checker.violation(Violation.Rule.WORK_ON_DESTROYED_QUEUE, work.name() + " queued on " + name());
            return false;
        }
        return true;
    }

    void append(VirtualWork work) {
        items.addLast(work);
        if (worker.operation == Operation.IDLE) {
            worker.operation = Operation.START_WORK;
            engine.makeReady(worker, false);
        }
    }

    boolean holds(VirtualWork work) {
        return items.contains(work);
    }

    void remove(VirtualWork work) {
        items.remove(work);
        wakeDestroyer();
    }

    private void serve() {
        while (!destroyed) {
            if (items.isEmpty()) {
                worker.label = name();
                engine.sleep(Operation.IDLE, this);
                continue;
            }
            engine.point(Operation.START_WORK, this);
            VirtualWork work = items.poll();
            if (work != null) {
                execute(work);
                if (!items.isEmpty()) {
                    engine.waitForTurn();
                }
            }
        }
        waiters.forEach(waiter -> engine.makeReady(waiter, false));
    }

    private void execute(VirtualWork work) {
        running = work;
        worker.label = work.name();
        work.execute();
        engine.checker.afterFunction(worker);
        running = null;
        engine.forget(worker);
        work.wakeWaiters();
        wakeDestroyer();
    }

    private void wakeDestroyer() {
        if (draining && items.isEmpty() && running == null) {
            waiters.forEach(waiter -> engine.makeReady(waiter, false));
        }
    }

    @Override
    public void destroy() {
        engine.checker.maySleep(Operation.DESTROY_WORK_QUEUE, this, null);
        engine.point(Operation.DESTROY_WORK_QUEUE, this);
        draining = true;
        waiters.add(engine.self());
        while (!items.isEmpty() || running != null) {
            engine.sleep(Operation.DESTROY_WORK_QUEUE, this);
        }
        destroyed = true;
        engine.order.acquires(this);
        if (!worker.wasStarted()) {
            // It has nothing to run any more, and nobody has seen it yet.
            worker.state = Task.State.ENDED;
        } else if (!worker.hasEnded()) {
            engine.makeReady(worker, false);
            while (!worker.hasEnded()) {
                engine.sleep(Operation.DESTROY_WORK_QUEUE, this);
            }
        }
        waiters.clear();
    }
}
