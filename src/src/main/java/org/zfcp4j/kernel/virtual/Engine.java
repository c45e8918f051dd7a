// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs one task at a time. Control is handed over directly: at a scheduling point the running task asks the strategy who goes
 * on; if it is another one, it resumes that one and pauses. There is no scheduler thread, so a run takes as many
 * switches as it has changes of task. All fields are touched by the current task only, or by the host before and
 * after the run.
 */
final class Engine {
    final VirtualConfig config;
    final ContextChecker checker;
    final QuietObserver observer;
    /** Null unless states are told apart. */
    final StateTracker tracker;
    private final AccessListener accesses;
    /** What orders tasks, for whoever wants to know. */
    final OrderHooks order;
    private final Scheduler scheduler;
    private final boolean preempts;
    private final boolean advancesEarly;
    private final VirtualClock clock = new VirtualClock();
    private final ReadyQueue ready = new ReadyQueue();
    private final Decisions decisions = new Decisions();
    private final RunEnd end = new RunEnd();
    private final List<Task> tasks = new ArrayList<>();
    private final Choice choice = new Choice(this);
    private final Task outside;
    private Task current;
    private Task main;
    private long steps;
    private int nextTask = 1;
    private int nextShared = 1;
    private int quiet;
    private StepListener listener;
    /** The task that lets others go first, though it could go on; while it is decided who does. */
    private Task yielded;
    private final Shared randomness;

    Engine(VirtualConfig config) {
        this.config = config;
        this.checker = new ContextChecker(this, config.lockOrder());
        this.observer = new QuietObserver(this);
        this.tracker = config.newTracker();
        this.accesses = config.accessListener();
        this.order = new OrderHooks(this, config.orderListener());
        this.scheduler = config.scheduler();
        this.preempts = scheduler.preempts();
        this.advancesEarly = scheduler.advancesEarly();
        this.randomness = new VirtualSharedMemory(this, "random numbers", null);
        this.outside = new Task(this, 0, TaskKind.USER, "init", () -> { });
    }

    /** The task that runs, or the one that stands for code outside a run. */
    Task self() {
        return current == null ? outside : current;
    }

    boolean isRunning() {
        return current != null;
    }

    boolean isDying() {
        return end.isDying();
    }

    long now() {
        return clock.now();
    }

    long jiffies() {
        return clock.jiffies();
    }

    List<Task> tasks() {
        return tasks;
    }

    int newSharedId(Shared object) {
        if (tracker != null) {
            tracker.register(object);
        }
        return nextShared++;
    }

    int sharedObjects() {
        return nextShared - 1;
    }

    int readyCount() {
        return ready.size();
    }

    Task yielded() {
        return yielded;
    }

    Task ready(int index) {
        return ready.get(index);
    }

    boolean mayAdvance() {
        return advancesEarly && clock.hasEvents();
    }

    boolean nextIsWakeUp() {
        return clock.first() instanceof Task.Alarm alarm && alarm.isSleep();
    }

    long nextEvent() {
        return clock.firstDue();
    }

    String nextEventName() {
        return clock.hasEvents() ? clock.first().describe() : null;
    }

    long steps() {
        return steps;
    }

    long decisions() {
        return decisions.count();
    }

    void setListener(StepListener stepListener) {
        listener = stepListener;
    }

    /** Until {@link #exitQuiet}, operations are no scheduling points: an observer looks at things. */
    void enterQuiet() {
        quiet++;
    }

    void exitQuiet() {
        quiet--;
    }

    boolean isQuiet() {
        return quiet != 0;
    }

    /** The current task is about to do something that others may see: they may come first. */
    void point(Operation operation, Shared target) {
        Task self = current;
        if (self == null || quiet != 0) {
            return;
        }
        self.operation = operation;
        self.target = target;
        self.arrived = clock.now();
        checkAlive();
        if (tracker != null) {
            tracker.pending(self);
        }
        countStep(self);
        if (preempts) {
            offer(self);
        }
        performs(self);
    }

    private void performs(Task self) {
        if (tracker != null) {
            tracker.performed(self, clock.now());
        }
        if (accesses != null) {
            accesses.access(self);
        }
    }

    void released(Task self, Shared lock) {
        if (accesses != null && current != null && quiet == 0) {
            accesses.released(self, lock);
        }
    }

    /** The current task has got to know a result that depends on what others did. */
    void learn(Shared from, long result) {
        if (tracker != null && current != null && quiet == 0 && !tracker.ignores(from.name())) {
            current.seen = StateTracker.mix(current.seen, result);
        }
    }

    /** The current task has changed something by the way. */
    void touches(Shared object) {
        if (tracker != null && current != null && quiet == 0) {
            tracker.touched(current, object);
        }
    }

    /** The current task draws a random number: the order of those who do so matters. */
    void draws() {
        if (main != null && current != null) {
            touches(randomness);
        }
    }

    /** The current task has looked at the clock. */
    void learnTime() {
        if (tracker != null && current != null && quiet == 0) {
            current.seen = StateTracker.mix(current.seen, clock.now());
        }
    }

    /** The task has returned to where nothing is left of what it has learned. */
    void forget(Task task) {
        task.seen = 0;
    }

    long fingerprint() {
        quiet++;
        try {
            return tracker.fingerprint(tasks, clock.now());
        } finally {
            quiet--;
        }
    }

    private void countStep(Task self) {
        if (++steps > config.stepLimit()) {
            throw end.because(Outcome.LIMIT, "limit of " + config.stepLimit() + " steps reached");
        }
        if (listener != null) {
            quiet++;
            try {
                listener.step(self);
            } finally {
                quiet--;
            }
            checkAlive();
        }
    }

    private void offer(Task self) {
        clock.fireDue();
        while (ready.size() > 0 || mayAdvance()) {
            int pick = ask(self);
            if (pick == 0) {
                return;
            }
            if (pick > ready.size()) {
                clock.advance();
            } else {
                Task next = ready.take(pick - 1);
                ready.append(self);
                switchTo(next, self);
                return;
            }
        }
    }

    private int ask(Task runnable) {
        int pick;
        try {
            pick = scheduler.choose(choice.of(runnable));
        } catch (RuntimeException e) {
            throw end.because(e, "the scheduler failed: " + e);
        }
        checkAlive();
        int others = runnable == null ? 0 : 1;
        int limit = ready.size() + others;
        if (pick < 0 || pick > limit || pick == limit && !mayAdvance()) {
            String wrong = "the scheduler chose " + pick + " of " + limit;
            throw end.because(new IllegalStateException(wrong), wrong);
        }
        decisions.add(pick == limit ? Schedule.ADVANCE : choice.task(pick).id());
        return pick;
    }

    private void switchTo(Task next, Task self) {
        run(next);
        self.pause();
    }

    /** Hands control over. The thread that calls this is no longer the current task, and touches nothing of it until it is resumed. */
    private void run(Task next) {
        next.state = Task.State.RUNNING;
        next.deferred = false;
        current = next;
        next.resume();
    }

    /** The current task cannot go on until {@link #makeReady} was called for it. */
    void block(Operation operation, Shared target) {
        Task self = current;
        if (self == null || quiet != 0) {
            throw new IllegalStateException(operation + (self == null ? " outside of a run" : " by an observer"));
        }
        checkAlive();
        self.operation = operation;
        self.target = target;
        self.state = Task.State.BLOCKED;
        Task next = pickNext();
        if (next == self) {
            self.state = Task.State.RUNNING;
            self.deferred = false;
        } else if (next != null) {
            switchTo(next, self);
        } else {
            conclude();
            throw TaskDeath.INSTANCE;
        }
        performs(self);
    }

    /** The current task keeps its processor for a while, in whatever context; the others have theirs. */
    void delay(long nanos) {
        clock.schedule(self().alarm, clock.now() + nanos);
        block(Operation.DELAY, null);
    }

    /** The same, for process context: an environment may look at what has changed. */
    void sleep(Operation operation, Shared target) {
        observer.quiesce(self().name());
        block(operation, target);
    }

    private Task pickNext() {
        while (true) {
            clock.fireDue();
            if (ready.size() == 1 && !mayAdvance()) {
                return ready.take(0);
            }
            if (ready.size() == 0) {
                if (!clock.hasEvents()) {
                    return null;
                }
                if (clock.firstDue() > config.timeLimitNanos()) {
                    throw end.because(Outcome.LIMIT, "limit of virtual time reached");
                }
                clock.advance();
            } else {
                int pick = ask(null);
                if (pick < ready.size()) {
                    return ready.take(pick);
                }
                clock.advance();
            }
        }
    }

    boolean preempts() {
        return preempts;
    }

    Task newTask(TaskKind kind, String name, Runnable body) {
        Task task = new Task(this, nextTask++, kind, name, body);
        tasks.add(task);
        order.created(task);
        return task;
    }

    /** Makes a new or blocked task runnable; no effect on any other. */
    void makeReady(Task task, boolean deferred) {
        if (task.state != Task.State.NEW && task.state != Task.State.BLOCKED || isHeldUp(task)) {
            return;
        }
        if (deferred) {
            clock.fireDue();
        }
        task.deferred = deferred;
        ready.append(task);
    }

    private boolean isHeldUp(Task task) {
        return task.turn.isQueued() || holdUp(task);
    }

    /** True if the task is a worker that has to wait for its processor; {@link #letGoOn} follows. */
    private boolean holdUp(Task task) {
        long millis = task.kind() != TaskKind.WORKER || config.workerDelay() == null ? 0 : config.workerDelay().applyAsLong(task);
        if (millis > 0) {
            clock.schedule(task.turn, clock.now() + millis * 1_000_000);
        }
        return millis > 0;
    }

    /** The task was held up long enough. */
    void letGoOn(Task task) {
        if (task.state == Task.State.NEW || task.state == Task.State.BLOCKED) {
            task.deferred = true;
            ready.append(task);
        }
    }

    /** The current task, a worker, could go on, and does when it has its processor. */
    void waitForTurn() {
        if (holdUp(current)) {
            sleep(Operation.DELAY, null);
        }
    }

    /** A runnable task can no longer go on: what it needs was taken. */
    void disable(Task task) {
        if (ready.remove(task)) {
            task.state = Task.State.BLOCKED;
        }
    }

    /** The current task goes on when its turn comes again, behind all that is runnable. */
    void requeue(Task self) {
        self.operation = Operation.START;
        self.state = Task.State.BLOCKED;
        makeReady(self, true);
        yielded = self;
        Task next = pickNext();
        yielded = null;
        if (next == self) {
            self.state = Task.State.RUNNING;
            self.deferred = false;
        } else {
            switchTo(next, self);
        }
    }

    void schedule(Event event, long due) {
        clock.schedule(event, due);
    }

    boolean cancel(Event event) {
        return clock.cancel(event);
    }

    /** Called by the host: runs {@code body} and all that it sets off. */
    RunResult run(Runnable body) {
        if (main != null) {
            throw new IllegalStateException("a virtual kernel runs once");
        }
        end.hostIs(Thread.currentThread());
        main = newTask(TaskKind.USER, "user", body);
        makeReady(main, false);
        LoopWatch watch = LoopWatch.begin(this, config.patienceMillis());
        run(pickNext());
        end.awaitFinished();
        watch.end();
        if (!end.isAbandoned()) {
            current = null;
        }
        return result();
    }

    private RunResult result() {
        return new RunResult(end.outcome(), end.detail(), jiffies(), steps,
            new Schedule(preempts, advancesEarly, decisions.toArray()),
            List.copyOf(checker.violations()), end.deadlock(), end.failure());
    }

    /** Called by the watch: the task does nothing but loop. If it ever comes back here, it ends. False if the run is over. */
    boolean abandon(Task task, List<StackTraceElement> stack) {
        if (end.isFinished()) {
            return false;
        }
        Violation violation = new Violation(Violation.Rule.ENDLESS_LOOP, task.name(), jiffies(), "it has gone on for "
            + config.patienceMillis() / 1e3 + " s without an operation that others could see", stack);
        checker.violations().add(violation);
        end.abandon(violation);
        RunResult result = result();
        end.finish();
        config.whenAbandoned().accept(result);
        return true;
    }

    boolean isAbandoned() {
        return end.isAbandoned();
    }

    /** Called by the thread of a task, last of all. */
    void exit(Task self, Throwable thrown) {
        Task next = end.isDying() ? null : successor(self, thrown);
        self.state = Task.State.ENDED;
        if (next == null) {
            unwindNext(self);
        } else {
            // The last thing that this thread does here: what follows, and the end of the run, is the other one's.
            run(next);
        }
    }

    /** The task that goes on after one that ends; null if the run is over. */
    private Task successor(Task self, Throwable thrown) {
        try {
            return leave(self, thrown);
        } catch (TaskDeath death) {
            if (!end.isDying()) {
                end.because(death, self.name() + " was ended though the run goes on");
            }
        } catch (Throwable t) {
            end.because(t, "the scheduler failed: " + t);
        }
        return null;
    }

    private Task leave(Task self, Throwable thrown) {
        if (thrown != null) {
            throw end.because(thrown, self.name() + " ended with " + thrown);
        }
        checker.atExit(self);
        if (self == main && config.endsWithMain()) {
            throw end.because(Outcome.MAIN_ENDED, "");
        }
        if (self.kthread != null) {
            self.kthread.ended();
        }
        order.ended();
        self.state = Task.State.ENDED;
        Task next = pickNext();
        if (next == null) {
            conclude();
        }
        return next;
    }

    private void conclude() {
        quiet++;
        DeadlockReport report = DeadlockReport.find(tasks);
        quiet--;
        end.conclude(report);
    }

    /** Ends the run; the caller throws the result, or leaves its task in another way. */
    TaskDeath finish(Outcome how, String why) {
        return end.because(how, why);
    }

    void checkAlive() {
        if (end.isDying()) {
            throw TaskDeath.INSTANCE;
        }
    }

    /** Unwinds the tasks that have not ended, one after the other: each calls this again when it has. */
    private void unwindNext(Task self) {
        Task task = end.nextToUnwind(tasks, self);
        if (task == null) {
            end.finish();
        } else {
            run(task);
        }
    }
}
