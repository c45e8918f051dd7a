// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.zfcp4j.jcstress.machine.Machine;
import org.zfcp4j.jcstress.machine.RefillAdapter;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** Conservation of {@code stat_miss}: what a refill claims it posts or undoes, whatever else counts meanwhile. */
public final class StatMissUndo {
    private static final RefillPolicy ADD_UNLESS = RefillPolicies.byName("add-unless");

    private StatMissUndo() {
    }

    private static AtomicInt statMiss(int value) {
        return Machine.kernel().atomicInt("stat_miss", null, value);
    }

    /** The claim of {@code add-unless} alone. Results: claims of each side; {@code stat_miss} afterwards. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "One missing buffer was claimed twice, or by nobody.")
    @Outcome(id = {"1, 0, 0", "0, 1, 0"}, expect = Expect.ACCEPTABLE, desc = "One side has the claim.")
    @State
    public static class Claim {
        private final AtomicInt missing = statMiss(1);

        @Actor
        public void erpThread(III_Result r) {
            r.r1 = missing.addUnless(-1, 0) ? 1 : 0;
        }

        @Actor
        public void statWork(III_Result r) {
            r.r2 = missing.addUnless(-1, 0) ? 1 : 0;
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = missing.read();
        }
    }

    /** The same in two steps. */
    @JCStressTest
    @Outcome(id = {"1, 0, 0", "0, 1, 0"}, expect = Expect.ACCEPTABLE, desc = "One side has the claim.")
    @Outcome(id = "1, 1, -1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Both sides have it. No reordering is needed, so any "
            + "machine shows it.")
    @State
    public static class ClaimInTwoSteps {
        private final AtomicInt missing = statMiss(1);

        private int claim() {
            if (missing.read() <= 0) {
                return 0;
            }
            missing.dec();
            return 1;
        }

        @Actor
        public void erpThread(III_Result r) {
            r.r1 = claim();
        }

        @Actor
        public void statWork(III_Result r) {
            r.r2 = claim();
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = missing.read();
        }
    }

    /** The policy {@code add-unless} with closed queues, so that it gives its claim back, while a completion counts. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "A missing buffer was forgotten, or counted twice.")
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "One was missing before, one came to it, none was posted.")
    @State
    public static class AddUnless {
        private final RefillAdapter adapter = new RefillAdapter(1, false);

        @Actor
        public void statWork() {
            adapter.refill(ADD_UNLESS);
        }

        @Actor
        public void completion() {
            adapter.missing().inc();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = adapter.missing().read() + adapter.giveBack();
        }
    }

    /** A claim that is undone by a load and a store. */
    @JCStressTest
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "One was missing before, one came to it, none was posted.")
    @Outcome(id = "1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "The buffer that the completion counted is forgotten: the "
            + "channel will have one less for ever. No reordering is needed, so any machine shows it.")
    @State
    public static class UndoInTwoSteps {
        private final AtomicInt missing = statMiss(1);

        @Actor
        public void statWork() {
            if (missing.addUnless(-1, 0)) {
                missing.set(missing.read() + 1);
            }
        }

        @Actor
        public void completion() {
            missing.inc();
        }

        @Arbiter
        public void end(I_Result r) {
            r.r1 = missing.read();
        }
    }
}
