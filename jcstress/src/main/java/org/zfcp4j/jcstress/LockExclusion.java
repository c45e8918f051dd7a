// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.zfcp4j.jcstress.machine.Machine;
import org.zfcp4j.kernel.RwLock;
import org.zfcp4j.kernel.SpinLock;

/** Spin locks and reader-writer locks keep holders apart, and show each what the one before it stored into plain fields. */
public final class LockExclusion {
    private LockExclusion() {
    }

    /** Two that count under a spin lock. Result: the count. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "An update was lost: both were inside, or one did not see the other's store.")
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "Both counted.")
    @State
    public static class Spin {
        private final SpinLock lock = Machine.kernel().spinLock("lock", null);
        private int count;

        private void add() {
            lock.lock();
            count++;
            lock.unlock();
        }

        @Actor
        public void one() {
            add();
        }

        @Actor
        public void other() {
            add();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = count;
        }
    }

    /** The same under a lock that tests and sets in two steps. */
    @JCStressTest
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "Both counted.")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "An update was lost: both were inside. No reordering is "
            + "needed, so any machine shows it.")
    @State
    public static class SpinInTwoSteps {
        private static final VarHandle TAKEN;

        static {
            try {
                TAKEN = MethodHandles.lookup().findVarHandle(SpinInTwoSteps.class, "taken", boolean.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private boolean taken;
        private int count;

        private void add() {
            while ((boolean) TAKEN.getAcquire(this)) {
                Thread.onSpinWait();
            }
            TAKEN.setOpaque(this, true);
            count++;
            TAKEN.setRelease(this, false);
        }

        @Actor
        public void one() {
            add();
        }

        @Actor
        public void other() {
            add();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = count;
        }
    }

    /** One stores two fields under a spin lock, the other loads them. Results: the fields. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "Half of what was stored under the lock.")
    @Outcome(id = {"0, 0", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "All or nothing.")
    @State
    public static class SpinVisibility {
        private final SpinLock lock = Machine.kernel().spinLock("lock", null);
        private int first;
        private int second;

        @Actor
        public void writer() {
            lock.lock();
            first = 1;
            second = 1;
            lock.unlock();
        }

        @Actor
        public void reader(II_Result r) {
            lock.lock();
            r.r1 = first;
            r.r2 = second;
            lock.unlock();
        }
    }

    /** The same without a lock. */
    @JCStressTest
    @Outcome(id = {"0, 0", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "All or nothing.")
    @Outcome(id = {"0, 1", "1, 0"}, expect = Expect.ACCEPTABLE_INTERESTING, desc = "Half of what was stored. No "
            + "reordering is needed, so any machine shows it.")
    @State
    public static class WithoutLock {
        private int first;
        private int second;

        @Actor
        public void writer() {
            first = 1;
            second = 1;
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = first;
            r.r2 = second;
        }
    }

    /** The reader-writer lock with a writer and a reader. Results: the fields. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "Half of what was stored under the lock.")
    @Outcome(id = {"0, 0", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "All or nothing.")
    @State
    public static class ReaderAndWriter {
        private final RwLock lock = Machine.kernel().rwLock("lock", null);
        private int first;
        private int second;

        @Actor
        public void writer() {
            lock.writeLock();
            first = 1;
            second = 1;
            lock.writeUnlock();
        }

        @Actor
        public void reader(II_Result r) {
            lock.readLock();
            r.r1 = first;
            r.r2 = second;
            lock.readUnlock();
        }
    }

    /** The reader-writer lock with two writers. Result: the count. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "An update was lost.")
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "Both counted.")
    @State
    public static class TwoWriters {
        private final RwLock lock = Machine.kernel().rwLock("lock", null);
        private int count;

        private void add() {
            lock.writeLock();
            count++;
            lock.writeUnlock();
        }

        @Actor
        public void one() {
            add();
        }

        @Actor
        public void other() {
            add();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = count;
        }
    }
}
