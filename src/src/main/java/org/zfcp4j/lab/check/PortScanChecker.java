// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ModuleParameters;

/**
 * Port scans that the driver starts by itself keep their distance, and there are none where the administrator wants none; and a scan
 * that nothing stands in the way of asks the name server. Virtual kernel, trace in full.
 */
public final class PortScanChecker implements WorldObserver {
    private static final String SCAN = "scan_work";
    private static final int USABLE = ZFCP_STATUS_ADAPTER_QDIOUP | ZFCP_STATUS_COMMON_OPEN | ZFCP_STATUS_COMMON_UNBLOCKED;
    private static final int DISTURBING = ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED | ZFCP_STATUS_COMMON_ERP_INUSE | ZFCP_STATUS_ADAPTER_ERP_PENDING;

    private final VirtualKernel kernel;
    private final Findings findings;
    private final HandedOver handedOver;
    private final LongSupplier refusals;
    private final Map<Adapter, Scan> scans = new IdentityHashMap<>();

    /** The last scan of an adapter. */
    private static final class Scan {
        /** When it began, in jiffies and nanoseconds. */
        private long start;
        private long startNanos;
        /** When the next one was due when it began: it sets another time soon after. */
        private long next;
        private boolean running = true;
        private boolean asked;
        private boolean disturbed;
        /** Allocations that had failed by then. */
        private long refusals;
    }

    /** @param refusals how many allocations have failed */
    public PortScanChecker(VirtualKernel kernel, Findings findings, HandedOver handedOver, LongSupplier refusals) {
        this.kernel = kernel;
        this.findings = findings;
        this.handedOver = handedOver;
        this.refusals = refusals;
    }

    @Override
    public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
        if (!work.name().equals(SCAN) || !queued || !isAutomatic()) {
            return;
        }
        Adapter adapter = (Adapter) work.owner();
        ModuleParameters parameters = adapter.module.parameters;
        if (parameters.noAutoPortRescan) {
            report(adapter, "a port scan starts by itself, and must not");
        }
        Scan last = scans.get(adapter);
        if (last != null && hasSeen(adapter, last) && kernel.jiffies() + delayJiffies < last.start + parameters.portScanRatelimit) {
            report(adapter, "a port scan follows the last one after " + (kernel.jiffies() + delayJiffies - last.start) + " jiffies, at least "
                    + parameters.portScanRatelimit + " must lie between them");
        }
    }

    /**
     * Who asks looks at the time of the next scan without a lock, and may be held up before it queues the work: it does not know of a scan
     * that has begun meanwhile.
     */
    private boolean hasSeen(Adapter adapter, Scan scan) {
        return kernel.currentTask().arrivedNanos() > scan.startNanos && adapter.nextPortScan != scan.next;
    }

    /** True while a scan of the adapter is under way. */
    public boolean isScanning(Adapter adapter) {
        Scan scan = scans.get(adapter);
        return scan != null && scan.running;
    }

    /** Recovery asks for it, or a notification: whoever writes to an attribute is a process. */
    private boolean isAutomatic() {
        String context = kernel.contextName();
        return context.startsWith("zfcperp") || context.contains("tasklet");
    }

    private void report(Adapter adapter, String text) {
        findings.add(Invariant.PORT_SCANS, adapter.busId(), text);
    }

    @Override
    public void workStart(WorkQueue queue, Work work) {
        if (work.name().equals(SCAN)) {
            Adapter adapter = (Adapter) work.owner();
            Scan scan = new Scan();
            scan.start = kernel.jiffies();
            scan.startNanos = kernel.nanoTime();
            scan.next = adapter.nextPortScan;
            scan.refusals = refusals.getAsLong();
            int status = adapter.status.read();
            scan.disturbed = (status & USABLE) != USABLE || (status & DISTURBING) != 0;
            scans.put(adapter, scan);
        }
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (atomic.name().equals("status") && atomic.owner() instanceof Adapter adapter) {
            Scan scan = scans.get(adapter);
            if (scan != null && ((newValue & USABLE) != USABLE || (newValue & DISTURBING) != 0)) {
                scan.disturbed = true;
            }
        }
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        if (!input && state == SLSB_CU_OUTPUT_PRIMED) {
            Scan scan = scans.get(Adapters.of(device));
            if (scan != null && scan.running && kernel.contextName().startsWith("zfcp_q_")) {
                handedOver.forEach(device, first, count, request -> scan.asked |= request.command() == FsfConstants.FSF_QTCB_SEND_GENERIC);
            }
        }
    }

    /** An answer that is no good may be that of the name server's port. */
    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        if (HbaRecord.isHba(area) && HbaRecord.isAnswer(record) && !HbaRecord.isGood(record)) {
            scans.forEach((adapter, scan) -> scan.disturbed |= adapter.busId().equals(HbaRecord.busId(area)));
        }
    }

    @Override
    public void workEnd(WorkQueue queue, Work work) {
        if (!work.name().equals(SCAN)) {
            return;
        }
        Adapter adapter = (Adapter) work.owner();
        Scan scan = scans.get(adapter);
        if (scan != null) {
            scan.running = false;
        }
        int type = adapter.scsiHost == null ? 0 : adapter.scsiHost.fc.portType;
        boolean fabric = type == FcHost.FC_PORTTYPE_NPORT || type == FcHost.FC_PORTTYPE_NPIV;
        if (scan != null && fabric && !scan.asked && !scan.disturbed && scan.refusals == refusals.getAsLong()) {
            report(adapter, "a port scan gave up without asking, and nothing stood in its way");
        }
    }
}
