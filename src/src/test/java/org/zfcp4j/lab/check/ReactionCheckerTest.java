// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.lab.check.CheckerBed.broken;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** PORT_CLOSED for a port, which must be reopened: unless it cannot be found any more. */
class ReactionCheckerTest {
    private static final long ID = 0x10007;

    private static Findings ignored(Consumer<CheckerBed> story) {
        return ignored(story, (bed, port) -> { });
    }

    /** PORT_CLOSED was traced, then {@code story} happens, and the driver does nothing about it; {@code restore} makes it undone. */
    private static Findings ignored(Consumer<CheckerBed> story, BiConsumer<CheckerBed, Port> restore) {
        return CheckerBed.play(bed -> {
            ReactionChecker checker = new ReactionChecker(bed.world.kernel(), bed.findings, bed.handedOver);
            FsfReq req = notification(bed);
            ReqLists.add(bed.adapter.reqList, req);
            bed.post(ID, checker);
            ReqLists.findRm(bed.adapter.reqList, ID);
            bed.complete(ID, checker);
            Port port = bed.port();
            int dId = port.dId;
            story.accept(bed);
            checker.doQdio(bed.device, true, 0, 1, 0);
            restore.accept(bed, port);
            port.dId = dId;
            bed.adapter.pool.srData.free(req.srb);
            bed.adapter.module.fsfReqCache.free(req);
        });
    }

    private static FsfReq notification(CheckerBed bed) {
        FsfReq req = bed.adapter.module.fsfReqCache.alloc();
        req.reset();
        req.adapter = bed.adapter;
        req.reqId = ID;
        req.srb = bed.adapter.pool.srData.alloc();
        Memory.zero(req.srb, FsfStatusReadBuffer.SIZE);
        FsfStatusReadBuffer.STATUS_TYPE.set(req.srb, FsfConstants.FSF_STATUS_READ_PORT_CLOSED);
        FsfStatusReadBuffer.D_ID.set(req.srb, bed.port().dId);
        return req;
    }

    @Test
    void aPortThatWasClosedAndIsNotReopenedIsTold() {
        Findings findings = ignored(bed -> { });
        assertEquals(List.of(Invariant.REACTIONS), broken(findings));
        assertEquals(List.of(), findings.notes());
    }

    @Test
    void aPortWhoseAddressALinkTestHasJustClearedIsAKnownMistake() {
        Findings findings = ignored(bed -> bed.port().dId = 0);
        assertEquals(List.of(), broken(findings));
        assertTrue(findings.notes().getFirst().startsWith("PORT_CLOSED got lost"));
    }

    @Test
    void aPortThatIsGoneByThenNeedsNoReopen() {
        Findings findings = ignored(bed -> bed.port().list.del(), (bed, port) -> bed.adapter.portList.addTail(port.list));
        assertEquals(List.of(), broken(findings));
        assertEquals(List.of(), findings.notes());
    }
}
