// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_ERP_ACTION_REOPEN_PORT;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_OPEN;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

import org.junit.jupiter.api.Test;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.erp.ErpBed;

/** {@code _zfcp_erp_lun_reopen_all} holds {@code host_lock} while it recovers LUNs. */
class FollowupLockTest {
    private static final int BLOCKED = ZFCP_STATUS_COMMON_RUNNING | ZFCP_STATUS_COMMON_OPEN;
    private static final int UP = BLOCKED | ZFCP_STATUS_COMMON_UNBLOCKED;

    private static void portHasSucceeded(ErpBed bed) {
        ErpAction act = new ErpAction(bed.adapter, bed.port, null);
        act.type = ZFCP_ERP_ACTION_REOPEN_PORT;
        bed.adapter.erpLock.writeLockIrq();
        StrategyFollowup.strategyFollowupSuccess(act);
        bed.adapter.erpLock.writeUnlockIrq();
    }

    @Test
    void aLunIsRecoveredAfterItsPort() {
        ErpBed.run(bed -> {
            bed.status(UP, UP, UP);
            portHasSucceeded(bed);
            assertEquals("ersfs_3", bed.triggers.get(0).tag());
            bed.takeQueued();
        });
    }

    @Test
    void aLunWhosePortIsBlockedMeanwhileTakesTheHostLockAgain() {
        Throwable ended = assertThrows(Throwable.class, () -> ErpBed.run(bed -> {
            bed.status(UP, BLOCKED, UP);
            portHasSucceeded(bed);
        }));
        assertTrue(ended.toString().contains("host_lock is held by the task that takes it"), ended.toString());
    }
}
