// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.explore;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.Lincheck;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.real.RealKernel;

/**
 * The claims of a refill for Lincheck's model checker: the ERP thread finds all buffers missing and refills, while a completion
 * counts one more and {@code stat_work} refills. The counter is the port's; in place of a post there is a second counter, so that this is
 * much less than what an execution of {@code refill-race} does.
 */
final class LincheckRefill {
    /** Lincheck puts the heap back after each execution, so what is to be counted over all of them is outside of it. */
    private static final MemorySegment EXECUTIONS = Arena.global().allocate(ValueLayout.JAVA_LONG);
    private static final RealKernel KERNEL = new RealKernel();

    private LincheckRefill() {
    }

    /** @throws AssertionError with the interleaving if a buffer is posted too many or too few */
    static void addUnless(int srbs, int executions) {
        EXECUTIONS.set(ValueLayout.JAVA_LONG, 0, 0);
        Lincheck.runConcurrentTest(executions, () -> {
            AtomicInt missing = KERNEL.atomicInt("stat_miss", null, srbs);
            AtomicInteger posted = new AtomicInteger();
            play(srbs, missing, posted, () -> {
                while (missing.addUnless(-1, 0)) {
                    posted.incrementAndGet();
                }
            });
        });
    }

    /** The same with the claim in two steps, after the post: the race of commit 60a161b7e5b2. */
    static void checkThenDec(int srbs, int executions) {
        EXECUTIONS.set(ValueLayout.JAVA_LONG, 0, 0);
        Lincheck.runConcurrentTest(executions, () -> {
            AtomicInt missing = KERNEL.atomicInt("stat_miss", null, srbs);
            AtomicInteger posted = new AtomicInteger();
            play(srbs, missing, posted, () -> {
                while (missing.read() > 0) {
                    posted.incrementAndGet();
                    missing.dec();
                }
            });
        });
    }

    /** Executions of the last call. */
    static long executions() {
        return EXECUTIONS.get(ValueLayout.JAVA_LONG, 0);
    }

    private static void play(int srbs, AtomicInt missing, AtomicInteger posted, Runnable refill) {
        EXECUTIONS.set(ValueLayout.JAVA_LONG, 0, executions() + 1);
        Thread work = new Thread(() -> {
            missing.inc();
            refill.run();
        });
        work.start();
        refill.run();
        try {
            work.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (posted.get() != srbs + 1 || missing.read() != 0) {
            throw new AssertionError(posted.get() + " of " + (srbs + 1) + " buffers posted, stat_miss is " + missing.read());
        }
    }
}
