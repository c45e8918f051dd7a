// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.zfcp4j.jcstress.machine.PendingRequest;

/**
 * A request is put on the list and found by its id: what the sender stored into its plain fields comes with it. Results: whether
 * it was found; whether it was complete then.
 */
public final class RequestListHandOver {
    private static final long ISSUED = 0x1122_3344_5566_7788L;

    private RequestListHandOver() {
    }

    /** {@code zfcp_reqlist_add} against {@code zfcp_reqlist_find_rm}. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "A request without what its sender stored into it.")
    @Outcome(id = {"0, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "Not on the list yet.")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Found, and complete.")
    @State
    public static class Port {
        private final PendingRequest request = new PendingRequest(false);
        private long early;

        @Actor
        public void sender() {
            request.req().issued = ISSUED;
            request.add();
        }

        @Actor
        public void completion(II_Result r) {
            long before = request.req().issued;
            r.r1 = request.findRm() != null ? 1 : 0;
            r.r2 = request.req().issued == ISSUED ? 1 : 0;
            early = before;
        }
    }

    /** The list is replaced by a plain flag. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "A request without what its sender stored into it. Here "
            + "x86 shows only what the compiler does: it swaps stores, or takes the early look for the later one.")
    @Outcome(id = {"0, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "Not there yet.")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Found, and complete.")
    @State
    public static class WithoutOrder {
        private final PendingRequest request = new PendingRequest(false);
        private boolean pending;
        private long early;

        @Actor
        public void sender() {
            request.req().issued = ISSUED;
            pending = true;
        }

        @Actor
        public void completion(II_Result r) {
            long before = request.req().issued;
            r.r1 = pending ? 1 : 0;
            r.r2 = request.req().issued == ISSUED ? 1 : 0;
            early = before;
        }
    }
}
