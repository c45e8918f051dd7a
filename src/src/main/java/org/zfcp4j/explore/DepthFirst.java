// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.zfcp4j.kernel.virtual.LockOrder;
import org.zfcp4j.swarm.Shard;

/**
 * The systematic search: all schedules with at most so many preemptions, those with fewer first, so that the first one that is
 * wrong has as few as any. Stateless: each branch is an execution from reset. Two reductions leave nothing out: an operation
 * that others cannot tell the place of is no point of decision, and an execution ends where another one with no more
 * preemptions has been in the same state.
 */
final class DepthFirst {
    /** No bound on preemptions. */
    static final int UNBOUNDED = Integer.MAX_VALUE;

    private final Program program;
    private final int bound;
    private final SearchBudget budget;
    private final LoopAlarm alarm = new LoopAlarm();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Null for the first finding of each kind. */
    private String wanted;
    private Shard shard = Shard.WHOLE;
    // Under the lock.
    /** Branches with more preemptions are not followed. */
    private int last = UNBOUNDED;
    private final List<ArrayDeque<Branch>> levels = new ArrayList<>();
    private final Set<String> lockCycles = new TreeSet<>();
    private int busy;
    private long open;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private Throwable failure;
    private boolean restart;
    private boolean stopped;
    private long executions;
    private long cut;
    private long decisions;
    private double done;
    /** Steps of the shortest finding so far, if that is what the search is for: a longer execution is of no interest. */
    private volatile long longest = Long.MAX_VALUE;

    private Sharing sharing;
    private StateSet states = new StateSet();

    /** A search that begins with what is known of the program's objects. */
    DepthFirst(Program program, int bound, SearchBudget budget, Sharing sharing) {
        this(program, bound, budget);
        this.sharing = sharing;
    }

    DepthFirst(Program program, int bound, SearchBudget budget) {
        this.program = program;
        this.bound = bound;
        this.budget = budget;
    }

    /** The search is for the shortest schedule of one kind with the fewest preemptions. */
    DepthFirst shortest(String kind) {
        wanted = kind;
        return this;
    }

    /**
     * Only some of the branches that leave the first execution are followed. Nothing is lost between the parts: an execution is cut short only where
     * another one of the same part has been, or the first one, whose branches belong to one part each.
     */
    DepthFirst part(Shard part) {
        shard = part;
        return this;
    }

    /** One finding of each kind, as far as there are any, in the order in which they came up. */
    List<Finding> search(int threads) {
        if (sharing == null) {
            alarm.run(() -> sharing = Sharing.scout(program, alarm));
        }
        do {
            begin();
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(Thread.ofVirtual().name("search " + i).start(this::work));
            }
            try {
                workers.forEach(alarm::join);
            } catch (LoopAlarm.Raised loop) {
                stop(loop);
                throw loop;
            }
            if (failure != null) {
                throw new IllegalStateException("the search failed: " + failure.getMessage(), failure);
            }
        } while (restart);
        return List.copyOf(findings.values());
    }

    private void begin() {
        levels.clear();
        levels.add(new ArrayDeque<>(List.of(Branch.ROOT)));
        open = 1;
        findings.clear();
        restart = false;
        done = 0;
        longest = Long.MAX_VALUE;
        executions = 0;
        cut = 0;
        decisions = 0;
        states = new StateSet();
    }

    private void work() {
        try {
            LockOrder order = new LockOrder();
            Branch branch;
            while ((branch = next()) != null) {
                follow(branch, order);
            }
            note(order);
        } catch (RuntimeException | Error e) {
            stop(e);
        }
    }

    private void follow(Branch branch, LockOrder order) {
        int version = sharing.version();
        BranchScheduler scheduler = new BranchScheduler(branch, sharing, states, bound, program.reduction(), longest);
        Execution execution = Execution.run(program, new Execution.Settings(scheduler).tracksState().accesses(scheduler)
            .lockOrder(order).alarm(alarm).onStart(scheduler::start));
        lock.lock();
        try {
            busy--;
            List<Branch> found = scheduler.branches();
            for (int i = 0; i < found.size(); i++) {
                if (branch != Branch.ROOT || shard.has(i)) {
                    level(found.get(i).preemptions()).addLast(found.get(i));
                    open++;
                } else {
                    done += found.get(i).share();
                }
            }
            done += scheduler.share();
            if (execution.isCut()) {
                cut++;
            } else {
                executions++;
                decisions += scheduler.decisions();
            }
            Finding finding = Finding.of(execution);
            if (finding != null && note(finding, branch.preemptions())) {
                stopped = true;
            } else if (sharing.version() != version) {
                restart = true;
            } else if (budget.isUsed(executions + cut)) {
                stopped = true;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void note(LockOrder order) {
        lock.lock();
        try {
            order.cycles().forEach(cycle -> lockCycles.add(cycle.toString()));
            order.unsafeInInterrupts().forEach(name -> lockCycles.add(name + " is taken by interrupts, and held elsewhere with them on"));
        } finally {
            lock.unlock();
        }
    }

    /** Locks that were taken in a cycle in some execution, whether or not that led to a deadlock; after the search. */
    List<String> lockCycles() {
        return List.copyOf(lockCycles);
    }

    /** True if the search has found all that it is after. */
    private boolean note(Finding found, int preemptions) {
        if (wanted == null) {
            findings.putIfAbsent(found.execution().kind(), found);
            return findings.keySet().containsAll(program.kinds());
        }
        if (found.execution().kind().equals(wanted)) {
            // From now on only shorter schedules with as many preemptions matter.
            last = preemptions;
            longest = Math.min(longest, found.execution().result().steps());
            findings.merge(wanted, found, (a, b) ->
                b.execution().result().steps() < a.execution().result().steps() ? b : a);
        }
        return false;
    }

    private ArrayDeque<Branch> level(int preemptions) {
        int level = bound == UNBOUNDED ? 0 : preemptions;
        while (levels.size() <= level) {
            levels.add(new ArrayDeque<>());
        }
        return levels.get(level);
    }

    /** Null when all is done. Branches with more preemptions wait until those with fewer are all done. */
    private Branch next() {
        lock.lock();
        try {
            while (!stopped && !restart) {
                ArrayDeque<Branch> lowest = lowest();
                if (lowest != null && levels.indexOf(lowest) > last && busy == 0) {
                    break;
                }
                if (lowest != null && (busy == 0 || lowest == current)) {
                    current = lowest;
                    busy++;
                    open--;
                    return lowest.pollLast();
                }
                if (busy == 0) {
                    break;
                }
                changed.awaitUninterruptibly();
            }
            changed.signalAll();
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** The level that is being searched. */
    private ArrayDeque<Branch> current;

    private ArrayDeque<Branch> lowest() {
        for (ArrayDeque<Branch> level : levels) {
            if (!level.isEmpty()) {
                return level;
            }
        }
        return null;
    }

    private void stop(Throwable e) {
        lock.lock();
        try {
            failure = e;
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** True if every schedule within the bound was covered. */
    boolean exhausted() {
        return !stopped && (open == 0 || last < UNBOUNDED);
    }

    /** What is known of the program's objects; null before the search. */
    Sharing sharing() {
        return sharing;
    }

    Progress progress() {
        lock.lock();
        try {
            int level = bound == UNBOUNDED ? -1 : levels.indexOf(current);
            return new Progress(executions, cut, states.size(), decisions, open, Math.max(0, 1 - done), level);
        } finally {
            lock.unlock();
        }
    }
}
