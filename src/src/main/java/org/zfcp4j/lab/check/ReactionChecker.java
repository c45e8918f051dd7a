// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_FSFREQ_DISMISSED;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;

/**
 * The driver reacts to what the channel reports: an answer or a notification that calls for recovery triggers it, which is traced,
 * and one that calls for a link test has it queued, before the next answer is evaluated. Virtual kernel, trace in full.
 */
public final class ReactionChecker implements WorldObserver {
    /** Tag of the recovery of a port that the fabric has closed. */
    private static final String PORT_CLOSED = "fssrpc1";
    /** An action of recovery goes on. */
    static final String WOKEN = "erardy2";
    static final String LINK_TEST = "test_link_work";
    static final String VERSION_CHANGE_LOST = "version_change_lost_work";

    private final Kernel kernel;
    private final Findings findings;
    private final HandedOver handedOver;
    private final PerDevice<PendingRequests> pending = new PerDevice<>(device -> new PendingRequests());
    /** By context and device. */
    private final Map<String, List<Due>> due = new HashMap<>();

    public ReactionChecker(Kernel kernel, Findings findings, HandedOver handedOver) {
        this.kernel = kernel;
        this.findings = findings;
        this.handedOver = handedOver;
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        if (!input && state == SLSB_CU_OUTPUT_PRIMED) {
            handedOver.forEach(device, first, count, request -> {
                FsfReq req = RequestLists.find(Adapters.of(device), request.id());
                if (req != null) {
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
        if (HbaRecord.isHba(area)) {
            answered(area, record);
            return;
        }
        if (!area.name().endsWith("_rec")) {
            return;
        }
        String place = place(area.name().substring("zfcp_".length(), area.name().length() - "_rec".length()));
        String tag = tag(record);
        if (tag.equals(WOKEN)) {
            // A timeout may have been first.
            due.forEach((other, reactions) -> {
                if (other.endsWith(place.substring(place.lastIndexOf(' ')))) {
                    reactions.removeIf(reaction -> tag.equals(reaction.what()));
                }
            });
        }
        followed(place, tag);
    }

    /** At the same place in all records but those of payload. */
    private static String tag(byte[] record) {
        return new String(record, (int) ZfcpDbfRec.TAG.offset(), DbfConstants.ZFCP_DBF_TAG_LEN, StandardCharsets.US_ASCII);
    }

    private void followed(String place, String what) {
        List<Due> expected = due.get(place);
        if (expected != null) {
            expected.removeIf(reaction -> reaction.what().equals(what));
        }
    }

    /** Tasklets of several devices have the same name. */
    private String place(String busId) {
        return kernel.contextName() + ' ' + busId;
    }

    private void answered(DebugArea area, byte[] record) {
        if (HbaRecord.id(record) == DbfConstants.ZFCP_DBF_HBA_FCES) {
            followed(place(HbaRecord.busId(area)), tag(record));
        }
        boolean response = HbaRecord.isAnswer(record);
        boolean notification = HbaRecord.id(record) == DbfConstants.ZFCP_DBF_HBA_USS && HbaRecord.hasTag(record, "fssrh_4");
        if (!response && !notification) {
            return;
        }
        String busId = HbaRecord.busId(area);
        overdue(busId);
        PendingRequests requests = pending.named(busId);
        FsfReq req = requests == null ? null : requests.remove(HbaRecord.reqId(record));
        if (req == null || (req.status & ZFCP_STATUS_FSFREQ_DISMISSED) != 0) {
            return;
        }
        due.put(place(busId), response ? AnswerReactions.to(req) : NotificationReactions.to(req));
    }

    /** This context evaluates the next thing, so what was due has been done, or never will be. */
    private void overdue(String busId) {
        List<Due> missed = due.remove(place(busId));
        if (missed != null) {
            missed.stream().filter(reaction -> !reaction.met().getAsBoolean()).forEach(reaction -> overdue(busId, reaction));
        }
    }

    private void overdue(String busId, Due missed) {
        boolean listed = missed.port() == null || hasPort(missed.port().adapter, other -> other == missed.port());
        if (listed && (missed.port() == null || missed.meant().test(missed.port()))) {
            findings.add(Invariant.REACTIONS, busId, missed.because() + " calls for " + missed.what() + ", which did not follow");
        } else if (listed && missed.what().equals(PORT_CLOSED)) {
            findings.note("PORT_CLOSED got lost, with a mistake of zfcp itself: its port was looked for by a D_ID that a link test or"
                    + " a failed open had just cleared");
        }
    }

    @Override
    public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
        if (work.name().equals(LINK_TEST) && work.owner() instanceof Port port) {
            queued(work, port.adapter);
        } else if (work.name().equals(VERSION_CHANGE_LOST) && work.owner() instanceof Adapter adapter) {
            queued(work, adapter);
        }
    }

    private void queued(Work work, Adapter adapter) {
        followed(place(adapter.busId()), work.name());
    }

    /** Responses were evaluated, and go back to the channel. */
    @Override
    public void doQdio(CcwDevice device, boolean input, int first, int count, int rc) {
        if (input) {
            overdue(device.busId());
        }
    }

    private static boolean hasPort(Adapter adapter, Predicate<Port> property) {
        boolean[] found = {false};
        adapter.portList.forEach(port -> found[0] |= property.test(port));
        return found[0];
    }
}
