// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.zfcp4j.jcstress.machine.RefillAdapter;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.RefillPolicy;

/**
 * One status read buffer is missing, and the ERP thread and {@code stat_work} refill at a time: the story of commit 60a161b7e5b2,
 * with the whole post path of the driver. Results: buffers posted; {@code stat_miss} afterwards.
 */
public final class StatMissClaim {
    private static final RefillPolicy ADD_UNLESS = RefillPolicies.byName("add-unless");
    private static final RefillPolicy CHECK_THEN_DEC = RefillPolicies.byName("check-then-dec");

    private StatMissClaim() {
    }

    /** The policy {@code add-unless}: Linux today. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "The buffer was posted twice, or not at all, or the count is wrong.")
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "One buffer was missing and one was posted.")
    @State
    public static class AddUnless {
        private final RefillAdapter adapter = new RefillAdapter(1, true);

        @Actor
        public void erpThread() {
            adapter.refill(ADD_UNLESS);
        }

        @Actor
        public void statWork() {
            adapter.refill(ADD_UNLESS);
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = adapter.missing().read();
            r.r1 = adapter.giveBack();
        }
    }

    /** The same while a notification consumes a buffer. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "A buffer too many or too few was posted, or the count is wrong.")
    @Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "Two buffers were missing in all and two were posted.")
    @State
    public static class AddUnlessWithNotification {
        private final RefillAdapter adapter = new RefillAdapter(1, true);

        @Actor
        public void erpThread() {
            adapter.refill(ADD_UNLESS);
        }

        @Actor
        public void completionAndStatWork() {
            adapter.missing().inc();
            adapter.refill(ADD_UNLESS);
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = adapter.missing().read();
            r.r1 = adapter.giveBack();
        }
    }

    /** The policy {@code check-then-dec}: Linux before the commit, which claims in two steps. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "More than the known race.")
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "One buffer was missing and one was posted.")
    @Outcome(id = "2, -1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Both saw it missing and both posted: one too many at "
            + "the channel. No reordering is needed, so any machine shows it.")
    @State
    public static class CheckThenDec {
        private final RefillAdapter adapter = new RefillAdapter(1, true);

        @Actor
        public void erpThread() {
            adapter.refill(CHECK_THEN_DEC);
        }

        @Actor
        public void statWork() {
            adapter.refill(CHECK_THEN_DEC);
        }

        @Arbiter
        public void end(II_Result r) {
            r.r2 = adapter.missing().read();
            r.r1 = adapter.giveBack();
        }
    }
}
