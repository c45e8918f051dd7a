// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.zfcp4j.jcstress.machine.Machine;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.kernel.WaitQueue;

/** A wait queue loses no wake-up, though its conditions are made of plain fields and a waker takes no lock while nobody waits. */
public final class WaitQueueWakeUp {
    /** Jiffies. A wake-up takes far less even on a busy machine; a wait that lasts this long was not woken. */
    private static final long PATIENCE = 10_000;

    private WaitQueueWakeUp() {
    }

    /** {@code wait_event}, with a limit so that a loss shows. Result: whether the waiter was woken. */
    @JCStressTest
    @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "Lost wake-up: the condition held and the waiter slept until its timeout.")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "The waiter did not sleep, or was woken.")
    @State
    public static class Port {
        private final WaitQueue queue = Machine.kernel().waitQueue("wait", null);
        private boolean happened;
        private final BooleanSupplier condition = () -> happened;

        @Actor
        public void waiter(I_Result r) {
            r.r1 = queue.waitEventTimeout(condition, PATIENCE) > 1 ? 1 : 0;
        }

        @Actor
        public void waker() {
            happened = true;
            queue.wakeUp();
        }
    }

    /** {@code wait_event_interruptible_lock_irq_timeout}: the condition changes under a lock, and waking needs none. */
    @JCStressTest
    @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "Lost wake-up: the condition held and the waiter slept until its timeout.")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "The waiter did not sleep, or was woken.")
    @State
    public static class PortWithLock {
        private final WaitQueue queue = Machine.kernel().waitQueue("wait", null);
        private final SpinLock lock = Machine.kernel().spinLock("lock", null);
        private boolean happened;
        private final BooleanSupplier condition = () -> happened;

        @Actor
        public void waiter(I_Result r) {
            lock.lockIrq();
            r.r1 = queue.waitEventLockIrqTimeout(condition, lock, PATIENCE) > 1 ? 1 : 0;
            lock.unlockIrq();
        }

        @Actor
        public void waker() {
            lock.lockIrq();
            happened = true;
            lock.unlockIrq();
            queue.wakeUp();
        }
    }

    /**
     * The decision of both sides with the fence left out of the waker, without the sleep. Results: whether the waiter goes to
     * sleep; whether the waker wakes.
     */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Lost wake-up: the waker looked for waiters before its "
            + "change could be seen, as every processor allows, x86 included.")
    @Outcome(id = {"0, 0", "0, 1", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "The waiter does not sleep, or is woken.")
    @State
    public static class WithoutFence {
        private static final VarHandle WAITERS;

        static {
            try {
                WAITERS = MethodHandles.lookup().findVarHandle(WithoutFence.class, "waiters", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private int waiters;
        private boolean happened;

        @Actor
        public void waiter(II_Result r) {
            WAITERS.getAndAdd(this, 1);
            VarHandle.fullFence();
            r.r1 = happened ? 0 : 1;
        }

        @Actor
        public void waker(II_Result r) {
            happened = true;
            r.r2 = (int) WAITERS.getOpaque(this) != 0 ? 1 : 0;
        }
    }
}
