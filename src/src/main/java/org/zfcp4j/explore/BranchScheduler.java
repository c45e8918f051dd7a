// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zfcp4j.kernel.virtual.AccessListener;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Shared;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/**
 * Follows a branch to its end, then goes on without a preemption, and leaves a new branch behind for every other choice at each
 * point of decision; ends the execution where another one has been in the same state.
 */
final class BranchScheduler implements Scheduler, AccessListener {
    private final Branch branch;
    private final Sharing sharing;
    private final StateSet states;
    private final int bound;
    private final long longest;
    private final Reduction reduction;
    private final PointFilter points;
    private final List<Branch> found = new ArrayList<>();
    private VirtualKernel kernel;
    private Program.Instance instance;
    private int[] path = new int[256];
    private int length;
    private int preemptions;
    private int decisions;
    private double share;
    /** The lock whose taking was the last visible operation, and who took it; null if there was another one since. */
    private Shared lock;
    private Task locked;
    /** The state in which the last choice was made. */
    private long lastState;

    // Where the new branches leave, until the path is complete: position, choice, preemptions, share.
    private int[] forks = new int[96];
    private double[] shares = new double[32];
    private int forkCount;

    /**
     * @param bound most preemptions, or {@link DepthFirst#UNBOUNDED}
     * @param longest number of steps after which the execution is of no interest
     */
    BranchScheduler(Branch branch, Sharing sharing, StateSet states, int bound, Reduction reduction, long longest) {
        this.longest = longest;
        this.reduction = reduction;
        this.points = new PointFilter(sharing, reduction);
        this.branch = branch;
        this.sharing = sharing;
        this.states = states;
        this.bound = bound;
        this.share = branch.share();
    }

    @Override
    public void access(Task task) {
        sharing.access(task);
        if (sharing.isVisible(task)) {
            locked = Sharing.isLock(task) ? task : null;
            lock = task.target();
        } else if (task != locked) {
            locked = null;
        }
    }

    void start(VirtualKernel newKernel, Program.Instance newInstance) {
        kernel = newKernel;
        instance = newInstance;
    }

    @Override
    public boolean advancesEarly() {
        return points.advancesEarly();
    }

    @Override
    public int choose(Choice choice) {
        if (choice.size() > 1) {
            decisions++;
        }
        int pick = length < branch.given() ? follow(choice) : decide(choice);
        if (length == path.length) {
            path = Arrays.copyOf(path, 2 * length);
        }
        path[length++] = id(choice, pick);
        return pick;
    }

    private static int id(Choice choice, int pick) {
        return pick == choice.advance() ? Schedule.ADVANCE : choice.task(pick).id();
    }

    private int follow(Choice choice) {
        int id = branch.choice(length);
        int pick = -1;
        if (id == Schedule.ADVANCE) {
            pick = choice.advance();
        } else {
            for (int i = 0; pick < 0 && i < choice.size(); i++) {
                pick = choice.task(i).id() == id ? i : -1;
            }
        }
        if (pick < 0) {
            throw new IllegalStateException("the program does not do the same again: no choice " + id + " at " + length);
        }
        preemptions += Preemptions.cost(choice, pick, reduction);
        if (length == branch.given() - 1) {
            lastState = choice.fingerprint();
        }
        return pick;
    }

    private int decide(Choice choice) {
        Task current = choice.current();
        if (current != null && !points.isPoint(current) || instance.isOver()) {
            return Math.max(0, reduction.goesOn(choice));
        }
        if (current == null) {
            int alone = alone(choice);
            if (alone >= 0) {
                return alone;
            }
        } else if (current == locked && !Sharing.isLock(current) && current.holds(lock)) {
            // The others could as well have come before the lock was taken: all it does is keep them out of it.
            locked = null;
            return 0;
        }
        int first = Math.max(0, reduction.goesOn(choice));
        long state = choice.fingerprint();
        if (state == lastState) {
            // The chosen task has only got as far as its first operation.
            return first;
        }
        lastState = state;
        String broken = kernel.peek(instance::brokenAssumption);
        if (broken != null) {
            throw new IllegalStateException("the search rests on what is not so: " + broken);
        }
        if (kernel.steps() >= longest || !enter(choice, state)) {
            kernel.stop(Execution.CUT);
            return first;
        }
        fork(choice, first);
        return first;
    }

    /**
     * A task that may go on at once without anything being lost: one in the background, which somebody might wait for; without a
     * bound on preemptions, also one whose next operation the others cannot notice. Negative if there is none.
     */
    private int alone(Choice choice) {
        int background = points.background(choice);
        for (int i = 0; background < 0 && bound == DepthFirst.UNBOUNDED && i < choice.size(); i++) {
            if (!sharing.isVisible(choice.task(i))) {
                return i;
            }
        }
        return background;
    }

    /** False if an execution with as few preemptions was in this state, and thus covers all that could follow. */
    private boolean enter(Choice choice, long state) {
        if (bound == DepthFirst.UNBOUNDED) {
            return states.add(state);
        }
        Task current = choice.current();
        // With one preemption more to spend, it does not matter which task ran last.
        if (preemptions > 0 && states.contains(key(state, -1, preemptions - 1))) {
            return false;
        }
        if (!states.add(key(state, current == null ? 0 : current.id(), 0))) {
            return false;
        }
        for (int p = preemptions; p <= bound; p++) {
            states.add(key(state, -1, p));
        }
        return true;
    }

    private static long key(long state, int task, int preemptions) {
        return state + (task + 2) * 0x632be59bd9b4e019L + preemptions * 0x9e3779b97f4a7c15L;
    }

    /** @param first the choice that is followed now */
    private void fork(Choice choice, int first) {
        int options = choice.size() + (points.mayAdvance(choice) ? 1 : 0);
        int affordable = 1;
        for (int i = 0; i < options; i++) {
            affordable += i != first && isBranch(choice, i) ? 1 : 0;
        }
        share /= affordable;
        for (int i = 0; i < options; i++) {
            if (i != first && isBranch(choice, i)) {
                remember(id(choice, i), preemptions + Preemptions.cost(choice, i, reduction));
            }
        }
    }

    private boolean isBranch(Choice choice, int pick) {
        return (pick == choice.advance() || !reduction.isBackground(choice.task(pick)))
            && preemptions + Preemptions.cost(choice, pick, reduction) <= bound;
    }

    private void remember(int pick, int cost) {
        if (forkCount == shares.length) {
            forks = Arrays.copyOf(forks, 2 * forks.length);
            shares = Arrays.copyOf(shares, 2 * shares.length);
        }
        forks[3 * forkCount] = length;
        forks[3 * forkCount + 1] = pick;
        forks[3 * forkCount + 2] = cost;
        shares[forkCount++] = share;
    }

    /** The branches that were left behind; after the run. */
    List<Branch> branches() {
        if (forkCount > 0 && found.isEmpty()) {
            int[] shared = Arrays.copyOf(path, forks[3 * forkCount - 3]);
            for (int i = 0; i < forkCount; i++) {
                found.add(new Branch(shared, forks[3 * i], forks[3 * i + 1], forks[3 * i + 2], shares[i]));
            }
        }
        return found;
    }

    int decisions() {
        return decisions;
    }

    int preemptions() {
        return preemptions;
    }

    /** The part of the search that this execution has finished. */
    double share() {
        return share;
    }
}
