// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

import java.util.HashMap;
import java.util.Map;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.virtual.Violation;
import org.zfcp4j.zfcp.def.Adapter;

/**
 * Recognises a known mistake of zfcp ({@code docs/c-driver-findings.md}): {@code _zfcp_erp_lun_reopen_all} recovers LUNs with
 * {@code host_lock} held, and one of them needs its port or the adapter, whose actions are dismissed under the same lock. That is the
 * mistake only while somebody reopens the adapter: it is blocked then, and its action is not queued yet. A port that recovery itself
 * has left blocked is another matter. Virtual kernel.
 */
public final class HostLockRecursion implements WorldObserver {
    private static final String HOLDS = "lunReopenAllLocked";
    private static final String TAKES = "zfcp_erp_action_dismiss_port";
    private static final int DECIDED = ZFCP_STATUS_COMMON_UNBLOCKED | ZFCP_STATUS_COMMON_ERP_INUSE;

    /** By the name of its recovery thread: the status of an adapter. */
    private final Map<String, Integer> status = new HashMap<>();

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (atomic.owner() instanceof Adapter adapter && atomic.name().equals("status")) {
            status.put("zfcperp" + adapter.busId(), newValue);
        }
    }

    /** True if {@code violation}, which has ended the run, is the known mistake. */
    boolean isMeant(Violation violation) {
        return violation.rule() == Violation.Rule.LOCK_RECURSION && violation.message().startsWith("host_lock ")
                && violation.function().equals(TAKES)
                && violation.stack().stream().anyMatch(frame -> frame.getMethodName().equals(HOLDS))
                && (status.getOrDefault(violation.context(), DECIDED) & DECIDED) == 0;
    }
}
