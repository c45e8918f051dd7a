// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Completions, tasklets, interrupts and threads. */
public interface ContextContract extends OnKernel {
    @Test
    default void eachCompletionLetsOneWaiterGo() {
        onKernel(kernel -> {
            Completion completion = kernel.completion("completion", null);
            assertFalse(completion.isDone());
            completion.complete();
            completion.complete();
            assertTrue(completion.isDone());
            completion.waitForCompletion();
            completion.waitForCompletion();
            assertFalse(completion.isDone());
            completion.complete();
            completion.init();
            assertFalse(completion.isDone());
            assertEquals("completion", completion.name());
        });
    }

    @Test
    default void taskletScheduledWhileItRunsRunsOnceMore() {
        onKernel(kernel -> {
            AtomicInt runs = kernel.atomicInt("runs", null, 0);
            Completion second = kernel.completion("second", null);
            Tasklet[] tasklet = new Tasklet[1];
            tasklet[0] = kernel.tasklet("tasklet", () -> {
                if (runs.addReturn(1) == 1) {
                    tasklet[0].schedule();
                    tasklet[0].schedule();
                } else {
                    second.complete();
                }
            });
            tasklet[0].schedule();
            second.waitForCompletion();
            tasklet[0].kill();
            assertEquals(2, runs.read());
        });
    }

    @Test
    default void killWaitsUntilTheTaskletIsThrough() {
        onKernel(kernel -> {
            AtomicInt steps = kernel.atomicInt("steps", null, 0);
            Tasklet tasklet = kernel.tasklet("tasklet", () -> {
                for (int i = 0; i < 20; i++) {
                    steps.inc();
                }
            });
            tasklet.schedule();
            tasklet.kill();
            assertEquals(20, steps.read());
        });
    }

    @Test
    default void aDisabledTaskletStaysScheduledUntilItIsEnabledAsOften() {
        onKernel(kernel -> {
            AtomicInt runs = kernel.atomicInt("runs", null, 0);
            Completion ran = kernel.completion("ran", null);
            Tasklet tasklet = kernel.tasklet("tasklet", () -> {
                runs.inc();
                ran.complete();
            });
            tasklet.disable();
            tasklet.disable();
            tasklet.schedule();
            tasklet.enable();
            kernel.msleep(5);
            assertEquals(0, runs.read());
            tasklet.enable();
            ran.waitForCompletion();
            tasklet.kill();
            assertEquals(1, runs.read());
        });
    }

    @Test
    default void disablingWaitsForTheFunctionThatRuns() {
        onKernel(kernel -> {
            AtomicInt steps = kernel.atomicInt("steps", null, 0);
            Completion begun = kernel.completion("begun", null);
            Tasklet tasklet = kernel.tasklet("tasklet", () -> {
                begun.complete();
                for (int i = 0; i < 20; i++) {
                    steps.inc();
                }
            });
            tasklet.schedule();
            begun.waitForCompletion();
            tasklet.disable();
            assertEquals(20, steps.read());
            tasklet.enable();
            tasklet.kill();
        });
    }

    @Test
    default void interruptsAndTaskletsHaveTheirContexts() {
        onKernel(kernel -> {
            List<String> contexts = Collections.synchronizedList(new ArrayList<>());
            Completion done = kernel.completion("done", null);
            Tasklet tasklet = kernel.tasklet("bottom", () -> {
                contexts.add(kernel.contextName());
                done.complete();
            });
            Tasklet interrupt = kernel.interrupt("top", () -> {
                contexts.add(kernel.contextName());
                tasklet.schedule();
            });
            kernel.kthreadRun("a thread", thread -> {
                contexts.add(kernel.contextName());
                interrupt.schedule();
            });
            done.waitForCompletion();
            assertEquals(List.of("a thread", "irq", "tasklet"), contexts);
        });
    }

    @Test
    default void stopWakesTheThreadAndWaitsForItsEnd() {
        onKernel(kernel -> {
            WaitQueue queue = kernel.waitQueue("work", null);
            AtomicInt ended = kernel.atomicInt("ended", null, 0);
            KThread thread = kernel.kthreadRun("daemon", self -> {
                while (!self.shouldStop()) {
                    queue.waitEvent(self::shouldStop);
                }
                ended.set(1);
            });
            assertEquals("daemon", thread.name());
            thread.stop();
            assertEquals(1, ended.read());
        });
    }

    @Test
    default void stopOfAThreadThatHasEndedReturns() {
        onKernel(kernel -> {
            Completion last = kernel.completion("last", null);
            KThread thread = kernel.kthreadRun("short", self -> last.complete());
            last.waitForCompletion();
            thread.stop();
        });
    }
}
