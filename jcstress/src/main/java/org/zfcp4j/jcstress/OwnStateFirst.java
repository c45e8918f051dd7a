// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_EMPTY;

import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.zfcp4j.jcstress.machine.OutputPair;
import org.zfcp4j.layout.qdio.Slsb;
import org.zfcp4j.qdio.SlsbStates;

/**
 * The driver primes an SBAL and does not signal if the one before it is still PRIMED; the channel takes that one and goes on to the
 * next only if it is PRIMED. Each stores its own state and then loads the other's. Results: whether the driver signals; whether
 * the channel goes on.
 */
public final class OwnStateFirst {
    private OwnStateFirst() {
    }

    /** The mirror image of the driver's rule, as the channel follows it. */
    private static int fetch(OutputPair pair) {
        Slsb.valRelease(pair.slsb(), pair.first(), SLSB_P_OUTPUT_EMPTY);
        VarHandle.fullFence();
        return Slsb.valAcquire(pair.slsb(), pair.first() + 1) == SLSB_CU_OUTPUT_PRIMED ? 1 : 0;
    }

    /** {@code do_QDIO} from its entry to the decision about the signal. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "Lost initiative: no signal, and the channel stops before the SBAL.")
    @Outcome(id = {"1, 0", "0, 1", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "At least one of them sees to the SBAL.")
    @State
    public static class Port {
        private final OutputPair pair = new OutputPair();

        @Actor
        public void driver(II_Result r) {
            r.r1 = pair.send() ? 1 : 0;
        }

        @Actor
        public void channel(II_Result r) {
            r.r2 = fetch(pair);
        }

        @Arbiter
        public void end() {
            pair.giveBack();
        }
    }

    /**
     * {@code set_buf_states} and {@code get_buf_state} alone. Between the two, {@code do_QDIO} counts the SBAL by an atomic
     * operation, which on many processors hides that a fence is missing; this does not.
     */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "Lost initiative: no signal, and the channel stops before the SBAL.")
    @Outcome(id = {"1, 0", "0, 1", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "At least one of them sees to the SBAL.")
    @State
    public static class PortStates {
        private final OutputPair pair = new OutputPair();

        @Actor
        public void driver(II_Result r) {
            SlsbStates.set(pair.slsb(), pair.first() + 1, SLSB_CU_OUTPUT_PRIMED);
            r.r1 = SlsbStates.get(pair.slsb(), pair.first()) == SLSB_CU_OUTPUT_PRIMED ? 0 : 1;
        }

        @Actor
        public void channel(II_Result r) {
            r.r2 = fetch(pair);
        }

        @Arbiter
        public void end() {
            pair.giveBack();
        }
    }

    /** The driver's store is a release and its load an acquire, which suffices for a hand-over, but not here. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Lost initiative: the driver's store passed its load, as "
            + "every processor allows, x86 included.")
    @Outcome(id = {"1, 0", "0, 1", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "At least one of them sees to the SBAL.")
    @State
    public static class WithoutFence {
        private final OutputPair pair = new OutputPair();

        @Actor
        public void driver(II_Result r) {
            Slsb.valRelease(pair.slsb(), pair.first() + 1, SLSB_CU_OUTPUT_PRIMED);
            r.r1 = Slsb.valAcquire(pair.slsb(), pair.first()) == SLSB_CU_OUTPUT_PRIMED ? 0 : 1;
        }

        @Actor
        public void channel(II_Result r) {
            r.r2 = fetch(pair);
        }

        @Arbiter
        public void end() {
            pair.giveBack();
        }
    }
}
