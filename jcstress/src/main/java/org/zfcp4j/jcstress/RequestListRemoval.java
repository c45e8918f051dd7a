// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.zfcp4j.jcstress.machine.PendingRequest;

/** A pending request ends once. Results: how often it ends on either side. */
public final class RequestListRemoval {
    private RequestListRemoval() {
    }

    /** {@code zfcp_fsf_reqid_check} takes it off by its id while {@code zfcp_fsf_req_dismiss_all} takes all off. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "The request completes and is dismissed, or neither.")
    @Outcome(id = {"1, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "The request ends once.")
    @State
    public static class CompletionAndDismissal {
        private final PendingRequest request = new PendingRequest(true);

        @Actor
        public void completion(II_Result r) {
            r.r1 = request.findRm() != null ? 1 : 0;
        }

        @Actor
        public void dismissal(II_Result r) {
            r.r2 = request.moveAll();
        }
    }

    /** Two that take it off by its id: a completion, and a send that fails late. */
    @JCStressTest
    @Outcome(expect = Expect.FORBIDDEN, desc = "The request ends twice, or never.")
    @Outcome(id = {"1, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "The request ends once.")
    @State
    public static class CompletionAndFailedSend {
        private final PendingRequest request = new PendingRequest(true);

        @Actor
        public void completion(II_Result r) {
            r.r1 = request.findRm() != null ? 1 : 0;
        }

        @Actor
        public void failedSend(II_Result r) {
            r.r2 = request.findRm() != null ? 1 : 0;
        }
    }

    /** The same without the lock of the list. */
    @JCStressTest
    @Outcome(id = {"1, 0", "0, 1"}, expect = Expect.ACCEPTABLE, desc = "The request ends once.")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "The request ends twice. No reordering is needed, so any "
            + "machine shows it.")
    @Outcome(id = {"-1, 0", "0, -1", "-1, 1", "1, -1"}, expect = Expect.ACCEPTABLE_INTERESTING,
            desc = "A look-up got lost in a list that changed under its feet.")
    @State
    public static class WithoutLock {
        private final PendingRequest request = new PendingRequest(true);

        @Actor
        public void completion(II_Result r) {
            r.r1 = request.findRmUnlocked();
        }

        @Actor
        public void failedSend(II_Result r) {
            r.r2 = request.findRmUnlocked();
        }
    }
}
