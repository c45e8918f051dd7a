// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.RwLock;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/** What a driver does for each request takes nothing from the Java heap. */
class AllocationTest {
    private static final int TIMES = 20_000;

    private static void assertAllocatesNothing(String what, Runnable action) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        // the first rounds run interpreted and may allocate once for all
        for (int round = 0; round < 5 && least > TIMES; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < TIMES; i++) {
                action.run();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(least < TIMES, what + " allocated " + least + " bytes in " + TIMES + " calls");
    }

    @Test
    void primitivesAllocateNothing() {
        try (RealKernel kernel = new RealKernel(1 << 20)) {
            SpinLock spin = kernel.spinLock("spin", null);
            assertAllocatesNothing("spin lock", () -> {
                spin.lockIrq();
                spin.unlockIrq();
            });
            RwLock rw = kernel.rwLock("rw", null);
            assertAllocatesNothing("rwlock", () -> {
                rw.readLockIrq();
                rw.readUnlockIrq();
                rw.writeLockIrq();
                rw.writeUnlockIrq();
            });
            AtomicInt atomic = kernel.atomicInt("atomic", null, 0);
            assertAllocatesNothing("atomic", () -> {
                atomic.inc();
                atomic.addUnless(-1, 0);
                atomic.or(4);
                atomic.andnot(4);
            });
            WaitQueue queue = kernel.waitQueue("queue", null);
            assertAllocatesNothing("wakeUp", queue::wakeUp);
            Timer timer = kernel.timer("timer", null, () -> { });
            assertAllocatesNothing("timer", () -> {
                timer.arm(3_600_000);
                timer.delete();
            });
            Storage storage = kernel.storage();
            assertAllocatesNothing("storage", () -> storage.free(storage.alloc(1696, 8)));
            WorkQueue workQueue = kernel.orderedWorkQueue("wq");
            Work work = kernel.work("work", null, w -> { });
            assertAllocatesNothing("work", () -> workQueue.queue(work));
            Tasklet tasklet = kernel.tasklet("tasklet", () -> { });
            assertAllocatesNothing("tasklet", tasklet::schedule);
        }
    }
}
