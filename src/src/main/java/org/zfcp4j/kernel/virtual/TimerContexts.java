// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayDeque;

/** The soft interrupt contexts that call timer functions; as many as expired timers that were not through yet. */
final class TimerContexts {
    /** A task and the timer that it serves. */
    static final class Context {
        private final Task task;
        private VirtualTimer timer;

        private Context(Engine engine, TimerContexts pool) {
            task = engine.newTask(TaskKind.TIMER, "timer", () -> pool.serve(this));
        }

        Task task() {
            return task;
        }
    }

    private final Engine engine;
    private final ArrayDeque<Context> idle = new ArrayDeque<>();

    TimerContexts(Engine engine) {
        this.engine = engine;
    }

    Context take(VirtualTimer timer) {
        Context context = idle.poll();
        if (context == null) {
            context = new Context(engine, this);
        }
        context.timer = timer;
        context.task.label = timer.name();
        context.task.target = timer;
        context.task.operation = Operation.START;
        engine.makeReady(context.task, true);
        return context;
    }

    /** The timer was deleted before its function began. */
    void giveBack(Context context) {
        context.timer = null;
        engine.disable(context.task);
        context.task.operation = Operation.IDLE;
        idle.addFirst(context);
    }

    private void serve(Context context) {
        while (true) {
            if (context.timer != null) {
                context.timer.call(context.task);
                context.timer = null;
                idle.addFirst(context);
            }
            engine.block(Operation.IDLE, null);
        }
    }
}
