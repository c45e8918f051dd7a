// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.Tasklet;

/** A tasklet, or an interrupt: a task that calls the function once for each time that it was scheduled in between. */
final class VirtualTasklet extends Tasklet implements Shared {
    private final Engine engine;
    private final int id;
    private final Task task;
    private final List<Task> waiters = new ArrayList<>(1);
    private boolean scheduled;
    private boolean running;
    /** Calls of {@link #disable} without their {@link #enable}. */
    private int disabled;

    VirtualTasklet(Engine engine, TaskKind kind, String name, Runnable function) {
        super(name, function);
        this.engine = engine;
        this.id = engine.newSharedId(this);
        this.task = engine.newTask(kind, kind == TaskKind.IRQ ? "irq" : "tasklet", this::serve);
        task.label = name;
        task.target = this;
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
    public void schedule() {
        engine.point(Operation.SCHEDULE, this);
        engine.order.releases(this);
        if (scheduled) {
            return;
        }
        scheduled = true;
        start();
    }

    private void start() {
        if (scheduled && !running && disabled == 0) {
            task.operation = Operation.START;
            engine.makeReady(task, true);
        }
    }

    @Override
    public void disable() {
        engine.checker.maySleep(Operation.DISABLE_TASKLET, this, null);
        engine.point(Operation.DISABLE_TASKLET, this);
        disabled++;
        engine.observer.taskletDisabled(this, scheduled && !running);
        if (scheduled && !running) {
            engine.disable(task);
        }
        while (running) {
            waiters.add(engine.self());
            engine.sleep(Operation.DISABLE_TASKLET, this);
        }
        engine.order.acquires(waiters);
    }

    @Override
    public void enable() {
        engine.point(Operation.ENABLE_TASKLET, this);
        engine.order.releases(this);
        disabled--;
        start();
    }

    @Override
    public void kill() {
        engine.checker.maySleep(Operation.KILL_TASKLET, this, null);
        engine.point(Operation.KILL_TASKLET, this);
        if (engine.config.killTakesBack() && scheduled && !running && disabled == 0) {
            scheduled = false;
            engine.disable(task);
        }
        engine.observer.taskletKilled(this, scheduled && disabled > 0);
        while (scheduled || running) {
            waiters.add(engine.self());
            engine.sleep(Operation.KILL_TASKLET, this);
        }
        engine.order.acquires(waiters);
    }

    @Override
    public long content() {
        return (scheduled ? 1 : 0) + (running ? 2 : 0) + 4L * waiters.size() + ((long) disabled << Integer.SIZE);
    }

    private void serve() {
        while (true) {
            while (!scheduled || disabled != 0) {
                engine.block(Operation.IDLE, this);
            }
            scheduled = false;
            running = true;
            engine.order.acquires(this);
            engine.order.acquires(waiters);
            run();
            engine.checker.afterFunction(task);
            engine.observer.quiesce(task.name());
            engine.order.releases(waiters);
            running = false;
            engine.forget(task);
            if (scheduled && disabled == 0) {
                engine.requeue(task);
            } else {
                waiters.forEach(waiter -> engine.makeReady(waiter, false));
                waiters.clear();
            }
        }
    }

    Task runner() {
        return task;
    }
}
