// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.level.Levels;

/**
 * The search against the plainest one there is, which tries every choice at every operation: on small programs made at random, the
 * same ends are reached, with and without a bound on preemptions.
 */
class ReductionTest {
    private static final int MOST_RUNS = 2000;
    private static final int PROGRAMS = 12;
    private static final int UNBOUNDED = DepthFirst.UNBOUNDED;

    /** Two or three tasks that do a few things to two counters, a variable under a lock, a wait queue and a tasklet. */
    private static final class RandomProgram implements Program {
        private final int[][] scripts;
        private final Set<String> ends = new ConcurrentSkipListSet<>();
        private final boolean byOrder;
        private volatile boolean records;

        /** @param few for a program that has few schedules even without a bound */
        RandomProgram(long seed, boolean few, boolean byOrder) {
            this.byOrder = byOrder;
            Random random = new Random(seed);
            scripts = new int[few ? 2 : 2 + random.nextInt(2)][];
            for (int t = 0; t < scripts.length; t++) {
                scripts[t] = random.ints(scripts.length == 2 && !few ? 3 : 2, 0, 9).toArray();
            }
        }

        @Override
        public Instance start(VirtualKernel kernel) {
            return new RandomInstance(kernel, this);
        }

        @Override
        public void track(VirtualConfig kernel) {
            if (byOrder) {
                kernel.tracksOrder();
            } else {
                Program.super.track(kernel);
            }
        }
    }

    /** One execution of such a program. */
    private static final class RandomInstance implements Program.Instance {
        private final RandomProgram program;
        private final AtomicInt a;
        private final AtomicInt b;
        private final SpinLock lock;
        private final WaitQueue queue;
        private final Tasklet tasklet;
        private final StringBuilder[] logs;
        private int guarded;

        RandomInstance(VirtualKernel kernel, RandomProgram program) {
            this.program = program;
            a = kernel.atomicInt("a", null, 0);
            b = kernel.atomicInt("b", null, 0);
            lock = kernel.spinLock("lock", null);
            queue = kernel.waitQueue("queue", null);
            tasklet = kernel.tasklet("tasklet", () -> b.add(a.read() > 1 ? 10 : 100));
            logs = new StringBuilder[program.scripts.length];
            // The end is told apart by the logs, so they belong to the state also when their tasks have ended.
            kernel.describe("logs", () -> String.join("|", logs).hashCode());
            for (int t = 0; t < logs.length; t++) {
                StringBuilder log = new StringBuilder();
                int[] script = program.scripts[t];
                int factor = t + 2;
                logs[t] = log;
                kernel.user("t" + t, () -> {
                    for (int step : script) {
                        play(step, factor, log);
                    }
                });
            }
        }

        private void play(int step, int factor, StringBuilder log) {
            switch (step) {
                case 0 -> a.inc();
                case 1 -> log.append('a').append(a.read());
                case 2 -> b.add(factor);
                case 3 -> log.append('b').append(b.read());
                case 4 -> log.append(a.addUnless(-1, 0) ? '+' : '-');
                case 5 -> {
                    lock.lock();
                    guarded = guarded * 3 + factor;
                    lock.unlock();
                }
                case 6 -> {
                    lock.lock();
                    int seen = guarded;
                    a.inc();
                    lock.unlock();
                    log.append('g').append(seen);
                }
                case 7 -> log.append(queue.waitEventTimeout(() -> a.read() > 0, 5) > 0 ? 'w' : 't');
                default -> {
                    tasklet.schedule();
                    queue.wakeUp();
                }
            }
        }

        @Override
        public void main() {
            // the tasks exist
        }

        String end() {
            return a.read() + " " + b.read() + " " + guarded + " " + String.join("|", logs);
        }

        @Override
        public String fault(RunResult result) {
            // What the scouts see is not the search's.
            if (program.records) {
                program.ends.add(end());
            }
            return null;
        }
    }

    /** Tries all choices within a bound by repeating each prefix; null if there are too many. */
    private static Set<String> plain(RandomProgram program, int bound) {
        Set<String> ends = new TreeSet<>();
        List<int[]> todo = new ArrayList<>(List.of(new int[0]));
        for (int runs = 0; !todo.isEmpty(); runs++) {
            if (runs == MOST_RUNS) {
                return null;
            }
            int[] prefix = todo.remove(todo.size() - 1);
            Scheduler all = new Scheduler() {
                private final List<Integer> path = new ArrayList<>();
                private int preemptions;

                @Override
                public boolean advancesEarly() {
                    return true;
                }

                @Override
                public int choose(Choice choice) {
                    int at = path.size();
                    int pick = at < prefix.length ? prefix[at] : 0;
                    if (at >= prefix.length) {
                        int options = choice.size() + (choice.advance() >= 0 ? 1 : 0);
                        for (int i = 1; i < options; i++) {
                            if (bound == UNBOUNDED || preemptions + Preemptions.cost(choice, i, Reduction.NONE) <= bound) {
                                int[] branch = new int[at + 1];
                                for (int k = 0; k < at; k++) {
                                    branch[k] = path.get(k);
                                }
                                branch[at] = i;
                                todo.add(branch);
                            }
                        }
                    }
                    preemptions += Preemptions.cost(choice, pick, Reduction.NONE);
                    path.add(pick);
                    return pick;
                }
            };
            try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().scheduler(all).storageSize(1 << 16))) {
                RandomInstance instance = new RandomInstance(kernel, program);
                kernel.runOrThrow(instance::main);
                ends.add(instance.end());
            }
        }
        return ends;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, UNBOUNDED})
    void reachesTheSameEnds(int bound) {
        new LoopAlarm().run(() -> compare(bound, false));
    }

    /** As scenarios of the whole driver are searched, whose objects cannot be digested. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, UNBOUNDED})
    void reachesTheSameEndsIfStatesAreToldApartByTheOrderOfOperations(int bound) {
        new LoopAlarm().run(() -> compare(bound, true));
    }

    private static void compare(int bound, boolean byOrder) {
        int compared = 0;
        for (int seed = 0; compared < PROGRAMS; seed++) {
            RandomProgram program = new RandomProgram(seed, bound == UNBOUNDED, byOrder);
            Set<String> wanted = plain(program, bound);
            if (wanted == null) {
                continue;
            }
            compared++;
            Sharing sharing = Sharing.scout(program, new LoopAlarm());
            program.records = true;
            DepthFirst search = new DepthFirst(program, bound,
                new SearchBudget(Long.MAX_VALUE, SearchOptions.NO_LIMIT), sharing);
            search.search(1);
            assertTrue(search.exhausted());
            assertEquals(wanted, new TreeSet<>(program.ends), "program " + seed + ", bound " + bound);
        }
    }

    @Test
    void whatTheRefillTakesAsGivenMakesNoDifference() {
        for (String policy : List.of("check-then-dec", "add-unless")) {
            RefillProgram reduced = RefillRaceTest.program(RefillStart.RACE, policy, 2, 1);
            Outcome wanted = new Search(withoutReduction(reduced), SearchOptions.dfs(1)).run(progress -> { }).outcome();
            assertEquals(wanted, new Search(reduced, SearchOptions.dfs(1)).run(progress -> { }).outcome(), policy);
        }
    }

    /** In level 7.1 it is zfcp's own tasklet that gives SBALs back: without its name in the slice the search would have more states. */
    @ParameterizedTest
    @ValueSource(strings = {"check-then-dec", "add-unless"})
    void whatTheRefillOfLevel71TakesAsGivenMakesNoDifference(String policy) {
        RefillProgram reduced = new RefillProgram(new RefillCase(RefillStart.RACE, RefillPolicies.byName(policy),
            Levels.linux71(), 1, 1, 1));
        SearchResult whole = new Search(withoutReduction(reduced), SearchOptions.dfs(1)).run(progress -> { });
        SearchResult part = new Search(reduced, SearchOptions.dfs(1)).run(progress -> { });
        assertEquals(whole.outcome(), part.outcome());
        assertTrue(part.outcome() == Outcome.VIOLATED || 2 * part.progress().states() < whole.progress().states(),
            () -> part.progress().states() + " of " + whole.progress().states());
    }

    private static Program withoutReduction(RefillProgram program) {
        return program::start;
    }
}
