// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_ACK;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_NOT_INIT;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_PRIMED;

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
 * The driver ends polling of the input queue: it takes back the state ACK and then looks once more for a response. The channel
 * places a response and raises an interrupt unless the SBAL before it is in state ACK. Results: whether the driver finds the
 * response; whether there is an interrupt.
 */
public final class EndOfPolling {
    private EndOfPolling() {
    }

    private static OutputPair acknowledged() {
        OutputPair pair = new OutputPair();
        Slsb.val(pair.slsb(), pair.first(), SLSB_P_INPUT_ACK);
        return pair;
    }

    private static int respond(OutputPair pair) {
        Slsb.valRelease(pair.slsb(), pair.first() + 1, SLSB_P_INPUT_PRIMED);
        VarHandle.fullFence();
        return Slsb.valAcquire(pair.slsb(), pair.first()) == SLSB_P_INPUT_ACK ? 0 : 1;
    }

    /** {@code qdio_stop_polling} and {@code qdio_inbound_q_done} by what they do to the SLSB. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "A response that nobody looks for: not found, and no interrupt.")
    @Outcome(id = {"1, 0", "0, 1", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "The response is found now or by an interrupt.")
    @State
    public static class PortStates {
        private final OutputPair pair = acknowledged();

        @Actor
        public void driver(II_Result r) {
            SlsbStates.set(pair.slsb(), pair.first(), SLSB_P_INPUT_NOT_INIT);
            r.r1 = SlsbStates.get(pair.slsb(), pair.first() + 1) == SLSB_P_INPUT_PRIMED ? 1 : 0;
        }

        @Actor
        public void channel(II_Result r) {
            r.r2 = respond(pair);
        }

        @Arbiter
        public void end() {
            pair.giveBack();
        }
    }

    /** The driver's store and load without a fence between them. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "A response that nobody looks for: the driver's store "
            + "passed its load, as every processor allows, x86 included.")
    @Outcome(id = {"1, 0", "0, 1", "1, 1"}, expect = Expect.ACCEPTABLE, desc = "The response is found now or by an interrupt.")
    @State
    public static class WithoutFence {
        private final OutputPair pair = acknowledged();

        @Actor
        public void driver(II_Result r) {
            Slsb.valRelease(pair.slsb(), pair.first(), SLSB_P_INPUT_NOT_INIT);
            r.r1 = Slsb.valAcquire(pair.slsb(), pair.first() + 1) == SLSB_P_INPUT_PRIMED ? 1 : 0;
        }

        @Actor
        public void channel(II_Result r) {
            r.r2 = respond(pair);
        }

        @Arbiter
        public void end() {
            pair.giveBack();
        }
    }
}
