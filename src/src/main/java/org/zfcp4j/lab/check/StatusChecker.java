// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.zfcp.def.Adapter;

/** Bits of the adapter's status word change only in the contexts, and from the states, in which the C driver changes them. */
public final class StatusChecker implements WorldObserver {
    /** Only the recovery thread sets them. */
    private static final int SET_BY_RECOVERY = ZFCP_STATUS_COMMON_OPEN | ZFCP_STATUS_ADAPTER_QDIOUP
            | ZFCP_STATUS_COMMON_UNBLOCKED | ZFCP_STATUS_ADAPTER_MB_ACT | ZFCP_STATUS_ADAPTER_DATA_DIV_ENABLED;
    /** Only the recovery thread clears them. */
    private static final int CLEARED_BY_RECOVERY = ZFCP_STATUS_COMMON_OPEN | ZFCP_STATUS_ADAPTER_QDIOUP
            | ZFCP_STATUS_ADAPTER_XCONFIG_OK | ZFCP_STATUS_ADAPTER_HOST_CON_INIT | ZFCP_STATUS_COMMON_ERP_INUSE
            | ZFCP_STATUS_ADAPTER_ERP_PENDING | ZFCP_STATUS_ADAPTER_SIOSL_ISSUED;
    /** The answer to a request sets them. */
    private static final int SET_BY_ANSWER = ZFCP_STATUS_ADAPTER_XCONFIG_OK | ZFCP_STATUS_ADAPTER_HOST_CON_INIT;
    private static final int KNOWN = ZFCP_COMMON_FLAGS | ZFCP_STATUS_ADAPTER_MB_ACT | ZFCP_STATUS_ADAPTER_QDIOUP
            | ZFCP_STATUS_ADAPTER_SIOSL_ISSUED | ZFCP_STATUS_ADAPTER_XCONFIG_OK | ZFCP_STATUS_ADAPTER_HOST_CON_INIT
            | ZFCP_STATUS_ADAPTER_ERP_PENDING | ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED
            | ZFCP_STATUS_ADAPTER_DATA_DIV_ENABLED;

    private final Kernel kernel;
    private final Findings findings;

    public StatusChecker(Kernel kernel, Findings findings) {
        this.kernel = kernel;
        this.findings = findings;
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (!atomic.name().equals("status") || !(atomic.owner() instanceof Adapter adapter)) {
            return;
        }
        int set = newValue & ~oldValue;
        int cleared = oldValue & ~newValue;
        boolean recovery = kernel.contextName().startsWith("zfcperp");
        if (!recovery && ((set & SET_BY_RECOVERY) != 0 || (cleared & CLEARED_BY_RECOVERY) != 0)) {
            report(adapter, "changed outside of the recovery thread", oldValue, newValue);
        }
        if ((set & SET_BY_ANSWER) != 0 && recovery) {
            report(adapter, "set without an answer", oldValue, newValue);
        }
        if ((set & ZFCP_STATUS_COMMON_OPEN) != 0
                && (oldValue & ZFCP_STATUS_ADAPTER_XCONFIG_OK) == 0) {
            report(adapter, "open without configuration data", oldValue, newValue);
        }
        // In level 7.1 nothing is suspended any more.
        int known = adapter.module.level.suspends() ? KNOWN | ZFCP_STATUS_ADAPTER_SUSPENDED : KNOWN;
        if ((set & ~known) != 0) {
            report(adapter, "a bit that no adapter has", oldValue, newValue);
        }
    }

    private void report(Adapter adapter, String what, int oldValue, int newValue) {
        findings.add(Invariant.STATUS_BITS, adapter.busId(), String.format("%s: status 0x%08x -> 0x%08x by %s", what, oldValue,
                newValue, kernel.contextName()));
    }
}
