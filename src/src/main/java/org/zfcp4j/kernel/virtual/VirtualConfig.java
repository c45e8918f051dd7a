// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.ToLongFunction;

/**
 * How a virtual kernel runs. By default: first-in-first-out, ends when all is quiet or a rule is broken, with 16 MiB of main
 * storage, no limit but a hundred million steps, and five seconds of patience with a task that does nothing that others could see.
 */
public final class VirtualConfig {
    private Scheduler scheduler = new FifoScheduler();
    private long seed = 1;
    private IntUnaryOperator random;
    private boolean endsWithMain;
    private boolean stopsOnViolation = true;
    private boolean killTakesBack;
    private long stepLimit = 100_000_000;
    private long timeLimitMillis = Long.MAX_VALUE / 1_000_000;
    private long storageSize = 16 << 20;
    private AllocationPolicy allocation = (cache, size, number) -> true;
    private LockOrder lockOrder = new LockOrder();
    private boolean tracksState;
    private boolean tracksOrder;
    private ForgetRule forgetRule;
    private AccessListener accessListener;
    private OrderListener orderListener;
    private int patienceMillis = 5000;
    private Consumer<RunResult> abandoned = result -> { };
    private boolean platformThreads;
    private boolean reusesFreed;
    private long startMicros;
    private ToLongFunction<Task> workerDelay;

    /** The strategy; an object of its own for each run, if it keeps state. */
    public VirtualConfig scheduler(Scheduler strategy) {
        scheduler = strategy;
        return this;
    }

    /** Seed of {@link org.zfcp4j.kernel.Kernel#randomBelow}; the strategy has its own. */
    public VirtualConfig seed(long value) {
        seed = value;
        return this;
    }

    /** Takes the place of the random numbers that the driver asks for: gets a bound above 0, returns a number below it. */
    public VirtualConfig random(IntUnaryOperator function) {
        random = function;
        return this;
    }

    /** The run ends when the main task does, whatever else could run. */
    public VirtualConfig endsWithMain(boolean value) {
        endsWithMain = value;
        return this;
    }

    /** False if a run continues after a violation, which is recorded in either case. */
    public VirtualConfig stopsOnViolation(boolean value) {
        stopsOnViolation = value;
        return this;
    }

    /**
     * True if killing a tasklet that is scheduled takes it back, so that nobody waits, instead of letting it run first as the
     * kernel does: for replaying runs on a machine that works like this.
     */
    public VirtualConfig killTakesBack(boolean value) {
        killTakesBack = value;
        return this;
    }

    /** Operations after which the run is cut off. */
    public VirtualConfig stepLimit(long steps) {
        stepLimit = steps;
        return this;
    }

    /** Virtual time after which the run is cut off. */
    public VirtualConfig timeLimit(long millis) {
        timeLimitMillis = millis;
        return this;
    }

    /** Size of the main storage in bytes. */
    public VirtualConfig storageSize(long bytes) {
        storageSize = bytes;
        return this;
    }

    /** Lets allocations fail. */
    public VirtualConfig allocation(AllocationPolicy policy) {
        allocation = policy;
        return this;
    }

    /** Collects the order of locks over several runs. */
    public VirtualConfig lockOrder(LockOrder order) {
        lockOrder = order;
        return this;
    }

    /**
     * Keeps track of what each task has learned, so that {@link Choice#fingerprint} tells states apart.
     *
     * @param rule where tasks forget, in addition to the ends of work items, tasklets and timer functions; may be null
     */
    public VirtualConfig tracksState(ForgetRule rule) {
        tracksState = true;
        forgetRule = rule;
        return this;
    }

    /** The same by the order of operations alone, for programs whose objects cannot all be digested. */
    public VirtualConfig tracksOrder() {
        tracksOrder = true;
        return this;
    }

    /** Sees all operations; null for none. */
    public VirtualConfig accessListener(AccessListener listener) {
        accessListener = listener;
        return this;
    }

    /** How long a task may go on without an operation before the run is given up, with {@link Violation.Rule#ENDLESS_LOOP}. */
    public VirtualConfig patience(int millis) {
        patienceMillis = millis;
        return this;
    }

    /**
     * Is told of a run that was given up, in a thread of its own. Who hosts runs on virtual threads needs to know: the thread that
     * loops keeps a processor of theirs, so that {@link VirtualKernel#run} may never return there.
     */
    public VirtualConfig whenAbandoned(Consumer<RunResult> listener) {
        abandoned = listener;
        return this;
    }

    /** Tasks run on platform threads: slower, but whatever else runs on virtual ones does not keep them waiting. */
    public VirtualConfig platformThreads() {
        platformThreads = true;
        return this;
    }

    /** Caches hand freed objects and blocks out again, as on a machine, instead of keeping them to find their use. */
    public VirtualConfig reusesFreed() {
        reusesFreed = true;
        return this;
    }

    boolean isReusing() {
        return reusesFreed;
    }

    /** The time of day at the start, in microseconds since 1970; 0, the start of that year, unless set. */
    public VirtualConfig startMicros(long value) {
        startMicros = value;
        return this;
    }

    /**
     * Lets workers get their processor late: gets a worker that could go on, because it was woken or has another item, and returns
     * for how many milliseconds it has to wait before it does.
     */
    public VirtualConfig workerDelay(ToLongFunction<Task> millis) {
        workerDelay = millis;
        return this;
    }

    ToLongFunction<Task> workerDelay() {
        return workerDelay;
    }

    long startMicros() {
        return startMicros;
    }

    int patienceMillis() {
        return patienceMillis;
    }

    Consumer<RunResult> whenAbandoned() {
        return abandoned;
    }

    Thread.Builder threads() {
        return platformThreads ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
    }

    /** Null unless states are told apart. */
    StateTracker newTracker() {
        return tracksOrder ? new OrderTracker(null) : tracksState ? new StateTracker(forgetRule) : null;
    }

    /** Learns what orders tasks; null for none. */
    public VirtualConfig orderListener(OrderListener listener) {
        orderListener = listener;
        return this;
    }

    OrderListener orderListener() {
        return orderListener;
    }

    AccessListener accessListener() {
        return accessListener;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    IntUnaryOperator random() {
        if (random != null) {
            return random;
        }
        SeededRandom seeded = new SeededRandom(seed);
        return seeded::below;
    }

    boolean endsWithMain() {
        return endsWithMain;
    }

    boolean stopsOnViolation() {
        return stopsOnViolation;
    }

    boolean killTakesBack() {
        return killTakesBack;
    }

    long stepLimit() {
        return stepLimit;
    }

    long timeLimitNanos() {
        return timeLimitMillis * 1_000_000;
    }

    long storageSize() {
        return storageSize;
    }

    AllocationPolicy allocation() {
        return allocation;
    }

    LockOrder lockOrder() {
        return lockOrder;
    }
}
