// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;
import org.zfcp4j.kernel.Completion;

/** Counts completions; each lets one waiter go on. */
final class RealCompletion extends Completion {
    private static final VarHandle DONE;

    static {
        try {
            DONE = MethodHandles.lookup().findVarHandle(RealCompletion.class, "done", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused")
    private int done;
    private final RealWaitQueue queue;
    private final BooleanSupplier take = this::tryTake;

    RealCompletion(String name) {
        super(name);
        queue = new RealWaitQueue(name);
    }

    @Override
    public void init() {
        // nobody waits yet: whatever publishes the object orders this
        DONE.set(this, 0);
    }

    @Override
    public void waitForCompletion() {
        queue.waitEvent(take);
    }

    private boolean tryTake() {
        int old = (int) DONE.getVolatile(this);
        while (old > 0) {
            int witness = (int) DONE.compareAndExchange(this, old, old - 1);
            if (witness == old) {
                return true;
            }
            old = witness;
        }
        return false;
    }

    @Override
    public void complete() {
        // a release for the waiter; the fence in wakeUp orders it before the check for waiters
        DONE.getAndAdd(this, 1);
        queue.wakeUp();
    }

    @Override
    public boolean isDone() {
        return (int) DONE.getVolatile(this) > 0;
    }
}
