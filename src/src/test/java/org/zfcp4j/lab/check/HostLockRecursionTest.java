// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_OPEN;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.virtual.Violation;

/** The recovery thread takes {@code host_lock} that it holds: the known mistake, or another. */
class HostLockRecursionTest {
    private static final StackTraceElement DISMISS = frame("org.zfcp4j.zfcp.erp.ErpDismiss", "actionDismissPort");
    private static final StackTraceElement REGISTER = frame("org.zfcp4j.zfcp.scsi.Rports", "scheduleRportRegister");
    private static final StackTraceElement ENQUEUE = frame("org.zfcp4j.zfcp.erp.ErpTrigger", "lunReopenLocked");
    private static final StackTraceElement FOLLOW_UP = frame("org.zfcp4j.zfcp.erp.strategy.StrategyFollowup", "lunReopenAllLocked");
    private static final int BLOCKED = ZFCP_STATUS_COMMON_OPEN;
    private static final int UNBLOCKED = BLOCKED | ZFCP_STATUS_COMMON_UNBLOCKED;

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, null, 1);
    }

    private static boolean isMeant(int adapterStatus, String lock, StackTraceElement... stack) {
        boolean[] meant = {false};
        CheckerBed.play(bed -> {
            HostLockRecursion mistake = new HostLockRecursion();
            mistake.atomicChanged(bed.adapter.status, UNBLOCKED, adapterStatus);
            meant[0] = mistake.isMeant(new Violation(Violation.Rule.LOCK_RECURSION, "zfcperp" + bed.device.busId(), 1,
                    lock + " is held by the task that takes it", List.of(stack)));
        });
        return meant[0];
    }

    @Test
    void whileTheAdapterIsBlockedForItsReopenItIsTheKnownMistake() {
        assertEquals(true, isMeant(BLOCKED, "host_lock", DISMISS, ENQUEUE, FOLLOW_UP));
    }

    @Test
    void aPortThatIsBlockedWhileNobodyReopensTheAdapterIsAnother() {
        assertEquals(false, isMeant(UNBLOCKED, "host_lock", DISMISS, ENQUEUE, FOLLOW_UP));
    }

    @Test
    void anAdapterWhoseReopenIsQueuedIsAnother() {
        assertEquals(false, isMeant(BLOCKED | ZFCP_STATUS_COMMON_ERP_INUSE, "host_lock", DISMISS, ENQUEUE, FOLLOW_UP));
    }

    @Test
    void whoeverTakesTheLockElsewhereMakesAnother() {
        assertEquals(false, isMeant(BLOCKED, "host_lock", REGISTER, ENQUEUE, FOLLOW_UP));
        assertEquals(false, isMeant(BLOCKED, "host_lock", DISMISS, ENQUEUE));
        assertEquals(false, isMeant(BLOCKED, "erp_lock", DISMISS, ENQUEUE, FOLLOW_UP));
    }
}
