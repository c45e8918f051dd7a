// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Completion;
import org.zfcp4j.kernel.KThread;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.KernelObserver;
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
import org.zfcp4j.kernel.real.RealKernel;

/**
 * The kernel for real threads, except that tasklets and work items run on the threads of the benchmark: what is measured is the
 * driver, not how fast the operating system wakes a thread.
 */
final class InlineKernel extends Kernel {
    private final RealKernel real = new RealKernel();
    private final long start = System.nanoTime();
    private final List<InlineTasklet> tasklets = new ArrayList<>();

    /** The tasklet whose name begins so. */
    InlineTasklet tasklet(String prefix) {
        return tasklets.stream().filter(tasklet -> tasklet.name().startsWith(prefix)).findFirst().orElseThrow();
    }

    @Override
    public Tasklet tasklet(String name, Runnable function) {
        InlineTasklet tasklet = new InlineTasklet(name, function);
        tasklets.add(tasklet);
        return tasklet;
    }

    @Override
    public WorkQueue orderedWorkQueue(String name) {
        return new InlineWorkQueue(name);
    }

    @Override
    public Work work(String name, Object owner, Consumer<Work> function) {
        return new InlineWork(name, owner, function);
    }

    @Override
    public boolean reusesFreed() {
        return real.reusesFreed();
    }

    @Override
    public Storage storage() {
        return real.storage();
    }

    @Override
    public KernelObserver observer() {
        return real.observer();
    }

    @Override
    public void setObserver(KernelObserver observer) {
        real.setObserver(observer);
    }

    @Override
    public long jiffies() {
        return real.jiffies();
    }

    @Override
    public long micros() {
        return (System.nanoTime() - start) / 1000;
    }

    @Override
    public void msleep(long millis) {
        real.msleep(millis);
    }

    @Override
    public void mdelay(long millis) {
        real.mdelay(millis);
    }

    @Override
    public void cpuRelax() {
        real.cpuRelax();
    }

    @Override
    public int randomBelow(int bound) {
        return real.randomBelow(bound);
    }

    @Override
    public boolean inAtomicContext() {
        return real.inAtomicContext();
    }

    @Override
    public Object current() {
        return real.current();
    }

    @Override
    public String contextName() {
        return real.contextName();
    }

    @Override
    public AtomicInt atomicInt(String name, Object owner, int initial) {
        return real.atomicInt(name, owner, initial);
    }

    @Override
    public SharedMemory sharedMemory(String name, Object owner) {
        return real.sharedMemory(name, owner);
    }

    @Override
    public SpinLock spinLock(String name, Object owner) {
        return real.spinLock(name, owner);
    }

    @Override
    public RwLock rwLock(String name, Object owner) {
        return real.rwLock(name, owner);
    }

    @Override
    public Mutex mutex(String name, Object owner) {
        return real.mutex(name, owner);
    }

    @Override
    public WaitQueue waitQueue(String name, Object owner) {
        return real.waitQueue(name, owner);
    }

    @Override
    public Completion completion(String name, Object owner) {
        return real.completion(name, owner);
    }

    @Override
    public Timer timer(String name, Object owner, Runnable function) {
        return real.timer(name, owner, function);
    }

    @Override
    public KThread kthreadRun(String name, Consumer<KThread> body) {
        return real.kthreadRun(name, body);
    }

    @Override
    public Tasklet interrupt(String name, Runnable body) {
        return real.interrupt(name, body);
    }

    @Override
    public void panic(String text) {
        real.panic(text);
    }

    @Override
    public void close() {
        real.close();
    }
}
