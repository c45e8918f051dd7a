// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.lab.check.CheckerBed.broken;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_XCONFIG_OK;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE;

import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.scsi.FcHost;

class FabricCheckerTest {
    private static final int IN_RECOVERY = ZFCP_STATUS_COMMON_ERP_INUSE | ZFCP_STATUS_ADAPTER_XCONFIG_OK;

    /** The port type of the adapter is lost after {@code story}. */
    private static Findings lost(int statusWhenTheLinkWent, BiConsumer<FabricChecker, CheckerBed> story) {
        return CheckerBed.play(bed -> {
            FabricChecker checker = new FabricChecker(bed.findings, new Activity());
            checker.settled(List.of(bed.device));
            assertEquals(List.of(), broken(bed.findings));
            checker.atomicChanged(bed.adapter.status, statusWhenTheLinkWent,
                    statusWhenTheLinkWent | ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED);
            story.accept(checker, bed);
            int type = bed.adapter.scsiHost.fc.portType;
            bed.adapter.scsiHost.fc.portType = FcHost.FC_PORTTYPE_UNKNOWN;
            checker.settled(List.of(bed.device));
            bed.adapter.scsiHost.fc.portType = type;
        });
    }

    @Test
    void anOpenAdapterWithItsLinkUpThatDoesNotKnowItsFabricIsTold() {
        Findings findings = lost(ZFCP_STATUS_COMMON_ERP_INUSE, (checker, bed) -> { });
        assertEquals(List.of(Invariant.PORTS), broken(findings));
        assertEquals(List.of(), findings.notes());
    }

    @Test
    void afterALinkThatWentInTheMidstOfARecoveryItIsAKnownMistake() {
        Findings findings = lost(IN_RECOVERY, (checker, bed) -> { });
        assertEquals(List.of(), broken(findings));
        assertTrue(findings.notes().getFirst().contains("LINK_UP starts no other"));
    }

    @Test
    void whenTheQueuesAreEstablishedAnewAllIsAsBefore() {
        Findings findings = lost(IN_RECOVERY, (checker, bed) -> checker.establish(bed.device, null, 0));
        assertEquals(List.of(Invariant.PORTS), broken(findings));
        assertEquals(List.of(), findings.notes());
    }

    @Test
    void aLinkThatWentBeforeTheRecoveryIsNone() {
        Findings findings = lost(IN_RECOVERY | ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED, (checker, bed) -> { });
        assertEquals(List.of(Invariant.PORTS), broken(findings));
        assertEquals(List.of(), findings.notes());
    }
}
