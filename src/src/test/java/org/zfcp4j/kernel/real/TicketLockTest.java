// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketLockTest {
    private static final int THREADS = 3;
    private static final int TIMES = 20_000;

    private static void waitFor(Thread thread) throws InterruptedException {
        // It has drawn its number when it waits for its turn, which is when it has begun to nap.
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
    }

    @Test
    void excludes() throws InterruptedException {
        TicketLock lock = new TicketLock("lock");
        int[] counter = new int[1];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int k = 0; k < TIMES; k++) {
                    lock.lock();
                    counter[0]++;
                    lock.unlock();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(THREADS * TIMES, counter[0]);
    }

    @Test
    void servesInTheOrderOfArrival() throws InterruptedException {
        TicketLock lock = new TicketLock("lock");
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        lock.lock();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread thread = Thread.ofPlatform().start(() -> {
                lock.lockIrq();
                order.add(number);
                lock.unlockIrq();
            });
            threads.add(thread);
            waitFor(thread);
        }
        lock.unlock();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(0, 1, 2), order);
    }

    @Test
    void knowsWhetherItIsHeld() {
        TicketLock lock = new TicketLock("req_q_lock");
        assertEquals("req_q_lock is not held", assertThrows(IllegalMonitorStateException.class, lock::lockdepAssertHeld).getMessage());
        lock.lock();
        lock.lockdepAssertHeld();
        lock.unlock();
        assertThrows(IllegalMonitorStateException.class, lock::lockdepAssertHeld);
    }
}
