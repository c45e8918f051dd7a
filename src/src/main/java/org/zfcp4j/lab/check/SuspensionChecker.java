// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_SUSPENDED;

import java.util.HashSet;
import java.util.Set;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.zfcp.def.Adapter;

/**
 * An event of common I/O that finds an adapter suspended does not wake it. The driver looks once, when it begins to evaluate the event: the
 * adapter may be suspended afterwards. Virtual kernel.
 */
public final class SuspensionChecker implements WorldObserver {
    private static final String COMMON_IO = "cio";
    /** What becomes of devices that come and go. */
    private static final Set<String> AWAKENING = Set.of("ccnoti1", "ccnoti4");

    private final Findings findings;
    private final Set<String> suspended = new HashSet<>();
    private final Set<String> suspendedBefore = new HashSet<>();

    public SuspensionChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (!atomic.name().equals("status") || !(atomic.owner() instanceof Adapter adapter)) {
            return;
        }
        if ((newValue & ZFCP_STATUS_ADAPTER_SUSPENDED) != 0) {
            suspended.add(adapter.busId());
        } else {
            suspended.remove(adapter.busId());
        }
    }

    @Override
    public void workStart(WorkQueue queue, Work work) {
        if (queue.name().equals(COMMON_IO)) {
            suspendedBefore.clear();
            suspendedBefore.addAll(suspended);
        }
    }

    @Override
    public void traced(DebugArea area, int level, byte[] bytes, int length) {
        if (!area.name().endsWith("_rec")) {
            return;
        }
        DbfRecord record = DbfRecord.of(area, level, bytes, length);
        if (AWAKENING.contains(record.tag()) && suspendedBefore.contains(record.busId()) && suspended.contains(record.busId())) {
            findings.add(Invariant.TRACE, record.busId(), "record " + record.tag() + " tells of an event of common I/O, and the adapter is suspended");
        }
    }
}
