// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What all locks have in common. A task that is about to take the lock is runnable only while the lock is available to it, so
 * that a strategy is never offered a task that would block at once. Whoever of several contenders runs first gets it.
 */
final class LockCore implements Shared {
    private final Engine engine;
    private final int id;
    private final String name;
    private final Object owner;
    private final boolean spins;
    private final LockClass lockClass;
    private Task writer;
    /** How often the lock was taken exclusively. */
    private long holds;
    /** Digest of what the last holder knew when it let go. */
    private long data;
    private final List<Task> readers = new ArrayList<>(2);
    private final List<Contender> contenders = new ArrayList<>(2);

    private record Contender(Task task, boolean exclusive) {
    }

    /** @param spins false for a sleeping lock */
    LockCore(Engine engine, String name, Object owner, boolean spins) {
        this.engine = engine;
        this.id = engine.newSharedId(this);
        this.name = name;
        this.owner = owner;
        this.spins = spins;
        this.lockClass = engine.checker.lockOrder().lockClass(name);
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
        return owner;
    }

    @Override
    public long content() {
        long h = writer == null ? 0 : StateTracker.mix(writer.id(), 1);
        for (int i = 0; i < readers.size(); i++) {
            h += StateTracker.mix(readers.get(i).id(), 2);
        }
        // what was described is digested once, by its name
        return engine.tracker.description(name) != null ? h : h + data;
    }

    private long data() {
        LongSupplier description = engine.tracker.description(name);
        return description == null ? data : description.getAsLong();
    }

    boolean spins() {
        return spins;
    }

    LockClass lockClass() {
        return lockClass;
    }

    /** The task that holds the lock exclusively, or one that shares it; null if it is free. */
    Task holder() {
        return writer != null ? writer : readers.isEmpty() ? null : readers.get(0);
    }

    void assertHeld() {
        Task self = engine.self();
        if (writer != self && !readers.contains(self)) {
            engine.checker.violation(Violation.Rule.LOCK_NOT_HELD, name + " is "
                + (holder() == null ? "not held" : "held by " + holder()) + " where the caller has to hold it");
        }
    }

    /** Which exclusive hold of the lock this is, if a task named so has it; else 0. */
    long exclusiveHold(String taskName) {
        return writer != null && writer.name().equals(taskName) ? holds : 0;
    }

    void acquire(Operation operation, boolean exclusive, boolean irq) {
        Task self = engine.self();
        if (writer == self || exclusive && readers.contains(self)) {
            engine.checker.violation(Violation.Rule.LOCK_RECURSION, name + " is held by the task that takes it");
        }
        engine.checker.beforeAcquire(self, this, exclusive, irq);
        if (engine.isRunning() && !engine.isQuiet()) {
            contend(self, operation, exclusive);
        } else if (!isAvailable(exclusive)) {
            throw new IllegalStateException(name + " is held by " + holder());
        }
        take(self, exclusive);
        if (engine.tracker != null) {
            engine.learn(this, data());
        }
        self.held.push(this, exclusive, irq);
    }

    private void contend(Task self, Operation operation, boolean exclusive) {
        Contender me = new Contender(self, exclusive);
        contenders.add(me);
        if (isAvailable(exclusive)) {
            engine.point(operation, this);
        }
        while (!isAvailable(exclusive)) {
            if (spins) {
                engine.block(operation, this);
            } else {
                engine.sleep(operation, this);
            }
        }
        contenders.remove(me);
    }

    private boolean isAvailable(boolean exclusive) {
        return writer == null && (!exclusive || readers.isEmpty());
    }

    private void take(Task self, boolean exclusive) {
        engine.order.acquires(this);
        if (exclusive) {
            engine.order.acquires(readers);
            writer = self;
            holds++;
        } else {
            readers.add(self);
        }
        // Without preemption a woken task keeps its place among the runnable ones, as in the kernel, and retries.
        for (Contender contender : contenders) {
            if (engine.preempts() && !isAvailable(contender.exclusive)) {
                engine.disable(contender.task);
            }
        }
    }

    void release(boolean exclusive) {
        if (engine.isDying()) {
            return;
        }
        Task self = engine.self();
        if (!self.held.pop(this, exclusive)) {
            Task holder = holder();
            engine.checker.violation(Violation.Rule.UNLOCK_BY_NON_OWNER,
                name + " is " + (holder == null ? "not held" : "held by " + holder));
            return;
        }
        engine.released(self, this);
        engine.order.releases(exclusive ? this : readers);
        engine.touches(this);
        if (exclusive) {
            writer = null;
            data = self.seen;
        } else {
            readers.remove(self);
        }
        for (Contender contender : contenders) {
            if (isAvailable(contender.exclusive)) {
                engine.makeReady(contender.task, false);
            }
        }
    }
}
