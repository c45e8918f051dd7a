// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.zfcp4j.jcstress.machine.OutputPair;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.Slsb;

/**
 * An SBAL goes to the channel: what the driver stored into it comes before its state. Results: whether the channel saw PRIMED;
 * whether it then saw the request id. The channel also reads the SBAL before it reads the state, which a compiler must not reuse
 * for the later read.
 */
public final class RequestContent {
    private static final long REQUEST_ID = 0x1122_3344_5566_7788L;

    private RequestContent() {
    }

    /** {@code do_QDIO}, against a channel that reads the state with acquire ordering. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "The channel fetched an SBAL whose content is not there yet.")
    @Outcome(id = {"0, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "The SBAL is still the driver's.")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "State and content have arrived.")
    @State
    public static class Port {
        private final OutputPair pair = new OutputPair();
        private long early;

        @Actor
        public void driver() {
            QdioBufferElement.ADDR.set(pair.sbal(), REQUEST_ID);
            pair.send();
        }

        @Actor
        public void channel(II_Result r) {
            long before = QdioBufferElement.ADDR.get(pair.sbal());
            int state = Slsb.valAcquire(pair.slsb(), pair.first() + 1);
            long after = QdioBufferElement.ADDR.get(pair.sbal());
            early = before;
            r.r1 = state == SLSB_CU_OUTPUT_PRIMED ? 1 : 0;
            r.r2 = after == REQUEST_ID ? 1 : 0;
        }

        @Arbiter
        public void end() {
            pair.giveBack();
        }
    }

    /** The same with plain accesses on both sides. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "PRIMED without its content. Here x86 shows only what the "
            + "compiler does, and not each time: it takes the early look at the content for the later one.")
    @Outcome(id = {"0, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "The SBAL is still the driver's.")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "State and content have arrived.")
    @State
    public static class WithoutOrder {
        private final OutputPair pair = new OutputPair();
        private long early;

        @Actor
        public void driver() {
            QdioBufferElement.ADDR.set(pair.sbal(), REQUEST_ID);
            Slsb.val(pair.slsb(), pair.first() + 1, SLSB_CU_OUTPUT_PRIMED);
        }

        @Actor
        public void channel(II_Result r) {
            long before = QdioBufferElement.ADDR.get(pair.sbal());
            int state = Slsb.val(pair.slsb(), pair.first() + 1);
            long after = QdioBufferElement.ADDR.get(pair.sbal());
            early = before;
            r.r1 = state == SLSB_CU_OUTPUT_PRIMED ? 1 : 0;
            r.r2 = after == REQUEST_ID ? 1 : 0;
        }

        @Arbiter
        public void end() {
            pair.giveBack();
        }
    }
}
