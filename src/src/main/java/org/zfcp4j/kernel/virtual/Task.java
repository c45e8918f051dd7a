// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.concurrent.locks.LockSupport;

/**
 * A context of the virtual kernel: a thread, a worker, a tasklet, the hardware. It runs on a thread of its own, but
 * only while it is the current task.
 */
public final class Task {
    enum State {
        NEW, READY, RUNNING, BLOCKED, ENDED
    }

    /** Makes a sleeping task runnable again. */
    static final class Alarm extends Event {
        private final Task task;

        Alarm(Task task) {
            this.task = task;
        }

        boolean isSleep() {
            return task.operation == Operation.SLEEP;
        }

        @Override
        void fire() {
            task.timedOut = true;
            switch (task.operation) {
                case SLEEP, DELAY, WAIT_EVENT -> task.engine.makeReady(task, true);
                default -> {
                    // it was woken before
                }
            }
        }

        @Override
        String describe() {
            return "end of " + task.operation + " of " + task.name;
        }
    }

    /** A worker that was held up gets its processor. */
    static final class Turn extends Event {
        private final Task task;

        Turn(Task task) {
            this.task = task;
        }

        @Override
        void fire() {
            task.engine.letGoOn(task);
        }

        @Override
        String describe() {
            return "processor for " + task.name;
        }
    }

    final Engine engine;
    private final int id;
    private final TaskKind kind;
    private final String name;
    private final Runnable body;
    private Thread thread;
    private volatile boolean go;

    State state = State.NEW;
    Operation operation = Operation.START;
    Shared target;
    boolean deferred;
    boolean timedOut;
    /** When it came to its operation, nanoseconds. */
    long arrived;
    /** When its wait ends at the latest; 0 for never. */
    long deadline;
    /** Digest of what it has done and learned since it had last forgotten everything. */
    long seen;
    /** A waker came by since the task put itself on a wait queue. */
    boolean woken;
    /** The wait ends when the thread is asked to stop, so that being blocked in it is no deadlock. */
    boolean waitsForStop;
    /** What the task waits for, evaluated once more when nothing is left to run. */
    java.util.function.BooleanSupplier condition;
    VirtualKThread kthread;
    String label;
    final Alarm alarm = new Alarm(this);
    /** Queued while the task could go on and is held up. */
    final Turn turn = new Turn(this);
    final HeldLocks held = new HeldLocks();

    Task(Engine engine, int id, TaskKind kind, String name, Runnable body) {
        this.engine = engine;
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.label = name;
        this.body = body;
    }

    /** Number in the order of creation, from 1: the same in each run that makes the same decisions. */
    public int id() {
        return id;
    }

    public TaskKind kind() {
        return kind;
    }

    /** Name of the context, as {@link org.zfcp4j.kernel.Kernel#contextName} gives it. */
    public String name() {
        return name;
    }

    /** What runs in the context: the tasklet, timer or work item; else the name. */
    public String label() {
        return label;
    }

    /** What the task does next or is blocked in. */
    public Operation operation() {
        return operation;
    }

    /** What the {@link #operation} is applied to; null if it concerns the task alone. */
    public Shared target() {
        return target;
    }

    /**
     * When it came to its operation, in nanoseconds of virtual time: what it knows it has read before that, however long it was held up
     * since.
     */
    public long arrivedNanos() {
        return arrived;
    }

    /** True for a task that runs only when no thread is runnable, where no preemption takes place. */
    public boolean isDeferred() {
        return deferred;
    }

    public boolean isBlocked() {
        return state == State.BLOCKED;
    }

    public boolean hasEnded() {
        return state == State.ENDED;
    }

    /** True while the task holds a spin lock or an rwlock, or is no process context. */
    public boolean isAtomic() {
        return !kind.maySleep() || held.spinning() > 0;
    }

    /** True while the task holds the lock that an operation of it was applied to. */
    public boolean holds(Shared lock) {
        return lock instanceof LockCore core && held.holds(core);
    }

    /** Where the task is, innermost first, without the frames of the kernel and the JDK. */
    public StackTraceElement[] stack() {
        Thread t = thread;
        return t == null ? new StackTraceElement[0] : Stacks.outsideKernel(t.getStackTrace());
    }

    /** True once the task has run. */
    public boolean wasStarted() {
        return thread != null;
    }

    /** Lets the thread of the task run; the caller must pause or end next. */
    void resume() {
        if (thread == null) {
            thread = engine.config.threads().name(name).unstarted(this::runBody);
            thread.start();
        } else {
            go = true;
            LockSupport.unpark(thread);
        }
    }

    /** Called by the thread of the task: waits until it is resumed. */
    void pause() {
        while (!go) {
            LockSupport.park(this);
        }
        go = false;
        engine.checkAlive();
    }

    private void runBody() {
        Throwable failure = null;
        try {
            engine.checkAlive();
            body.run();
        } catch (TaskDeath death) {
            failure = null;
        } catch (Throwable t) {
            failure = t;
        }
        engine.exit(this, failure);
    }

    @Override
    public String toString() {
        return name + '(' + id + ')';
    }
}
