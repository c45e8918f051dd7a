// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.function.Consumer;
import org.zfcp4j.linux.LinuxSource;

/**
 * The only door to time, threads and shared mutable state for everything above. Two implementations: one on
 * {@code java.util.concurrent} and the wall clock, one that runs a task at a time in virtual time. A {@code name} is the C
 * name of the variable; an {@code owner} the object it is a member of. Code above cannot tell which one it runs on.
 */
public abstract class Kernel implements AutoCloseable {
    /** Jiffies a second: one jiffy is one millisecond. */
    public static final int HZ = 1000;

    /** The TOD clock at the start of 1970. */
    public static final long TOD_UNIX_EPOCH = 0x7d91048bca000000L;
    /** Bit 51 of the TOD clock counts microseconds. */
    private static final int TOD_MICROS_SHIFT = 12;

    private final long todStart;

    /** A kernel that starts with the year 1970. */
    protected Kernel() {
        this(0);
    }

    /** @param startMicros the time at which it starts, in microseconds since 1970 */
    protected Kernel(long startMicros) {
        todStart = TOD_UNIX_EPOCH + (startMicros << TOD_MICROS_SHIFT);
    }

    /** {@code msecs_to_jiffies}. */
    public static int msecsToJiffies(int msecs) {
        return msecs * HZ / 1000;
    }

    public abstract Storage storage();

    /** The observer set by the environment, never null. */
    public abstract KernelObserver observer();

    public abstract void setObserver(KernelObserver observer);

    /** Milliseconds since the start of the kernel. */
    public abstract long jiffies();

    /** Microseconds since the start of the kernel. */
    public abstract long micros();

    /** {@code get_tod_clock}: the time of day, unsigned. Bit 51 counts microseconds; it began with the year 1900. */
    public final long todClock() {
        return todStart + (micros() << TOD_MICROS_SHIFT);
    }

    /** {@code msleep}: process context. */
    public abstract void msleep(long millis);

    /** {@code ssleep}: process context. */
    public final void ssleep(long seconds) {
        msleep(seconds * 1000);
    }

    /** {@code mdelay}: waits without giving up the processor. Any context, also with spin locks held. */
    public abstract void mdelay(long millis);

    /**
     * {@code cpu_relax}: for a loop that waits for the time to pass or for the hardware. In virtual time, which stands still while a
     * context computes, some passes. Any context, also with spin locks held.
     */
    public abstract void cpuRelax();

    /** {@code prandom_u32_max}: 0 for a bound of 0. */
    public abstract int randomBelow(int bound);

    /**
     * True in hard or soft interrupt context, or while a spin lock is held; always false where that is not tracked.
     */
    public abstract boolean inAtomicContext();

    /** {@code current}: what stands for the context that runs, to be compared by identity and nothing else. */
    public abstract Object current();

    /** Name of the context that runs: a thread, {@code irq}, {@code tasklet}, {@code timer}. */
    public abstract String contextName();

    public abstract AtomicInt atomicInt(String name, Object owner, int initial);

    /** Memory that is accessed without a lock; see {@link SharedMemory}. */
    public abstract SharedMemory sharedMemory(String name, Object owner);

    public abstract SpinLock spinLock(String name, Object owner);

    public abstract RwLock rwLock(String name, Object owner);

    public abstract Mutex mutex(String name, Object owner);

    public abstract WaitQueue waitQueue(String name, Object owner);

    public abstract Completion completion(String name, Object owner);

    public abstract WorkQueue orderedWorkQueue(String name);

    /** {@code INIT_WORK} and {@code INIT_DELAYED_WORK}. */
    public abstract Work work(String name, Object owner, Consumer<Work> function);

    public abstract Timer timer(String name, Object owner, Runnable function);

    public abstract Tasklet tasklet(String name, Runnable function);

    /** {@code kthread_run}: starts a thread of process context that calls {@code body} once. */
    public abstract KThread kthreadRun(String name, Consumer<KThread> body);

    /**
     * A context that plays the hardware or its interrupts: {@code body} runs each time {@link Tasklet#schedule} is called on
     * the result, in hard interrupt context.
     */
    public abstract Tasklet interrupt(String name, Runnable body);

    /**
     * {@code dev_err}, {@code dev_warn}, {@code dev_info}.
     *
     * @param device may be null
     * @param function the C function that has the message, file and name as in {@link LinuxSource}; null for the kernel's own
     * @param text in own words, without a line end
     */
    public final void message(LogLevel level, Device device, String function, String text) {
        observer().message(level, device, function, text);
    }

    /**
     * False when the environment lets the next allocation from {@code cache} fail; asked for each allocation. Heap objects of
     * the port and off-heap memory alike go through it.
     */
    public boolean mayAllocate(String cache) {
        return true;
    }

    /**
     * Whether an object that was freed may be handed out again, as the kernel's own caches do; not where the use of freed objects
     * is to be found.
     */
    public boolean reusesFreed() {
        return false;
    }

    /** An object of a cache was freed and will not be handed out again; for an environment that looks for its use. */
    public void freed(String cache, Object object) {
    }

    /** {@code panic}: ends the run. */
    public abstract void panic(String text);

    /** Ends all contexts and gives the main storage back; nothing of this kernel may be used any more. */
    @Override
    public abstract void close();
}
