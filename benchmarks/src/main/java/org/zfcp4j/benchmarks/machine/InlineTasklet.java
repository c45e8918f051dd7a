// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.zfcp4j.kernel.Tasklet;

/**
 * A tasklet that runs on the thread that scheduled it, when that thread lets it ({@link #runPending}), as a soft interrupt runs on
 * the processor that raised it; and on one thread at a time.
 */
final class InlineTasklet extends Tasklet {
    private static final VarHandle SCHEDULED = field("scheduled");
    private static final VarHandle RUNNING = field("running");

    @SuppressWarnings("unused")
    private int scheduled;
    @SuppressWarnings("unused")
    private int running;

    InlineTasklet(String name, Runnable function) {
        super(name, function);
    }

    private static VarHandle field(String name) {
        try {
            return MethodHandles.lookup().findVarHandle(InlineTasklet.class, name, int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public void schedule() {
        SCHEDULED.getAndSet(this, 1);
    }

    boolean isScheduled() {
        return (int) SCHEDULED.getVolatile(this) != 0;
    }

    /** Runs the function while it is scheduled, unless another thread is running it, which then runs it again. */
    void runPending() {
        while (isScheduled() && RUNNING.compareAndSet(this, 0, 1)) {
            SCHEDULED.getAndSet(this, 0);
            run();
            RUNNING.getAndSet(this, 0);
        }
    }

    @Override
    public void kill() {
        SCHEDULED.getAndSet(this, 0);
        while ((int) RUNNING.getVolatile(this) != 0) {
            Thread.onSpinWait();
        }
    }

    /** The benchmarks run level 5.10, whose driver disables no tasklet. */
    @Override
    public void disable() {
        throw new IllegalStateException("no tasklet is disabled here");
    }

    @Override
    public void enable() {
        throw new IllegalStateException("no tasklet is disabled here");
    }
}
