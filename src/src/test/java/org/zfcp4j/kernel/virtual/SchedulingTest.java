// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.SharedMemory;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/** Who runs when. */
class SchedulingTest {
    /** Contexts of every kind in each other's way; yields a line for each step. */
    private static String trace(Scheduler scheduler) {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().scheduler(scheduler).seed(42))) {
            StringBuilder out = new StringBuilder();
            kernel.setStepListener(task -> out.append(kernel.nanoTime()).append(' ').append(task).append(' ')
                .append(task.label()).append(' ').append(task.operation()).append(' ')
                .append(task.target() == null ? "-" : task.target().name() + task.target().id()).append('\n'));
            AtomicInt miss = kernel.atomicInt("stat_miss", null, 3);
            SpinLock lock = kernel.spinLock("req_q_lock", null);
            WaitQueue ready = kernel.waitQueue("erp_ready_wq", null);
            WorkQueue queue = kernel.orderedWorkQueue("wq");
            Runnable refill = () -> {
                while (miss.addUnless(-1, 0)) {
                    lock.lockIrq();
                    lock.unlockIrq();
                }
            };
            Work work = kernel.work("stat_work", null, w -> refill.run());
            Tasklet tasklet = kernel.tasklet("input", () -> {
                miss.inc();
                queue.queue(work);
            });
            Tasklet interrupt = kernel.interrupt("irq", tasklet::schedule);
            Timer timer = kernel.timer("timeout", null, () -> {
                miss.inc();
                ready.wakeUp();
            });
            Hardware channel = kernel.hardware("channel", now -> {
                interrupt.schedule();
                return now > 3_000_000 ? HardwareTask.IDLE : now + 1_000_000 + kernel.randomBelow(5);
            });
            kernel.runOrThrow(() -> {
                var erp = kernel.kthreadRun("erp", self -> {
                    while (!self.shouldStop()) {
                        ready.waitEvent(() -> miss.read() > 0 || self.shouldStop());
                        refill.run();
                    }
                });
                timer.arm(2);
                channel.doorbell();
                kernel.msleep(10);
                timer.deleteSync();
                queue.queueDelayed(work, 5);
                work.flush();
                erp.stop();
                queue.destroy();
            });
            return out.toString();
        }
    }

    /** Woken, for the first time or out of a wait, and between two items. */
    @Test
    void aWorkerThatIsHeldUpGetsItsProcessorLater() {
        List<String> seen = new ArrayList<>();
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().workerDelay(worker -> 30))) {
            WaitQueue answer = kernel.waitQueue("answer", null);
            AtomicInt answered = kernel.atomicInt("answered", null, 0);
            WorkQueue queue = kernel.orderedWorkQueue("wq");
            Work first = kernel.work("first", null, w -> {
                seen.add("first " + kernel.jiffies());
                answer.waitEvent(() -> answered.read() > 0);
                seen.add("answered " + kernel.jiffies());
            });
            Work second = kernel.work("second", null, w -> seen.add("second " + kernel.jiffies()));
            kernel.runOrThrow(() -> {
                queue.queue(first);
                queue.queue(second);
                kernel.msleep(100);
                answered.set(1);
                answer.wakeUp();
                second.flush();
                seen.add("flushed " + kernel.jiffies());
                queue.destroy();
            });
        }
        assertEquals(List.of("first 30", "answered 130", "second 160", "flushed 160"), seen);
    }

    /** {@code tasklet_kill} of a tasklet that is scheduled and disabled does not end, in C as well. */
    @Test
    void killingATaskletThatIsScheduledAndDisabledHangs() {
        List<String> seen = new ArrayList<>();
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().killTakesBack(true))) {
            kernel.setObserver(new KernelObserver() {
                @Override
                public void taskletDisabled(Tasklet tasklet, boolean scheduled) {
                    seen.add(tasklet.name() + (scheduled ? " disabled while scheduled" : " disabled"));
                }

                @Override
                public void taskletKilled(Tasklet tasklet, boolean endless) {
                    seen.add(tasklet.name() + (endless ? " hangs" : " killed"));
                }
            });
            Tasklet idle = kernel.tasklet("idle", () -> { });
            Tasklet scheduled = kernel.tasklet("scheduled", () -> { });
            RunResult result = kernel.run(() -> {
                idle.disable();
                idle.kill();
                scheduled.schedule();
                scheduled.disable();
                scheduled.kill();
            });
            assertEquals(Outcome.DEADLOCK, result.outcome());
        }
        assertEquals(List.of("idle disabled", "idle killed", "scheduled disabled while scheduled", "scheduled hangs"), seen);
    }

    @Test
    void sameSeedGivesTheSameRunToTheByte() {
        TreeSet<String> traces = new TreeSet<>();
        for (int seed = 0; seed < 20; seed++) {
            String first = trace(new SeededScheduler(seed, 300, 30));
            assertEquals(first, trace(new SeededScheduler(seed, 300, 30)), "seed " + seed);
            traces.add(first);
        }
        assertTrue(traces.size() > 15, "other seeds give other runs: " + traces.size());
        assertEquals(trace(new FifoScheduler()), trace(new FifoScheduler()));
    }

    @Test
    void recordedScheduleReplays() {
        for (int seed = 0; seed < 20; seed++) {
            try (VirtualKernel kernel = kernel(new SeededScheduler(seed, 500, 100))) {
                List<Integer> first = new ArrayList<>();
                RunResult result = claim(kernel, first).orThrow();
                assertEquals(result.schedule(), Schedule.parse(result.schedule().format()));
                List<Integer> second = new ArrayList<>();
                try (VirtualKernel again = kernel(new ReplayScheduler(result.schedule()))) {
                    assertEquals(result.schedule(), claim(again, second).orThrow().schedule());
                }
                assertEquals(first, second);
            }
        }
    }

    private static VirtualKernel kernel(Scheduler scheduler) {
        return new VirtualKernel(new VirtualConfig().scheduler(scheduler));
    }

    private static RunResult claim(VirtualKernel kernel, List<Integer> order) {
        AtomicInt counter = kernel.atomicInt("counter", null, 0);
        return kernel.run(() -> {
            for (int i = 0; i < 3; i++) {
                int me = i;
                kernel.user("t" + i, () -> {
                    for (int n = 0; n < 3; n++) {
                        counter.inc();
                        order.add(me);
                        kernel.msleep(1);
                    }
                });
            }
        });
    }

    @Test
    void replayOfAnotherProgramDiverges() {
        Schedule schedule = new Schedule(true, false, new int[] {77});
        try (VirtualKernel kernel = kernel(new ReplayScheduler(schedule))) {
            RunResult result = claim(kernel, new ArrayList<>());
            assertEquals(Outcome.FAILED, result.outcome());
            assertInstanceOf(ReplayScheduler.Divergence.class, result.failure());
        }
        assertThrows(IllegalArgumentException.class, () -> Schedule.parse("sometimes 1 2"));
        assertThrows(IllegalArgumentException.class, () -> Schedule.parse("preemptive early 1 x"));
    }

    @Test
    void fifoRunsThreadsUntilTheyBlockInTheOrderOfWaking() {
        List<String> order = new ArrayList<>();
        try (VirtualKernel kernel = new VirtualKernel()) {
            WaitQueue queue = kernel.waitQueue("queue", null);
            AtomicInt go = kernel.atomicInt("go", null, 0);
            Tasklet tasklet = kernel.tasklet("tasklet", () -> order.add("tasklet"));
            Tasklet interrupt = kernel.interrupt("irq", () -> order.add("irq"));
            kernel.runOrThrow(() -> {
                for (String name : List.of("a", "b", "c")) {
                    kernel.kthreadRun(name, self -> {
                        order.add(name + "1");
                        queue.waitEvent(() -> go.read() != 0);
                        order.add(name + "2");
                    });
                }
                tasklet.schedule();
                kernel.msleep(0);
                order.add("user");
                interrupt.schedule();
                go.set(1);
                queue.wakeUp();
                tasklet.schedule();
                order.add("user again");
            });
        }
        assertEquals(List.of("a1", "b1", "c1", "tasklet", "user", "user again", "a2", "b2", "c2", "irq", "tasklet"), order);
    }

    @Test
    void workQueueFirstPrefersTheWorker() {
        for (boolean first : new boolean[] {false, true}) {
            List<String> order = new ArrayList<>();
            try (VirtualKernel kernel = kernel(first ? new WorkQueueFirstScheduler() : new FifoScheduler())) {
                WorkQueue queue = kernel.orderedWorkQueue("wq");
                kernel.runOrThrow(() -> {
                    kernel.user("thread", () -> order.add("thread"));
                    queue.queue(kernel.work("item", null, w -> order.add("item")));
                    order.add("user");
                });
            }
            assertEquals(first ? List.of("user", "item", "thread") : List.of("user", "thread", "item"), order);
        }
    }

    @Test
    void virtualTimeCostsNothing() {
        try (VirtualKernel kernel = new VirtualKernel()) {
            long[] end = new long[2];
            org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> kernel.runOrThrow(() -> {
                for (int i = 0; i < 1000; i++) {
                    kernel.ssleep(3600);
                }
                end[0] = kernel.jiffies();
                end[1] = kernel.todClock();
            }));
            assertEquals(3_600_000_000L, end[0]);
            assertEquals(Kernel.TOD_UNIX_EPOCH + (3_600_000_000_000L << 12), end[1]);
        }
    }

    @Test
    void timeAdvancesEarlyOnlyWhereTheStrategyAsksForIt() {
        boolean[] overtaken = new boolean[2];
        for (int early = 0; early < 2; early++) {
            for (int seed = 0; seed < 50; seed++) {
                try (VirtualKernel kernel = kernel(new SeededScheduler(seed, 300, early * 300))) {
                    AtomicInt done = kernel.atomicInt("done", null, 0);
                    int which = early;
                    Timer timer = kernel.timer("timer", null, () -> overtaken[which] |= done.read() == 0);
                    kernel.runOrThrow(() -> {
                        timer.arm(60_000);
                        done.inc();
                    });
                }
            }
        }
        assertEquals(false, overtaken[0], "a timer waits until nothing is runnable");
        assertEquals(true, overtaken[1], "a task may be held up for a minute");
    }

    @Test
    void everyAccessIsASchedulingPoint() {
        TreeSet<String> seen = new TreeSet<>();
        for (int seed = 0; seed < 200; seed++) {
            try (VirtualKernel kernel = kernel(new SeededScheduler(seed, 500, 0))) {
                SharedMemory slsb = kernel.sharedMemory("slsb", null);
                int[] state = new int[1];
                StringBuilder out = new StringBuilder();
                kernel.runOrThrow(() -> {
                    kernel.user("other", () -> {
                        slsb.write();
                        state[0] = 1;
                    });
                    for (int i = 0; i < 2; i++) {
                        slsb.read();
                        out.append(state[0]);
                    }
                });
                seen.add(out.toString());
            }
        }
        assertEquals(new TreeSet<>(List.of("00", "01", "11")), seen);
    }

    @Test
    void taskThatWaitsForALockIsNotOffered() {
        boolean[] offered = new boolean[1];
        Scheduler watcher = new Scheduler() {
            private final Scheduler random = new SeededScheduler(7, 500, 0);

            @Override
            public int choose(Choice choice) {
                for (int i = 0; i < choice.size(); i++) {
                    Task task = choice.task(i);
                    if (task.operation() == Operation.SPIN_LOCK) {
                        offered[0] |= ((LockCore) task.target()).holder() != null;
                    }
                }
                return random.choose(choice);
            }
        };
        try (VirtualKernel kernel = kernel(watcher)) {
            SpinLock lock = kernel.spinLock("lock", null);
            AtomicInt inside = kernel.atomicInt("inside", null, 0);
            kernel.runOrThrow(() -> {
                for (int i = 0; i < 4; i++) {
                    kernel.user("t" + i, () -> {
                        for (int n = 0; n < 20; n++) {
                            lock.lock();
                            inside.inc();
                            inside.dec();
                            lock.unlock();
                        }
                    });
                }
            });
        }
        assertEquals(false, offered[0]);
    }

    @Test
    void listenerReadsWithoutChangingTheRun() {
        String plain = trace(new SeededScheduler(5));
        assertNotEquals("", plain);
        try (VirtualKernel kernel = kernel(new SeededScheduler(5))) {
            AtomicInt counter = kernel.atomicInt("counter", null, 0);
            List<Integer> values = new ArrayList<>();
            kernel.setStepListener(task -> values.add(counter.read()));
            RunResult result = kernel.runOrThrow(() -> {
                counter.inc();
                counter.inc();
            });
            assertEquals(List.of(0, 1), values);
            assertEquals(2, result.steps());
            assertEquals(2, counter.read(), "and after the run");
        }
    }

    @Test
    void observerMayStopTheRun() {
        try (VirtualKernel kernel = new VirtualKernel()) {
            AtomicInt counter = kernel.atomicInt("counter", null, 0);
            kernel.setStepListener(task -> {
                if (counter.read() == 3) {
                    kernel.stop("counter is 3");
                }
            });
            RunResult result = kernel.run(() -> {
                while (true) {
                    counter.inc();
                }
            });
            assertEquals(Outcome.STOPPED, result.outcome());
            assertEquals("counter is 3", result.detail());
            assertEquals(3, counter.read());
        }
    }

    @Test
    void limitsCutARunOff() {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().stepLimit(100))) {
            AtomicInt counter = kernel.atomicInt("counter", null, 0);
            RunResult result = kernel.run(() -> {
                while (true) {
                    counter.inc();
                }
            });
            assertEquals(Outcome.LIMIT, result.outcome());
            assertEquals(100, counter.read());
        }
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().timeLimit(10_000))) {
            RunResult result = kernel.run(() -> {
                while (true) {
                    kernel.ssleep(1);
                }
            });
            assertEquals(Outcome.LIMIT, result.outcome());
            assertEquals(10_000, result.jiffies());
        }
    }

    @Test
    void runMayEndWithMain() {
        boolean[] ran = new boolean[1];
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().endsWithMain(true))) {
            Timer timer = kernel.timer("timer", null, () -> ran[0] = true);
            RunResult result = kernel.runOrThrow(() -> timer.arm(1));
            assertEquals(Outcome.MAIN_ENDED, result.outcome());
            assertEquals(false, ran[0]);
        }
    }
}
