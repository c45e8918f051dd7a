// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.KThread;

/** A kernel thread. A wait whose condition asks {@link #shouldStop} is one in which the thread is idle. */
final class VirtualKThread extends KThread implements Shared {
    private final Engine engine;
    private final int id;
    private final Task task;
    private final List<Task> stoppers = new ArrayList<>(1);
    private boolean stop;

    VirtualKThread(Engine engine, String name, Consumer<KThread> body) {
        super(name);
        this.engine = engine;
        this.id = engine.newSharedId(this);
        this.task = engine.newTask(TaskKind.THREAD, name, () -> body.accept(this));
        task.kthread = this;
    }

    void start() {
        engine.point(Operation.CREATE_THREAD, this);
        engine.order.created(task);
        engine.makeReady(task, false);
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
    public long content() {
        return stop ? 1 : 0;
    }

    Task task() {
        return task;
    }

    @Override
    public boolean shouldStop() {
        engine.point(Operation.SHOULD_STOP, this);
        engine.learn(this, stop ? 1 : 0);
        if (stop) {
            engine.order.acquires(this);
        }
        task.waitsForStop = true;
        return stop;
    }

    @Override
    public void stop() {
        engine.checker.maySleep(Operation.STOP_THREAD, this, null);
        if (engine.self() == task) {
            engine.checker.violation(Violation.Rule.WAIT_FOR_ITSELF, name() + " stops itself");
        }
        engine.point(Operation.STOP_THREAD, this);
        stop = true;
        engine.order.releases(this);
        VirtualWaitQueue.wake(task);
        while (!task.hasEnded()) {
            stoppers.add(engine.self());
            engine.sleep(Operation.STOP_THREAD, this);
        }
        engine.order.acquires(stoppers);
    }

    void ended() {
        engine.order.releases(stoppers);
        task.state = Task.State.ENDED;
        for (Task stopper : stoppers) {
            engine.makeReady(stopper, false);
        }
        stoppers.clear();
    }
}
