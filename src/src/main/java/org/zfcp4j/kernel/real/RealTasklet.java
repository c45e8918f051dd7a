// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Tasklet;

/** A tasklet or an interrupt; scheduling it allocates nothing. */
final class RealTasklet extends Tasklet {
    private static final VarHandle SCHEDULED;

    static {
        try {
            SCHEDULED = MethodHandles.lookup().findVarHandle(RealTasklet.class, "scheduled", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final InterruptThread thread;
    private final ListNode<RealTasklet> node = new ListNode<>(this);
    private final Runnable body = this::run;
    @SuppressWarnings("unused")
    private int scheduled;

    RealTasklet(InterruptThread thread, String name, Runnable function) {
        super(name, function);
        this.thread = thread;
    }

    Runnable body() {
        return body;
    }

    /** Called by the thread with its lock, right after this became its current one. */
    void taken() {
        SCHEDULED.setVolatile(this, 0);
    }

    @Override
    public void schedule() {
        if (!SCHEDULED.compareAndSet(this, 0, 1)) {
            return;
        }
        thread.lock().lock();
        boolean wake = thread.append(node);
        thread.lock().unlock();
        if (wake) {
            thread.wake();
        }
    }

    @Override
    public void kill() {
        // in this order: a tasklet becomes the current one before it stops being scheduled
        for (int look = 0; (int) SCHEDULED.getVolatile(this) != 0 || thread.current() == this; look++) {
            Spin.pause(look);
        }
    }
}
