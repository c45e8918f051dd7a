// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_FSFREQ_DISMISSED;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcElsRscn;
import org.zfcp4j.layout.fc.FcElsRscnPage;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.scsi.FcTransport;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;

/**
 * User space hears of what the channel notifies the driver of: a link that goes or comes back, and each page of an RSCN, in this
 * order, once, and of nothing else. Without memory an event may be lost. Virtual kernel, trace in full.
 */
public final class FcEventChecker implements WorldObserver {
    private final Findings findings;
    private final HandedOver handedOver;
    private final LongSupplier refusals;
    private final PerDevice<PendingRequests> pending = new PerDevice<>(device -> new PendingRequests());
    private final Map<Adapter, Due> due = new IdentityHashMap<>();

    /**
     * An event that was asked for.
     *
     * @param refusals how many allocations had failed before
     */
    private record Event(int code, int data, long refusals) {
        boolean isLike(Event other) {
            return code == other.code && data == other.data;
        }

        @Override
        public String toString() {
            return "event " + Integer.toHexString(code) + " with " + Integer.toHexString(data);
        }
    }

    /** What is due for an adapter, in order. */
    private static final class Due {
        private final Deque<Event> events = new ArrayDeque<>();
        /** Events taken for posted that may have been lost: one like it, further back, was posted instead. */
        private int doubtful;

        /** True if an event need not come, now that so many allocations have failed. */
        boolean mayBeLost(Event event, long refusals) {
            if (event.refusals != refusals) {
                return true;
            }
            if (doubtful > 0) {
                doubtful--;
                return true;
            }
            return false;
        }
    }

    /** @param refusals how many allocations have failed */
    public FcEventChecker(Findings findings, HandedOver handedOver, LongSupplier refusals) {
        this.findings = findings;
        this.handedOver = handedOver;
        this.refusals = refusals;
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        if (!input && state == SLSB_CU_OUTPUT_PRIMED) {
            handedOver.forEach(device, first, count, request -> {
                FsfReq req = RequestLists.find(Adapters.of(device), request.id());
                if (req != null && req.isStatusReadBuffer()) {
                    pending.of(device).add(req);
                }
            });
        }
    }

    @Override
    public void unseen(CcwDevice device, int first, int count) {
        handedOver.forEach(device, first, count, request -> pending.of(device).remove(request.id()));
    }

    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        if (!HbaRecord.isHba(area) || HbaRecord.id(record) != DbfConstants.ZFCP_DBF_HBA_USS || !HbaRecord.hasTag(record, "fssrh_4")) {
            return;
        }
        PendingRequests requests = pending.named(HbaRecord.busId(area));
        FsfReq req = requests == null ? null : requests.remove(HbaRecord.reqId(record));
        if (req != null && (req.status & ZFCP_STATUS_FSFREQ_DISMISSED) == 0) {
            expect(req.adapter, req.srb);
        }
    }

    private void expect(Adapter adapter, long buffer) {
        switch (FsfStatusReadBuffer.STATUS_TYPE.get(buffer)) {
            case FSF_STATUS_READ_LINK_DOWN -> expect(adapter, FcTransport.FCH_EVT_LINKDOWN, 0);
            case FSF_STATUS_READ_LINK_UP -> expect(adapter, FcTransport.FCH_EVT_LINKUP, 0);
            case FSF_STATUS_READ_INCOMING_ELS -> {
                long els = FsfStatusReadBuffer.PAYLOAD_DATA.at(buffer);
                if (Memory.getUnsignedByte(els) == FcConstants.ELS_RSCN) {
                    expectPages(adapter, els);
                }
            }
            default -> {
            }
        }
    }

    private void expectPages(Adapter adapter, long els) {
        int end = Math.min(FcElsRscn.RSCN_PLEN.get(els), FsfStatusReadBuffer.LENGTH_PAYLOAD_DATA);
        for (int at = 2 * FcElsRscnPage.SIZE; at <= end; at += FcElsRscnPage.SIZE) {
            expect(adapter, FcTransport.FCH_EVT_RSCN, Memory.getInt(els + at - FcElsRscnPage.SIZE));
        }
    }

    private void expect(Adapter adapter, int code, int data) {
        due.computeIfAbsent(adapter, key -> new Due()).events.add(new Event(code, data, refusals.getAsLong()));
    }

    /** The driver posts an event. */
    public void posted(ScsiHost host, int code, int data) {
        Adapter adapter = (Adapter) host.hostdata;
        Event event = new Event(code, data, refusals.getAsLong());
        Due expected = due.computeIfAbsent(adapter, key -> new Due());
        Event next;
        while ((next = expected.events.poll()) != null) {
            if (next.isLike(event)) {
                expected.doubtful += next.refusals == event.refusals ? 0 : 1;
                return;
            }
            if (!expected.mayBeLost(next, event.refusals)) {
                report(adapter, event + " is posted in place of " + next);
                return;
            }
        }
        report(adapter, event + " is posted, and nothing has happened");
    }

    /** What was asked for is posted by a work item, which has run by now, unless its queue is stuck. */
    @Override
    public void settled(List<CcwDevice> devices) {
        for (CcwDevice device : devices) {
            Adapter adapter = Adapters.of(device);
            Due expected = adapter == null || adapter.events.work.isPending() ? null : due.get(adapter);
            if (expected != null) {
                expected.events.removeIf(event -> expected.mayBeLost(event, refusals.getAsLong()));
                if (!expected.events.isEmpty()) {
                    report(adapter, expected.events.peek() + " was not posted");
                }
            }
        }
    }

    private void report(Adapter adapter, String text) {
        findings.add(Invariant.HOST, adapter.busId(), text);
    }
}
