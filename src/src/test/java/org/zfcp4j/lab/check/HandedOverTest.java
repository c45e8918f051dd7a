// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.lab.check.CheckerBed.SBAL;
import static org.zfcp4j.lab.check.CheckerBed.broken;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_COMMAND;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_MORE_SBALS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.check.HandedOver.Request;

/** What checkers know of SBALs that the channel may have. */
class HandedOverTest {
    private static List<Request> requests(CheckerBed bed, int count) {
        List<Request> requests = new ArrayList<>();
        bed.handedOver.forEach(bed.device, SBAL, count, requests::add);
        return requests;
    }

    @Test
    void aRequestStaysWhatItWasWhenItsSbalIsClearedAndFilledAgain() {
        CheckerBed.play(bed -> {
            bed.post(7);
            assertEquals(List.of(new Request(SBAL, 7, 0)), requests(bed, 1));
            bed.fill(SBAL, 8, SBAL_SFLAGS0_COMMAND);
            assertEquals(List.of(new Request(SBAL, 7, 0)), requests(bed, 1));
            bed.clear(SBAL);
        });
    }

    @Test
    void aFlagThatAnEarlierRequestLeftInAChainMakesNoRequest() {
        CheckerBed.play(bed -> {
            bed.fill(SBAL, 7, SBAL_SFLAGS0_COMMAND | SBAL_SFLAGS0_MORE_SBALS);
            bed.fill(SBAL + 1, 8, SBAL_SFLAGS0_COMMAND);
            bed.handedOver.submit(bed.device, SBAL, 2);
            assertEquals(List.of(new Request(SBAL, 7, 0)), requests(bed, 2));
            bed.clear(SBAL);
            bed.clear(SBAL + 1);
        });
    }

    @Test
    void aRequestWhoseSignalFailedIsSentAndCompletesOnce() {
        Findings findings = CheckerBed.play(bed -> {
            RequestLifeChecker life = new RequestLifeChecker(bed.findings, bed.handedOver, (VirtualKernel) bed.world.kernel());
            bed.post(7, life);
            bed.fail(life);
            bed.complete(7, life);
            assertEquals(List.of(), broken(bed.findings));
            bed.complete(7, life);
        });
        assertEquals(List.of(Invariant.REQUEST_LIFE), broken(findings));
    }

    @Test
    void aRequestWhoseSignalFailedIsNotSentAgain() {
        Findings findings = CheckerBed.play(bed -> {
            RequestLifeChecker life = new RequestLifeChecker(bed.findings, bed.handedOver, (VirtualKernel) bed.world.kernel());
            bed.post(7, life);
            bed.fail(life);
            bed.post(7, life);
        });
        assertEquals(List.of(Invariant.REQUEST_LIFE), broken(findings));
    }

    @Test
    void aBufferIsTooManyOnlyWhenTheChannelSaysSo() {
        Findings findings = CheckerBed.play(bed -> {
            SrbChecker srbs = new SrbChecker(bed.world.kernel(), bed.findings, bed.handedOver, List.of(bed.device));
            for (int id = 1; id <= bed.adapter.statReadBufNum + 1; id++) {
                bed.post(id, srbs);
            }
            assertEquals(0, srbs.most(bed.device));
        });
        assertEquals(List.of(), broken(findings));
    }
}
