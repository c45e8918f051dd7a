// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.KThread;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.kernel.Poisonable;
import org.zfcp4j.kernel.RwLock;
import org.zfcp4j.kernel.SharedMemory;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/**
 * A kernel that runs one task at a time, in virtual time: every primitive is a scheduling point at which a {@link Scheduler}
 * decides who goes on, time passes only when nothing is runnable (or the strategy says so), and a deadlock, a lost
 * wake-up or a broken rule of contexts ends the run with a report. The same configuration gives the same run.
 *
 * <p>A kernel runs once. Before and after the run its objects may be created, changed and read from outside; what would
 * block is an {@link IllegalStateException} there. Each task acts as if it had a processor of its own.
 */
public final class VirtualKernel extends Kernel {
    /** A turn of a loop that asks the hardware. */
    private static final long RELAX_NANOS = 10_000;

    private final Engine engine;
    private final TimerContexts timerContexts;
    private final VirtualStorage storage;
    private final AllocationCount allocations;
    private final IntUnaryOperator random;
    /** Freed objects, which must stay as they are. */
    private final List<Poisonable> quarantine = new ArrayList<>();

    /** First-in-first-out. */
    public VirtualKernel() {
        this(new VirtualConfig());
    }

    public VirtualKernel(VirtualConfig config) {
        super(config.startMicros());
        engine = new Engine(config);
        timerContexts = new TimerContexts(engine);
        allocations = new AllocationCount(config.allocation());
        storage = new VirtualStorage(engine, allocations, config.storageSize());
        random = config.random();
    }

    /**
     * Runs {@code main} in a task named {@code user}, and all that it sets off, until everything is quiet or the run ends in
     * another way. Returns when no task is left; nothing is thrown whatever the tasks do.
     */
    public RunResult run(Runnable main) {
        return engine.run(main);
    }

    /** Runs and throws unless the run came to an ordinary end. */
    public RunResult runOrThrow(Runnable main) {
        return run(main).orThrow();
    }

    /** Starts another process of the scenario. */
    public Task user(String name, Runnable body) {
        Task task = engine.newTask(TaskKind.USER, name, body);
        engine.point(Operation.CREATE_THREAD, null);
        engine.order.created(task);
        engine.makeReady(task, false);
        return task;
    }

    /** A piece of hardware that does something when its doorbell rings, and when what it did said so. */
    public Hardware hardware(String name, HardwareTask function) {
        return new Hardware(engine, name, function);
    }

    /** Ends the run at the next operation, with {@link Outcome#STOPPED}; for observers that have seen enough. */
    public void stop(String reason) {
        engine.finish(Outcome.STOPPED, reason);
    }

    /** Looks at state without being a scheduling point. */
    public <T> T peek(Supplier<T> look) {
        engine.enterQuiet();
        try {
            return look.get();
        } finally {
            engine.exitQuiet();
        }
    }

    /**
     * Defines how to digest the data behind all locks or shared memory of that name, instead of by the history of the holders; or, for
     * any other name, names a piece of state that no primitive knows of. Without effect unless states are tracked.
     */
    public void describe(String name, LongSupplier content) {
        if (engine.tracker != null) {
            engine.tracker.describe(name, content);
        }
    }

    /**
     * Excludes objects and tasks, by name and {@link Task#label}, from the state digest: they have no influence on what the search
     * looks for. Without effect unless states are tracked.
     */
    public void ignore(Set<String> objects, Set<String> tasks) {
        if (engine.tracker != null) {
            engine.tracker.ignore(objects, tasks);
        }
    }

    /** Null for none. */
    public void setStepListener(StepListener listener) {
        engine.setListener(listener);
    }

    /** The task that runs; null outside a run. */
    public Task currentTask() {
        return engine.isRunning() ? engine.self() : null;
    }

    /** The task that runs, unless an observer looks at things, which is no part of the run; else null. */
    public Task actingTask() {
        return engine.isRunning() && !engine.isQuiet() && !engine.isDying() ? engine.self() : null;
    }

    /** All tasks so far, in the order of creation. */
    public List<Task> tasks() {
        return java.util.Collections.unmodifiableList(engine.tasks());
    }

    /** Who holds which lock now: the tasks in the order of creation, the locks of each in the order of taking. */
    public List<LockHold> lockHolds() {
        List<LockHold> holds = new ArrayList<>();
        for (Task task : engine.tasks()) {
            for (int i = 0; i < task.held.count(); i++) {
                LockCore lock = task.held.lock(i);
                holds.add(new LockHold(lock.name(), lock.owner(), task.name(), task.held.exclusive(i)));
            }
        }
        return holds;
    }

    /** Number of objects that tasks can share, so far: the highest {@link Shared#id}. */
    public int sharedObjects() {
        return engine.sharedObjects();
    }

    /** Operations so far. */
    public long steps() {
        return engine.steps();
    }

    /** Decides which allocations fail. */
    public AllocationPolicy allocationPolicy() {
        return engine.config.allocation();
    }

    /** Learns what orders tasks; null for none. */
    public OrderListener orderListener() {
        return engine.config.orderListener();
    }

    /** Virtual time. */
    public long nanoTime() {
        return engine.now();
    }

    /** The order of locks as seen so far. */
    public LockOrder lockOrder() {
        return engine.checker.lockOrder();
    }

    @Override
    public void freed(String cache, Object object) {
        if (object instanceof Poisonable poisonable) {
            if (poisonable.isPoisoned()) {
                engine.checker.violation(Violation.Rule.STORAGE_MISUSE, "an object of " + cache + " is freed twice");
            } else {
                poisonable.poison();
                quarantine.add(poisonable);
                engine.order.frees(poisonable);
            }
        }
    }

    /** Descriptions of what was written to after it was freed, or beyond its end: blocks of main storage, and objects. */
    public List<String> corruptions() {
        List<String> found = new ArrayList<>(storage.corruptions());
        for (Poisonable freed : quarantine) {
            if (!freed.isPoisoned()) {
                found.add("written after it was freed: an object of type " + freed.getClass().getSimpleName());
            }
        }
        return found;
    }

    @Override
    public boolean reusesFreed() {
        return engine.config.isReusing();
    }

    @Override
    public VirtualStorage storage() {
        return storage;
    }

    @Override
    public KernelObserver observer() {
        return engine.observer;
    }

    @Override
    public void setObserver(KernelObserver observer) {
        engine.observer.setTarget(observer);
    }

    @Override
    public long jiffies() {
        engine.learnTime();
        return engine.jiffies();
    }

    @Override
    public long micros() {
        return engine.now() / 1000;
    }

    @Override
    public void msleep(long millis) {
        engine.checker.maySleep(Operation.SLEEP, null, null);
        engine.point(Operation.SLEEP, null);
        engine.observer.sleep(millis);
        engine.schedule(engine.self().alarm, engine.now() + millis * 1_000_000);
        engine.sleep(Operation.SLEEP, null);
    }

    @Override
    public void mdelay(long millis) {
        engine.delay(millis * 1_000_000);
    }

    @Override
    public void cpuRelax() {
        engine.delay(RELAX_NANOS);
    }

    @Override
    public int randomBelow(int bound) {
        engine.draws();
        return bound <= 0 ? 0 : random.applyAsInt(bound);
    }

    @Override
    public boolean inAtomicContext() {
        return engine.self().isAtomic();
    }

    @Override
    public Object current() {
        return engine.self();
    }

    @Override
    public String contextName() {
        return engine.self().name();
    }

    @Override
    public boolean mayAllocate(String cache) {
        return allocations.allow(cache, 0);
    }

    @Override
    public AtomicInt atomicInt(String name, Object owner, int initial) {
        return new VirtualAtomicInt(engine, name, owner, initial);
    }

    @Override
    public SharedMemory sharedMemory(String name, Object owner) {
        return new VirtualSharedMemory(engine, name, owner);
    }

    @Override
    public SpinLock spinLock(String name, Object owner) {
        return new VirtualSpinLock(engine, name, owner);
    }

    /**
     * Tells one stretch of time, in which a task holds a lock for writing, from all others: a number that no other hold of that lock
     * has; 0 if no task of that name holds it so.
     *
     * @param lock a lock of this kernel
     */
    public long writeHold(RwLock lock, String taskName) {
        return ((VirtualRwLock) lock).core().exclusiveHold(taskName);
    }

    @Override
    public RwLock rwLock(String name, Object owner) {
        return new VirtualRwLock(engine, name, owner);
    }

    @Override
    public Mutex mutex(String name, Object owner) {
        return new VirtualMutex(engine, name, owner);
    }

    @Override
    public WaitQueue waitQueue(String name, Object owner) {
        return new VirtualWaitQueue(engine, name, owner);
    }

    @Override
    public Completion completion(String name, Object owner) {
        return new VirtualCompletion(engine, name, owner);
    }

    @Override
    public WorkQueue orderedWorkQueue(String name) {
        return new VirtualWorkQueue(engine, name);
    }

    @Override
    public Work work(String name, Object owner, Consumer<Work> function) {
        return new VirtualWork(engine, timerContexts, name, owner, function);
    }

    @Override
    public Timer timer(String name, Object owner, Runnable function) {
        return new VirtualTimer(engine, timerContexts, name, owner, function);
    }

    @Override
    public Tasklet tasklet(String name, Runnable function) {
        return new VirtualTasklet(engine, TaskKind.TASKLET, name, function);
    }

    @Override
    public Tasklet interrupt(String name, Runnable body) {
        return new VirtualTasklet(engine, TaskKind.IRQ, name, body);
    }

    @Override
    public KThread kthreadRun(String name, Consumer<KThread> body) {
        VirtualKThread thread = new VirtualKThread(engine, name, body);
        thread.start();
        return thread;
    }

    @Override
    public void panic(String text) {
        if (!engine.isRunning()) {
            throw new IllegalStateException("panic: " + text);
        }
        throw engine.finish(Outcome.PANIC, text);
    }

    /** True if the run was given up while a task loops, which may still use what the run used. */
    public boolean isAbandoned() {
        return engine.isAbandoned();
    }

    /** Gives the main storage back; after the run. One that a lost task may still use is lost too. */
    @Override
    public void close() {
        if (!engine.isAbandoned()) {
            storage.close();
        }
    }
}
