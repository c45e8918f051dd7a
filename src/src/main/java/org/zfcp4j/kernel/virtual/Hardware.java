// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** The task that plays a piece of hardware: calls its {@link HardwareTask} when it has something to do. */
public final class Hardware implements Shared {
    private final Engine engine;
    private final int id;
    private final String name;
    private final HardwareTask function;
    private final Task task;
    private final Event due = new Event() {
        @Override
        void fire() {
            task.operation = Operation.HARDWARE_STEP;
            engine.makeReady(task, true);
        }

        @Override
        String describe() {
            return "hardware " + name;
        }
    };
    private boolean rung;

    Hardware(Engine engine, String name, HardwareTask function) {
        this.engine = engine;
        this.id = engine.newSharedId(this);
        this.name = name;
        this.function = function;
        this.task = engine.newTask(TaskKind.CHANNEL, name, this::serve);
        task.operation = Operation.IDLE;
        task.target = this;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Object owner() {
        return null;
    }

    @Override
    public long content() {
        long h = rung ? 1 : 0;
        return due.isQueued() ? StateTracker.mix(h, due.due() - engine.now()) : h;
    }

    /** Something has changed that the hardware has to look at: it does so as soon as it is its turn. Any context. */
    public void doorbell() {
        // What it rings for was done before, without a point in between.
        engine.touches(this);
        engine.point(Operation.DOORBELL, this);
        engine.order.releases(this);
        rung = true;
        if (task.operation == Operation.IDLE) {
            task.operation = Operation.HARDWARE_STEP;
            engine.cancel(due);
            engine.makeReady(task, true);
        }
    }

    private void serve() {
        while (true) {
            engine.point(Operation.HARDWARE_STEP, this);
            if (rung) {
                engine.order.acquires(this);
            }
            rung = false;
            long next = function.step(engine.now());
            engine.forget(task);
            if (rung || next <= engine.now()) {
                engine.requeue(task);
            } else {
                if (next != HardwareTask.IDLE) {
                    engine.schedule(due, next);
                }
                engine.block(Operation.IDLE, this);
            }
        }
    }
}
