// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_FAILED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_ADAPTER;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;

class ErpCheckerTest {
    private static void triggered(CheckerBed bed, ErpChecker checker, String tag, int need) {
        byte[] record = new byte[(int) ZfcpDbfRec.SIZE];
        record[(int) ZfcpDbfRec.ID.offset()] = DbfConstants.ZFCP_DBF_REC_TRIG;
        System.arraycopy(tag.getBytes(StandardCharsets.US_ASCII), 0, record, (int) ZfcpDbfRec.TAG.offset(), tag.length());
        record[(int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset())] = (byte) need;
        checker.traced(new DebugArea("zfcp_" + bed.device.busId() + "_rec", record.length, 6, (area, level, tod, bytes, length) -> { }),
                1, record, record.length);
    }

    @Test
    void recoveryIsStuckOnlyAfterTheReopenForWantOfMemoryWasRefusedAndUntilRecoveryIsOver() {
        Findings findings = CheckerBed.play(bed -> {
            ErpChecker checker = new ErpChecker(bed.findings);
            checker.establish(bed.device, null, 0);
            triggered(bed, checker, "erstgy1", ZFCP_ERP_ACTION_REOPEN_ADAPTER);
            triggered(bed, checker, "axsref1", ZFCP_ERP_ACTION_FAILED);
            assertFalse(checker.isStuckByMistake(bed.adapter));

            triggered(bed, checker, "erstgy1", ZFCP_ERP_ACTION_FAILED);
            assertTrue(checker.isStuckByMistake(bed.adapter));
            checker.atomicChanged(bed.adapter.status, ZFCP_STATUS_ADAPTER_ERP_PENDING, 0);
            assertFalse(checker.isStuckByMistake(bed.adapter));
        });
        assertEquals(1, findings.notes().size());
    }
}
