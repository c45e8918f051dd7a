// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.lab.Event.Kind;
import org.zfcp4j.lab.check.HandedOver;
import org.zfcp4j.lab.check.WorldObserver;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfHba;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.trace.TraceRecord;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FcEvents;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.WkaPort;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/** Records what happens in a world, in order. */
public final class Journal implements WorldObserver {
    /** Offsets of want and need in a recovery trigger. */
    private static final int WANT = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.WANT.offset());
    private static final int NEED = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.NEED.offset());

    /** The action that follows the scenario. */
    public static final String REMOVAL = "all devices are removed";

    private final Kernel kernel;
    private final List<CcwDevice> devices;
    private final HandedOver handedOver;
    private final JournalListener listener;
    private final List<Event> events = new ArrayList<>();

    /** @param devices by the numbers of their subchannels; may still grow */
    Journal(Kernel kernel, List<CcwDevice> devices, HandedOver handedOver, JournalListener listener) {
        this.kernel = kernel;
        this.devices = devices;
        this.handedOver = handedOver;
        this.listener = listener;
    }

    /** All events so far. */
    public List<Event> events() {
        return events;
    }

    private void add(String device, Kind kind, String name, long a, long b) {
        add(device, kind, name, a, b, null);
    }

    private void add(String device, Kind kind, String name, long a, long b, TraceRecord record) {
        String context = kernel.contextName();
        add(new Event(kernel.micros(), Lane.of(context), device, context, kind, name, a, b), record);
    }

    private void addHardware(String device, Kind kind, String name, long a, long b) {
        add(new Event(kernel.micros(), Lane.CHANNEL, device, "channel", kind, name, a, b), null);
    }

    private void add(Event event, TraceRecord record) {
        events.add(event);
        listener.happened(event, record);
    }

    /** The scenario does something to a device, or to all if that is empty. */
    void action(String device, String text) {
        add(device, Kind.ACTION, text, 0, 0);
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (atomic.owner() instanceof Adapter adapter) {
            switch (atomic.name()) {
                case "stat_miss" -> add(adapter.busId(), Kind.STAT_MISS, "", oldValue, newValue);
                case "status" -> {
                    if (oldValue != newValue) {
                        add(adapter.busId(), Kind.STATUS, "", oldValue, newValue);
                    }
                }
                default -> {
                }
            }
        } else if (atomic.owner() instanceof ZfcpQdio qdio && atomic.name().equals("req_q_free")) {
            add(qdio.adapter.busId(), Kind.FREE_SBALS, "", oldValue, newValue);
        }
    }

    private static String deviceOf(Work work) {
        return switch (work.owner()) {
            case Adapter adapter -> adapter.busId();
            case Port port -> port.adapter.busId();
            case WkaPort wka -> wka.adapter.busId();
            case FcEvents ignored -> "";
            case null, default -> "";
        };
    }

    @Override
    public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
        add(deviceOf(work), Kind.WORK_QUEUED, work.name(), delayJiffies, queued ? 1 : 0);
    }

    @Override
    public void workStart(WorkQueue queue, Work work) {
        add(deviceOf(work), Kind.WORK_START, work.name(), 0, 0);
    }

    @Override
    public void workEnd(WorkQueue queue, Work work) {
        add(deviceOf(work), Kind.WORK_END, work.name(), 0, 0);
    }

    @Override
    public void sleep(long millis) {
        add(busIdOf(kernel.contextName()), Kind.SLEEP, "", millis, 0);
    }

    /** Contexts that belong to a device are named after it. */
    private static String busIdOf(String context) {
        int at = context.indexOf("0.0.");
        return at < 0 ? "" : context.substring(at);
    }

    @Override
    public void message(LogLevel level, Device device, String function, String text) {
        add(device == null ? "" : device.name(), Kind.MESSAGE, text, level.ordinal(), 0);
    }

    @Override
    public void establish(CcwDevice cdev, QdioInitialize init, int rc) {
        add(cdev.busId(), Kind.QDIO, "establish", rc, 0);
    }

    @Override
    public void activate(CcwDevice cdev, int rc) {
        add(cdev.busId(), Kind.QDIO, "activate", rc, 0);
    }

    @Override
    public void shutdown(CcwDevice cdev, int how) {
        add(cdev.busId(), Kind.QDIO, "shutdown", 0, 0);
    }

    @Override
    public void doQdio(CcwDevice cdev, boolean input, int first, int count, int rc) {
        if (rc < 0) {
            add(cdev.busId(), Kind.REFUSED, input ? "input" : "output", first, rc);
        }
    }

    @Override
    public void handler(CcwDevice cdev, boolean input, int qdioErr, int first, int count) {
        if (qdioErr != 0) {
            add(cdev.busId(), Kind.QDIO_ERROR, input ? "input" : "output", first, qdioErr);
        }
    }

    @Override
    public void slsbChanged(CcwDevice cdev, boolean input, int first, int count, int state) {
        if (!input && state == SLSB_CU_OUTPUT_PRIMED) {
            handedOver.forEach(cdev, first, count, request -> sent(cdev, request));
        }
    }

    private void sent(CcwDevice cdev, HandedOver.Request request) {
        if (request.isStatusRead()) {
            add(cdev.busId(), Kind.POST, "", request.sbal(), request.id());
        } else {
            add(cdev.busId(), Kind.SEND, FsfNames.command(request.command()), request.sbal(), request.id());
        }
    }

    /** A trace record was kept. */
    void traced(TraceRecord record) {
        if (record.kind().equals("rec") && record.bytes()[0] == DbfConstants.ZFCP_DBF_REC_TRIG) {
            add(record.busId(), Kind.TRIGGER, record.tag(), record.bytes()[WANT] & 0xff, record.bytes()[NEED] & 0xff, record);
        } else if (isCompletion(record)) {
            add(record.busId(), Kind.COMPLETE, record.tag(), reqId(record), 0, record);
        } else if (!record.kind().equals("pay")) {
            add(record.busId(), Kind.TRACE, record.tag(), 0, 0, record);
        }
    }

    private static boolean isCompletion(TraceRecord record) {
        if (!record.kind().equals("hba")) {
            return false;
        }
        return switch (record.bytes()[(int) ZfcpDbfHba.ID.offset()]) {
            case DbfConstants.ZFCP_DBF_HBA_RES -> !record.tag().equals("fsrsrmf");
            case DbfConstants.ZFCP_DBF_HBA_USS -> record.tag().startsWith("fssrh_");
            default -> false;
        };
    }

    private static long reqId(TraceRecord record) {
        return ByteBuffer.wrap(record.bytes()).getLong((int) ZfcpDbfHba.FSF_REQ_ID.offset());
    }

    @Override
    public void channelStep(StepResult step) {
        String device = devices.get(step.subchannel()).busId();
        switch (step.kind()) {
            case FETCH -> addHardware(device, Kind.FETCH, step.detail().text(), step.sbal(), step.slsbNew());
            case FINISH -> addHardware(device, Kind.FINISH, FsfNames.command(step.command()), step.protStatus(), step.fsfStatus());
            case NOTIFY -> addHardware(device, Kind.NOTIFY, FsfNames.status(step.command()), step.srbs(), step.fsfStatus());
            case LOST -> addHardware(device, Kind.LOST, FsfNames.status(step.command()), 0, 0);
            case INTERRUPT -> addHardware(device, Kind.IRQ, "", step.interrupt(), 0);
            default -> {
            }
        }
    }
}
