// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.lab.check.CheckerBed.SBAL;
import static org.zfcp4j.lab.check.CheckerBed.broken;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** What a driver must not do to its request queue, done to a checker of its own. */
class RequestQueueCheckerTest {
    private static final int FREE = QDIO_MAX_BUFFERS_PER_Q;

    /** One SBAL was taken and handed over. */
    private static List<Invariant> found(BiConsumer<RequestQueueChecker, CheckerBed> story) {
        return broken(CheckerBed.play(bed -> {
            RequestQueueChecker checker = new RequestQueueChecker((VirtualKernel) bed.world.kernel(), bed.findings);
            AtomicInt free = bed.adapter.qdio.reqQFree;
            int before = free.read();
            free.set(FREE);
            checker.activate(bed.device, 0);
            checker.atomicChanged(free, 0, FREE);
            free.set(FREE - 1);
            checker.atomicChanged(free, FREE, FREE - 1);
            checker.slsbChanged(bed.device, false, SBAL, 1, SLSB_CU_OUTPUT_PRIMED);
            story.accept(checker, bed);
            bed.clear(SBAL);
            free.set(before);
        }));
    }

    private static void giveBack(RequestQueueChecker checker, CheckerBed bed) {
        AtomicInt free = bed.adapter.qdio.reqQFree;
        checker.handler(bed.device, false, 0, SBAL, 1);
        free.set(FREE);
        checker.atomicChanged(free, FREE - 1, FREE);
    }

    @Test
    void allIsWellWithAnSbalThatComesBackClear() {
        assertEquals(List.of(), found(RequestQueueCheckerTest::giveBack));
    }

    @Test
    void anSbalThatIsFreeAndNotClear() {
        assertEquals(List.of(Invariant.REQUEST_QUEUE), found((checker, bed) -> {
            bed.fill(SBAL, 7, 0);
            giveBack(checker, bed);
        }));
    }

    @Test
    void anSbalThatTheChannelHadWhenTheQueuesWereClosedAndThatIsNotClear() {
        assertEquals(List.of(Invariant.REQUEST_QUEUE), found((checker, bed) -> {
            checker.shutdown(bed.device, 0);
            bed.fill(SBAL, 7, 0);
            checker.establish(bed.device, null, 0);
        }));
    }

    @Test
    void afterAnErrorOfTheQueueCloseLeavesSbalsAsTheyWere() {
        assertEquals(List.of(), found((checker, bed) -> {
            checker.handler(bed.device, false, 1, SBAL, 0);
            checker.shutdown(bed.device, 0);
            bed.fill(SBAL, 7, 0);
            checker.establish(bed.device, null, 0);
        }));
    }

    @Test
    void afterASignalThatFailedAllCountsAsBefore() {
        assertEquals(List.of(), found((checker, bed) -> {
            bed.fail(checker);
            giveBack(checker, bed);
        }));
        assertEquals(List.of(Invariant.REQUEST_QUEUE), found((checker, bed) -> {
            bed.fail(checker);
            bed.fill(SBAL, 7, 0);
            giveBack(checker, bed);
        }));
    }
}
