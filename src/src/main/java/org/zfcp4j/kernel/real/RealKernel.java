// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.KThread;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.kernel.RwLock;
import org.zfcp4j.kernel.SharedMemory;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/**
 * A kernel on platform threads and the wall clock. Interrupts and their tasklets run on the thread of an {@link #interruptSource},
 * those that are scheduled elsewhere on one thread for tasklets and one for interrupts. Timers share a thread; each ordered work
 * queue and each kernel thread has its own. Any other thread is process context.
 *
 * <p>Locking, unlocking, atomics, waking, queueing work, scheduling tasklets and arming timers allocate nothing. There are
 * no interrupts to disable, and contexts are not checked.
 */
public final class RealKernel extends Kernel {
    /** Size of the main storage unless another one is asked for. */
    public static final long DEFAULT_STORAGE = 64L << 20;
    private static final long PATIENCE_MILLIS = 5000;

    private final long start = System.nanoTime();
    private final RealStorage storage;
    private final TimerThread timers = new TimerThread(this);
    private final InterruptThread tasklets = new InterruptThread(this, "tasklet");
    private final InterruptThread interrupts = new InterruptThread(this, "irq");
    private final RealSpinLock lock = new RealSpinLock("threads");
    private final List<QueueThread<?>> workers = new ArrayList<>();
    private final List<RealKThread> kthreads = new ArrayList<>();
    /** Plain: set before anything is handed to a context, and so seen there by the hand-over of what runs in it. */
    private KernelObserver observer = new KernelObserver() { };
    /** Written under {@link #lock}; read by anyone. */
    private volatile Throwable failure;
    private boolean closed;

    public RealKernel() {
        this(DEFAULT_STORAGE);
    }

    /** @param storageSize size of the main storage in bytes */
    public RealKernel(long storageSize) {
        super(System.currentTimeMillis() * 1000);
        storage = new RealStorage(storageSize);
        timers.start();
        tasklets.start();
        interrupts.start();
    }

    long nanosSinceStart() {
        return System.nanoTime() - start;
    }

    void register(QueueThread<?> worker) {
        lock.lock();
        workers.removeIf(old -> old.getState() == Thread.State.TERMINATED);
        workers.add(worker);
        lock.unlock();
    }

    void contextFailed(String context, Throwable thrown) {
        lock.lock();
        if (failure == null) {
            failure = thrown;
        }
        lock.unlock();
        message(LogLevel.ERR, null, null, context + " failed: " + thrown);
    }

    /** What was first thrown in a context of this kernel; null if nothing was. */
    public Throwable failure() {
        return failure;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public KernelObserver observer() {
        return observer;
    }

    /** To be called before anything runs. */
    @Override
    public void setObserver(KernelObserver kernelObserver) {
        observer = kernelObserver;
    }

    @Override
    public long jiffies() {
        return nanosSinceStart() / 1_000_000;
    }

    @Override
    public long micros() {
        return nanosSinceStart() / 1000;
    }

    @Override
    public void msleep(long millis) {
        observer.sleep(millis);
        long deadline = System.nanoTime() + millis * 1_000_000;
        boolean interrupted = false;
        long left;
        while ((left = deadline - System.nanoTime()) > 0) {
            LockSupport.parkNanos(this, left);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void mdelay(long millis) {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void cpuRelax() {
        Thread.onSpinWait();
    }

    @Override
    public int randomBelow(int bound) {
        return bound <= 0 ? 0 : ThreadLocalRandom.current().nextInt(bound);
    }

    @Override
    public boolean inAtomicContext() {
        return false;
    }

    @Override
    public Object current() {
        return Thread.currentThread();
    }

    @Override
    public String contextName() {
        Thread thread = Thread.currentThread();
        return thread instanceof ContextThread context ? context.context() : thread.getName();
    }

    @Override
    public AtomicInt atomicInt(String name, Object owner, int initial) {
        return new RealAtomicInt(name, owner, initial);
    }

    @Override
    public SharedMemory sharedMemory(String name, Object owner) {
        return new RealSharedMemory(name, owner);
    }

    @Override
    public SpinLock spinLock(String name, Object owner) {
        return SpinLocks.named(name);
    }

    @Override
    public RwLock rwLock(String name, Object owner) {
        return new RealRwLock(name);
    }

    @Override
    public Mutex mutex(String name, Object owner) {
        return new RealMutex(name);
    }

    @Override
    public WaitQueue waitQueue(String name, Object owner) {
        return new RealWaitQueue(name);
    }

    @Override
    public Completion completion(String name, Object owner) {
        return new RealCompletion(name);
    }

    @Override
    public WorkQueue orderedWorkQueue(String name) {
        return new RealWorkQueue(this, name).start();
    }

    @Override
    public Work work(String name, Object owner, Consumer<Work> function) {
        return new RealWork(this, timers, name, owner, function);
    }

    @Override
    public Timer timer(String name, Object owner, Runnable function) {
        return new RealTimer(timers, name, owner, function);
    }

    @Override
    public Tasklet tasklet(String name, Runnable function) {
        return new RealTasklet(tasklets, name, false, function);
    }

    @Override
    public Tasklet interrupt(String name, Runnable body) {
        return new RealTasklet(interrupts, name, true, body);
    }

    /**
     * Starts a thread in hard interrupt context for hardware whose interrupts make a blocking call return. What the
     * thread schedules runs on it: an interrupt at once, tasklets after {@code source} has returned.
     *
     * @param source waits for an interrupt and schedules it; false ends the thread, which must happen before {@link #close}; an
     * exception ends it too, and {@link #failure} returns it
     */
    public InterruptSource interruptSource(String name, BooleanSupplier source) {
        InterruptSource thread = new InterruptSource(this, name, source);
        thread.start();
        return thread;
    }

    @Override
    public KThread kthreadRun(String name, Consumer<KThread> body) {
        RealKThread thread = new RealKThread(this, name, body);
        lock.lock();
        kthreads.removeIf(old -> old.thread().getState() == Thread.State.TERMINATED);
        kthreads.add(thread);
        lock.unlock();
        thread.thread().start();
        return thread;
    }

    @Override
    public boolean reusesFreed() {
        return true;
    }

    /** Ends the calling function only: throws a {@link KernelPanic}, which {@link #failure} returns. */
    @Override
    public void panic(String text) {
        KernelPanic panic = new KernelPanic(text);
        contextFailed(contextName(), panic);
        throw panic;
    }

    /**
     * Asks all contexts to end and waits for them. The main storage is given back only if all have ended within five seconds: one
     * that is stuck may still use it.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        lock.lock();
        List<RealKThread> threads = List.copyOf(kthreads);
        List<QueueThread<?>> queues = List.copyOf(workers);
        lock.unlock();
        boolean ended = true;
        threads.forEach(RealKThread::requestStop);
        for (RealKThread thread : threads) {
            ended &= thread.thread().joinFor(PATIENCE_MILLIS);
        }
        timers.requestStop();
        ended &= timers.joinFor(PATIENCE_MILLIS);
        for (QueueThread<?> queue : queues) {
            queue.requestStop();
            ended &= queue.joinFor(PATIENCE_MILLIS);
        }
        for (InterruptThread thread : List.of(interrupts, tasklets)) {
            thread.requestStop();
            ended &= thread.joinFor(PATIENCE_MILLIS);
        }
        if (ended) {
            storage.close();
        }
    }
}
