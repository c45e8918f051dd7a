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
import org.zfcp4j.kernel.real.HandedOver;

/**
 * The channel places a response and its interrupt schedules the tasklet, while a thread begins a run of it: it clears the scheduled
 * bit and then looks. Who finds the bit set does not schedule, so the run that is due has to see what was stored; a response that
 * is lost here is found with the next interrupt. Results: whether the tasklet was scheduled; whether the run has seen it.
 */
public final class TaskletScheduled {
    private TaskletScheduled() {
    }

    /** The kernel's own, which has taken the item off its queue and is about to run it. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "Lost: not scheduled, since it was, and the run that was due did not see what is new.")
    @Outcome(id = {"0, 1", "1, 0", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "This run has seen it, or the next one will.")
    @State
    public static class Port {
        private final HandedOver item = HandedOver.tasklet(this::function);
        private boolean happened;
        private int seen;

        private void function() {
            seen = happened ? 1 : 0;
        }

        @Actor
        public void interrupt() {
            happened = true;
            item.ask();
        }

        @Actor
        public void runner(II_Result r) {
            item.execute();
            r.r2 = seen;
        }

        @Arbiter
        public void queued(II_Result r) {
            r.r1 = item.wasQueued() ? 1 : 0;
        }
    }

    /** The bit is cleared by a release, without a fence between that and the function. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Lost: the look of the function passed the clearing of the "
            + "bit, as every processor allows, x86 included.")
    @Outcome(id = {"0, 1", "1, 0", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "This run has seen it, or the next one will.")
    @State
    public static class WithoutFence {
        private static final VarHandle BIT = bit(MethodHandles.lookup(), WithoutFence.class);

        private int bit = 1;
        private boolean happened;

        @Actor
        public void interrupt(II_Result r) {
            happened = true;
            r.r1 = BIT.compareAndSet(this, 0, 1) ? 1 : 0;
        }

        @Actor
        public void runner(II_Result r) {
            BIT.setRelease(this, 0);
            r.r2 = happened ? 1 : 0;
        }
    }

    /** Who asks looks first whether the bit is set, and leaves it at that: no atomic operation, and so no order. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Lost: the look at the bit passed the store of what is new, "
            + "as every processor allows, x86 included.")
    @Outcome(id = {"0, 1", "1, 0", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "This run has seen it, or the next one will.")
    @State
    public static class LookBeforeSet {
        private static final VarHandle BIT = bit(MethodHandles.lookup(), LookBeforeSet.class);

        private int bit = 1;
        private boolean happened;

        @Actor
        public void interrupt(II_Result r) {
            happened = true;
            r.r1 = (int) BIT.getOpaque(this) == 0 && BIT.compareAndSet(this, 0, 1) ? 1 : 0;
        }

        @Actor
        public void runner(II_Result r) {
            BIT.setRelease(this, 0);
            VarHandle.fullFence();
            r.r2 = happened ? 1 : 0;
        }
    }

    private static VarHandle bit(MethodHandles.Lookup lookup, Class<?> of) {
        try {
            return lookup.findVarHandle(of, "bit", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
