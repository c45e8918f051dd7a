// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecRunning;
import org.zfcp4j.layout.dbf.ZfcpDbfSan;
import org.zfcp4j.layout.dbf.ZfcpDbfScsi;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.CtEls;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.WkaPort;

/**
 * The trace says what happened: each record has the tag, the level and the contents that the driver's state calls for, and none is
 * missing for a request. Virtual kernel, trace in full.
 */
public final class TraceChecker implements WorldObserver {
    /** More than are evaluated at a time. */
    private static final int MOST_ANSWERED = 64;
    /** Of records about the channel. */
    private static final Set<Integer> FORMS = Set.of(DbfConstants.ZFCP_DBF_HBA_RES, DbfConstants.ZFCP_DBF_HBA_USS, DbfConstants.ZFCP_DBF_HBA_BIT,
            DbfConstants.ZFCP_DBF_HBA_BASIC, DbfConstants.ZFCP_DBF_HBA_FCES);
    private static final Set<String> OF_WKA_PORT = Set.of("fsowp_1", "fscwp_1");

    private final Findings findings;
    private final HandedOver handedOver;
    private final TracedPayload payload = new TracedPayload();
    private final StatusWords words = new StatusWords();
    private final PerDevice<Requests> requests = new PerDevice<>(Requests::new);

    /**
     * A request that was recorded.
     *
     * @param traced bytes of payload
     */
    private record Recorded(DbfRecord record, int traced) {
    }

    /** What is known of the requests of a device. */
    private static final class Requests {
        private final CcwDevice device;
        /** Sent, by their ids. */
        private final Map<Long, FsfReq> sent = new HashMap<>();
        /** The last ones that were answered, some of which are not evaluated yet. */
        private final Map<Long, FsfReq> answered = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, FsfReq> eldest) {
                return size() > MOST_ANSWERED;
            }
        };
        /** What was recorded of those to the SAN, before they were sent. */
        private final Map<Long, Recorded> recorded = new HashMap<>();
        /** Ids of those that open or close a well-known port, and are not recorded yet. */
        private final Set<Long> ofWkaPorts = new HashSet<>();

        Requests(CcwDevice device) {
            this.device = device;
        }
    }

    public TraceChecker(Findings findings, HandedOver handedOver) {
        this.findings = findings;
        this.handedOver = handedOver;
    }

    private void report(String busId, String about, String mistake) {
        if (mistake != null) {
            findings.add(Invariant.TRACE, busId, about + ' ' + mistake);
        }
    }

    @Override
    public void establish(CcwDevice device, org.zfcp4j.qdio.QdioInitialize init, int rc) {
        requests.of(device);
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        if (input || state != SLSB_CU_OUTPUT_PRIMED) {
            return;
        }
        Requests known = requests.of(device);
        handedOver.forEach(device, first, count, request -> {
            FsfReq req = RequestLists.find(Adapters.of(device), request.id());
            if (req != null) {
                sent(known, req);
            }
        });
    }

    @Override
    public void unseen(CcwDevice device, int first, int count) {
        Requests known = requests.of(device);
        handedOver.forEach(device, first, count, request -> {
            known.sent.remove(request.id());
            known.ofWkaPorts.remove(request.id());
        });
    }

    private void sent(Requests known, FsfReq req) {
        known.sent.put(req.reqId, req);
        if (req.data instanceof WkaPort) {
            known.ofWkaPorts.add(req.reqId);
        }
        if (req.data instanceof CtEls ct) {
            Recorded recorded = known.recorded.remove(req.reqId);
            report(known.device.busId(), "request " + req.reqId,
                    recorded == null ? "was sent, and is not recorded" : SanTraceChecker.request(recorded.record, ct, recorded.traced));
        }
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (atomic.name().equals("status")) {
            words.changed(atomic, oldValue, newValue);
        }
    }

    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        DbfRecord read = DbfRecord.of(area, level, record, length);
        if (read.tag().isEmpty()) {
            report(read.busId(), "a record of " + read.area(), "has no tag");
        }
        if (read.area().equals("pay")) {
            payload.add(read);
            return;
        }
        Requests known = requests.named(read.busId());
        if (known == null) {
            return;
        }
        Adapter adapter = Adapters.of(known.device);
        switch (read.area()) {
            case "hba" -> answer(read, known);
            case "san" -> san(read, known);
            case "scsi" -> {
                FsfReq req = known.answered.get(read.u64(ZfcpDbfScsi.FSF_REQ_ID.offset()));
                report(read.busId(), "record " + read.tag(), ScsiTraceChecker.mistake(read, adapter, req, payload));
            }
            default -> recovery(read, known, adapter);
        }
    }

    private void answer(DbfRecord record, Requests known) {
        if (!FORMS.contains(record.kind())) {
            report(record.busId(), "record " + record.tag(), "has no form that there is");
        }
        if (record.kind() == DbfConstants.ZFCP_DBF_HBA_USS) {
            FsfReq buffer = known.sent.remove(record.u64(ZfcpDbfHba.FSF_REQ_ID.offset()));
            // One that could not be sent has lost its buffer already.
            if (buffer != null && buffer.srb != 0) {
                report(record.busId(), "buffer " + buffer.reqId, NotificationTraceChecker.mistake(record, buffer, payload));
            }
        }
        if (!HbaRecord.isAnswer(record.bytes())) {
            return;
        }
        FsfReq req = known.sent.remove(record.u64(ZfcpDbfHba.FSF_REQ_ID.offset()));
        if (req != null) {
            known.answered.put(req.reqId, req);
            report(record.busId(), "answer " + req.reqId, AnswerTraceChecker.mistake(record, req, payload));
        }
    }

    private void san(DbfRecord record, Requests known) {
        long id = record.u64(ZfcpDbfSan.FSF_REQ_ID.offset());
        switch (record.kind()) {
            case DbfConstants.ZFCP_DBF_SAN_REQ ->
                    known.recorded.put(id, new Recorded(record.copy(), payload.take(record.busId(), "san_req", id)));
            case DbfConstants.ZFCP_DBF_SAN_RES -> {
                FsfReq req = known.answered.remove(id);
                if (req != null && req.data instanceof CtEls ct) {
                    report(record.busId(), "answer " + id, SanTraceChecker.answer(record, ct, payload.take(record.busId(), "san_res", id)));
                }
            }
            default -> {
            }
        }
    }

    private void recovery(DbfRecord record, Requests known, Adapter adapter) {
        if (OF_WKA_PORT.contains(record.tag())) {
            long id = record.u64(ZfcpDbfRec.RUN.offset() + ZfcpDbfRecRunning.FSF_REQ_ID.offset());
            report(record.busId(), "record " + record.tag(), known.ofWkaPorts.remove(id) ? null : "names request " + id + ", which was not sent for it");
        } else {
            report(record.busId(), "record " + record.tag(), RecoveryTraceChecker.mistake(record, adapter, words));
        }
    }

    @Override
    public void settled(List<CcwDevice> devices) {
        for (CcwDevice device : devices) {
            requests.of(device).ofWkaPorts.stream().findFirst()
                    .ifPresent(id -> report(device.busId(), "request " + id, "opens or closes a well-known port, and is not recorded"));
        }
    }
}
