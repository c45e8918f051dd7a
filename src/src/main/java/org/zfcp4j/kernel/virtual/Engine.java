// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.zfcp4j.kernel.TimedQueue;

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
    private final Scheduler scheduler;
    private final boolean preempts;
    private final boolean advancesEarly;
    private final TimedQueue<Event> events = new TimedQueue<>();
    private final List<Task> tasks = new ArrayList<>();
    private final Choice choice = new Choice(this);
    private final Task outside;
    private Task[] ready = new Task[16];
    private int readyCount;
    private Task current;
    private Task main;
    private long now;
    private long steps;
    private int[] chosen = new int[64];
    private int decisions;
    private int nextTask = 1;
    private int nextShared = 1;
    private int quiet;
    private StepListener listener;

    private boolean firing;
    private boolean dying;
    private int buried;
    private Outcome outcome;
    private String detail = "";
    private Throwable failure;
    private DeadlockReport deadlock;
    private Thread host;
    private volatile boolean finished;
    /** The run was given up while a task loops. */
    private boolean abandoned;

    Engine(VirtualConfig config) {
        this.config = config;
        this.checker = new ContextChecker(this, config.lockOrder());
        this.observer = new QuietObserver(this);
        this.tracker = config.tracksState() ? new StateTracker(config.forgetRule()) : null;
        this.accesses = config.accessListener();
        this.scheduler = config.scheduler();
        this.preempts = scheduler.preempts();
        this.advancesEarly = scheduler.advancesEarly();
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
        return dying;
    }

    long now() {
        return now;
    }

    long jiffies() {
        return now / 1_000_000;
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
        return readyCount;
    }

    Task ready(int index) {
        return ready[index];
    }

    boolean mayAdvance() {
        return advancesEarly && !events.isEmpty();
    }

    boolean nextIsWakeUp() {
        return events.first() instanceof Task.Alarm alarm && alarm.isSleep();
    }

    long nextEvent() {
        return events.firstDue();
    }

    String nextEventName() {
        return events.isEmpty() ? null : events.first().describe();
    }

    long steps() {
        return steps;
    }

    long decisions() {
        return decisions;
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
        if (dying) {
            throw TaskDeath.INSTANCE;
        }
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
            StateTracker.performed(self);
        }
        if (accesses != null) {
            accesses.access(self);
        }
    }

    /** The current task has got to know a result that depends on what others did. */
    void learn(Shared from, long result) {
        if (tracker != null && current != null && quiet == 0 && !tracker.ignores(from.name())) {
            current.seen = StateTracker.mix(current.seen, result);
        }
    }

    /** The current task has looked at the clock. */
    void learnTime() {
        if (tracker != null && current != null && quiet == 0) {
            current.seen = StateTracker.mix(current.seen, now);
        }
    }

    /** The task has returned to where nothing is left of what it has learned. */
    void forget(Task task) {
        task.seen = 0;
    }

    long fingerprint() {
        quiet++;
        try {
            return tracker.fingerprint(tasks, now);
        } finally {
            quiet--;
        }
    }

    private void countStep(Task self) {
        if (++steps > config.stepLimit()) {
            throw finish(Outcome.LIMIT, "limit of " + config.stepLimit() + " steps reached");
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
        fireDue();
        while (readyCount > 0 || mayAdvance()) {
            int pick = ask(self);
            if (pick == 0) {
                return;
            }
            if (pick > readyCount) {
                advance();
            } else {
                Task next = takeReady(pick - 1);
                appendReady(self);
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
            failure = e;
            throw finish(Outcome.FAILED, "the scheduler failed: " + e);
        }
        checkAlive();
        int others = runnable == null ? 0 : 1;
        int limit = readyCount + others;
        if (pick < 0 || pick > limit || pick == limit && !mayAdvance()) {
            failure = new IllegalStateException("the scheduler chose " + pick + " of " + limit);
            throw finish(Outcome.FAILED, failure.getMessage());
        }
        if (decisions == chosen.length) {
            chosen = Arrays.copyOf(chosen, 2 * decisions);
        }
        chosen[decisions++] = pick == limit ? Schedule.ADVANCE : choice.task(pick).id();
        return pick;
    }

    private void switchTo(Task next, Task self) {
        run(next);
        self.pause();
    }

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
        schedule(self().alarm, now + nanos);
        block(Operation.DELAY, null);
    }

    /** The same, for process context: an environment may look at what has changed. */
    void sleep(Operation operation, Shared target) {
        observer.quiesce(self().name());
        block(operation, target);
    }

    private Task pickNext() {
        while (true) {
            fireDue();
            if (readyCount == 1 && !mayAdvance()) {
                return takeReady(0);
            }
            if (readyCount == 0) {
                if (events.isEmpty()) {
                    return null;
                }
                if (events.firstDue() > config.timeLimitNanos()) {
                    finish(Outcome.LIMIT, "limit of virtual time reached");
                    throw TaskDeath.INSTANCE;
                }
                advance();
            } else {
                int pick = ask(null);
                if (pick < readyCount) {
                    return takeReady(pick);
                }
                advance();
            }
        }
    }

    private void advance() {
        now = Math.max(now, events.firstDue());
        fireDue();
    }

    private void fireDue() {
        if (firing) {
            // An event makes a task runnable: those that are due after it come after it.
            return;
        }
        firing = true;
        Event event;
        while ((event = events.pollDue(now)) != null) {
            event.fire();
        }
        firing = false;
    }

    boolean preempts() {
        return preempts;
    }

    Task newTask(TaskKind kind, String name, Runnable body) {
        Task task = new Task(this, nextTask++, kind, name, body);
        tasks.add(task);
        return task;
    }

    /** Makes a new or blocked task runnable; no effect on any other. */
    void makeReady(Task task, boolean deferred) {
        if (task.state != Task.State.NEW && task.state != Task.State.BLOCKED || isHeldUp(task)) {
            return;
        }
        if (deferred) {
            fireDue();
        }
        task.deferred = deferred;
        appendReady(task);
    }

    private boolean isHeldUp(Task task) {
        return task.turn.isQueued() || holdUp(task);
    }

    /** True if the task is a worker that has to wait for its processor; {@link #letGoOn} follows. */
    private boolean holdUp(Task task) {
        long millis = task.kind() != TaskKind.WORKER || config.workerDelay() == null ? 0 : config.workerDelay().applyAsLong(task);
        if (millis > 0) {
            schedule(task.turn, now + millis * 1_000_000);
        }
        return millis > 0;
    }

    /** The task was held up long enough. */
    void letGoOn(Task task) {
        if (task.state == Task.State.NEW || task.state == Task.State.BLOCKED) {
            task.deferred = true;
            appendReady(task);
        }
    }

    /** The current task, a worker, could go on, and does when it has its processor. */
    void waitForTurn() {
        if (holdUp(current)) {
            sleep(Operation.DELAY, null);
        }
    }

    private void appendReady(Task task) {
        if (readyCount == ready.length) {
            ready = Arrays.copyOf(ready, 2 * readyCount);
        }
        task.state = Task.State.READY;
        ready[readyCount++] = task;
    }

    /** A runnable task can no longer go on: what it needs was taken. */
    void disable(Task task) {
        for (int i = 0; i < readyCount; i++) {
            if (ready[i] == task) {
                takeReady(i);
                task.state = Task.State.BLOCKED;
                return;
            }
        }
    }

    /** The current task goes on when its turn comes again, behind all that is runnable. */
    void requeue(Task self) {
        self.operation = Operation.START;
        self.state = Task.State.BLOCKED;
        makeReady(self, true);
        Task next = pickNext();
        if (next == self) {
            self.state = Task.State.RUNNING;
            self.deferred = false;
        } else {
            switchTo(next, self);
        }
    }

    private Task takeReady(int index) {
        Task task = ready[index];
        System.arraycopy(ready, index + 1, ready, index, --readyCount - index);
        ready[readyCount] = null;
        return task;
    }

    void schedule(Event event, long due) {
        events.add(event, due);
    }

    boolean cancel(Event event) {
        return events.remove(event);
    }

    /** Called by the host: runs {@code body} and all that it sets off. */
    RunResult run(Runnable body) {
        if (main != null) {
            throw new IllegalStateException("a virtual kernel runs once");
        }
        host = Thread.currentThread();
        main = newTask(TaskKind.USER, "user", body);
        makeReady(main, false);
        LoopWatch watch = LoopWatch.begin(this, config.patienceMillis());
        run(pickNext());
        boolean interrupted = false;
        while (!finished) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            host.interrupt();
        }
        watch.end();
        if (!abandoned) {
            current = null;
        }
        return result();
    }

    private RunResult result() {
        return new RunResult(outcome, detail, jiffies(), steps,
            new Schedule(preempts, advancesEarly, Arrays.copyOf(chosen, decisions)),
            List.copyOf(checker.violations()), deadlock, failure);
    }

    /** Called by the watch: the task does nothing but loop. If it ever comes back here, it ends. False if the run is over. */
    boolean abandon(Task task, List<StackTraceElement> stack) {
        if (finished) {
            return false;
        }
        Violation violation = new Violation(Violation.Rule.ENDLESS_LOOP, task.name(), jiffies(), "it has gone on for "
            + config.patienceMillis() / 1e3 + " s without an operation that others could see", stack);
        checker.violations().add(violation);
        outcome = Outcome.VIOLATION;
        detail = violation.toString();
        dying = true;
        abandoned = true;
        RunResult result = result();
        finished = true;
        LockSupport.unpark(host);
        config.whenAbandoned().accept(result);
        return true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    /** Called by the thread of a task, last of all. */
    void exit(Task self, Throwable thrown) {
        try {
            if (!dying) {
                leave(self, thrown);
            }
        } catch (TaskDeath death) {
            if (!dying) {
                failure = death;
                finish(Outcome.FAILED, self.name() + " was ended though the run goes on");
            }
        } catch (Throwable t) {
            failure = t;
            finish(Outcome.FAILED, "the scheduler failed: " + t);
        }
        self.state = Task.State.ENDED;
        if (dying) {
            buryNext(self);
        }
    }

    private void leave(Task self, Throwable thrown) {
        if (thrown != null) {
            failure = thrown;
            throw finish(Outcome.FAILED, self.name() + " ended with " + thrown);
        }
        checker.atExit(self);
        if (self == main && config.endsWithMain()) {
            throw finish(Outcome.MAIN_ENDED, "");
        }
        if (self.kthread != null) {
            self.kthread.ended();
        }
        self.state = Task.State.ENDED;
        Task next = pickNext();
        if (next == null) {
            conclude();
        } else {
            run(next);
        }
    }

    /** Nothing can run any more: is that the end, or are tasks blocked for ever? */
    private void conclude() {
        quiet++;
        deadlock = DeadlockReport.find(tasks);
        quiet--;
        if (deadlock == null) {
            finish(Outcome.QUIESCENT, "");
        } else {
            finish(deadlock.isLostWakeup() ? Outcome.LOST_WAKEUP : Outcome.DEADLOCK, deadlock.summary());
        }
    }

    /** Ends the run; the caller throws the result, or leaves its task in another way. */
    TaskDeath finish(Outcome how, String why) {
        if (!dying) {
            dying = true;
            outcome = how;
            detail = why;
        }
        return TaskDeath.INSTANCE;
    }

    void checkAlive() {
        if (dying) {
            throw TaskDeath.INSTANCE;
        }
    }

    /** Unwinds the tasks that have not ended, one after the other, each of which calls this again. */
    private void buryNext(Task self) {
        while (buried < tasks.size()) {
            Task task = tasks.get(buried++);
            if (task != self && task.wasStarted() && !task.hasEnded()) {
                run(task);
                return;
            }
        }
        finished = true;
        LockSupport.unpark(host);
    }
}
