// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Locks. */
public interface LockContract extends OnKernel {
    @Test
    default void spinLockExcludes() {
        onKernel(kernel -> {
            SpinLock lock = kernel.spinLock("lock", null);
            exclusion(kernel, lock::lock, lock::unlock, lock::lockdepAssertHeld);
        });
    }

    @Test
    default void writeLockExcludes() {
        onKernel(kernel -> {
            RwLock lock = kernel.rwLock("lock", null);
            exclusion(kernel, lock::writeLockIrq, lock::writeUnlockIrq, lock::lockdepAssertHeld);
        });
    }

    @Test
    default void mutexExcludes() {
        onKernel(kernel -> {
            Mutex lock = kernel.mutex("lock", null);
            assertEquals(0, lock.lockInterruptible());
            lock.unlock();
            exclusion(kernel, lock::lock, lock::unlock, lock::lockdepAssertHeld);
        });
    }

    private static void exclusion(Kernel kernel, Runnable lock, Runnable unlock, Runnable assertHeld) {
        int[] counter = new int[1];
        AtomicInt inside = kernel.atomicInt("inside", null, 0);
        Completion done = kernel.completion("done", null);
        for (int i = 0; i < 3; i++) {
            kernel.kthreadRun("incrementer" + i, thread -> {
                for (int n = 0; n < 20; n++) {
                    lock.run();
                    assertEquals(1, inside.addReturn(1));
                    assertHeld.run();
                    counter[0]++;
                    inside.dec();
                    unlock.run();
                }
                done.complete();
            });
        }
        for (int i = 0; i < 3; i++) {
            done.waitForCompletion();
        }
        assertEquals(60, counter[0]);
    }

    @Test
    default void readersShareAndNestAlthoughAWriterWaits() {
        onKernel(kernel -> {
            RwLock lock = kernel.rwLock("lock", null);
            AtomicInt readers = kernel.atomicInt("readers", null, 0);
            AtomicInt written = kernel.atomicInt("written", null, 0);
            Completion done = kernel.completion("done", null);
            lock.readLock();
            kernel.kthreadRun("writer", thread -> {
                lock.writeLock();
                written.set(1);
                lock.writeUnlock();
                done.complete();
            });
            lock.readLockIrq();
            assertEquals(0, written.read());
            lock.readUnlockIrq();
            lock.lockdepAssertHeld();
            lock.readUnlock();
            kernel.kthreadRun("reader", thread -> {
                lock.readLock();
                readers.inc();
                lock.readUnlock();
                done.complete();
            });
            done.waitForCompletion();
            done.waitForCompletion();
            assertEquals(1, written.read());
            assertEquals(1, readers.read());
        });
    }
}
