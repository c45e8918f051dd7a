// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.scsi.FcHostStatistics;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.scsi.ScsiHostTemplate;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.fc.DidLookup;
import org.zfcp4j.zfcp.fc.LinkTest;
import org.zfcp4j.zfcp.fsf.ExchangeConfigData;
import org.zfcp4j.zfcp.fsf.ExchangePortData;
import org.zfcp4j.zfcp.unit.Units;

/** Actions of a script, each inferred from the first line of its consequences. Process context of the script. */
final class ScriptActions {
    private static final String RESET_STATISTICS_NOTE = "reset_fc_host_stats";
    /** The recorded channel goes on without a line. */
    private static final String STOP_NOTE = "stops fetching output SBALs";
    private static final String RPORT_WORK = "rport_work@";
    private static final String EXTRA_REFERENCE_NOTE = "harness takes an extra device reference on each port";

    private final ReplayWorld world;
    private final Cursor cursor;
    private final Comparison comparison;
    private final Conductor conductor;
    private final ScsiCommands commands;
    private final Snapshots snapshots;
    private final Triggers triggers;
    private final ScriptChanges changes;
    private String lastNote = "";
    private Runnable beforeYield = () -> { };

    ScriptActions(ReplayWorld world, Cursor cursor, Comparison comparison, Conductor conductor) {
        this.world = world;
        this.cursor = cursor;
        this.comparison = comparison;
        this.conductor = conductor;
        this.commands = new ScsiCommands(world);
        this.snapshots = new Snapshots(world);
        this.triggers = new Triggers(world, cursor);
        this.changes = new ScriptChanges(world);
    }

    /** Called when the script is about to let an interrupt come that it has caused. */
    void beforeYield(Runnable action) {
        beforeYield = action;
    }

    /** True when there is no sense in going on. */
    boolean isOver() {
        return comparison.difference() != null;
    }

    void perform(Line line) {
        ReplayDevice device = world.device(line.adapter());
        switch (line.event()) {
            case "note" -> note(line);
            case "ccw" -> ccw(device, line);
            case "user" -> user(line);
            case "scsi" -> scsi(device, line);
            case "fc" -> fc(device, line);
            case "srb" -> {
                comparison.accept(line);
                conductor.channel(device.index()).fill(line);
                conductor.ring();
            }
            case "resp" -> {
                comparison.accept(line);
                nameResponses(line);
                conductor.channel(device.index()).respond(line);
                giveWay(line);
            }
            case "qdio" -> qdio(device, line);
            case "snapshot" -> world.recorder().emit(snapshots.snapshot(device));
            case "end" -> world.recorder().emit(snapshots.end());
            case "fc_host_port_state" -> {
                ScsiHost host = world.device(0).hostOrFail();
                world.recorder().emit(world.recorder().event("fc_host_port_state")
                    .add("state", host.transport.getHostPortState(host)));
            }
            // The text of an attribute; a call that it made shows in the lines around it.
            case "sysfs" -> comparison.accept(line);
            case "req" -> request(device, line);
            case "siosl" -> unknownResponse(device, line);
            default -> trigger(line);
        }
    }

    /** Where the recorded script has called the driver's handler itself, what that does has the script's context. */
    private void nameResponses(Line line) {
        Line next = cursor.peek();
        if (next != null && next.context().equals(line.context())) {
            world.recorder().nameResponses(line.context());
        }
    }

    /** Lets an interrupt that the script has caused come; one in which it acts lets it come anyway. */
    private void giveWay(Line line) {
        if (!line.context().equals(Contexts.IRQ)) {
            beforeYield.run();
            world.sleepUnseen(0);
        }
    }

    private void note(Line line) {
        lastNote = line.text("text");
        comparison.accept(line);
        if (lastNote.startsWith(ScsiCommands.PROTECTION_NOTE)) {
            commands.noteProtection(lastNote);
        } else if (lastNote.contains(STOP_NOTE)) {
            conductor.stopFetching();
        } else if (lastNote.startsWith(EXTRA_REFERENCE_NOTE)) {
            world.devices().stream().filter(device -> device.adapter() != null).forEach(ScriptActions::takeReferences);
        }
    }

    private static void takeReferences(ReplayDevice device) {
        Adapter adapter = device.adapterOrFail();
        adapter.portListLock.readLockIrq();
        adapter.portList.forEach(port -> port.dev.get());
        adapter.portListLock.readUnlockIrq();
    }

    private void ccw(ReplayDevice device, Line line) {
        switch (line.op()) {
            case "set_online" -> device.cdev().setOnline();
            case "set_offline" -> device.cdev().setOffline();
            case "remove" -> device.cdev().driver().remove(device.cdev());
            case "shutdown" -> {
                comparison.accept(line);
                device.cdev().driver().shutdown(device.cdev());
                emitDone(line, "ccw", 0);
            }
            case "notify" -> {
                int number = line.signed("event");
                if (CcwEvents.byNumber(number) == null) {
                    throw skip(line);
                }
                device.cdev().driver().notify(device.cdev(), CcwEvents.byNumber(number));
            }
            default -> throw skip(line);
        }
    }

    private void user(Line line) {
        comparison.accept(line);
        ReplayDevice device = deviceOf(line);
        int rc = switch (line.op()) {
            case "unit_add" -> Units.unitAdd(device.portOrFail(line.number("wwpn")), line.number("lun"));
            case "unit_remove" -> Units.unitRemove(device.portOrFail(line.number("wwpn")), line.number("lun"));
            case "exchange_port_data_sync" -> ExchangePortData.exchangePortDataSync(device.adapterOrFail().qdio, null);
            case "exchange_config_data_sync" -> ExchangeConfigData.exchangeConfigDataSync(device.adapterOrFail().qdio, null);
            default -> throw skip(line);
        };
        emitDone(line, "user", rc);
    }

    /** The end of a call, if the recording tells it. */
    private void emitDone(Line line, String event, int rc) {
        Line done = cursor.find(l -> l.context().equals(line.context()) && l.is(event, line.op() + "_done"));
        if (done != null) {
            JsonObject told = done.has("a") ? world.recorder().event(event, done.adapter()) : world.recorder().event(event);
            told.add("op", done.op());
            world.recorder().emit(done.has("rc") ? told.add("rc", rc) : told);
        }
    }

    /**
     * The device that a call without adapter is about: the only one that knows the port; if several do, the one of the next line
     * that names one.
     */
    private ReplayDevice deviceOf(Line line) {
        if (line.has("a")) {
            return world.device(line.adapter());
        }
        List<ReplayDevice> knowing = world.devices().stream()
            .filter(device -> device.adapter() != null && device.port(line.number("wwpn")) != null).toList();
        if (knowing.size() == 1) {
            return knowing.get(0);
        }
        Line named = cursor.findAfter(line, l -> l.has("a") && l.context().equals(line.context()));
        return world.device(named == null ? 0 : named.adapter());
    }

    private void scsi(ReplayDevice device, Line line) {
        switch (line.op()) {
            case "queuecommand" -> queue(device, line);
            case "eh_abort", "eh_device_reset", "eh_target_reset", "eh_host_reset" -> recover(line);
            case "remove_device" -> removeDevice(device, line);
            case "slave_alloc", "scan" -> {
                ScsiHost host = device.hostOrFail();
                world.scsi().probe(host, world.fc().byTarget(host, line.signed("target")), line.signed("target"),
                    line.number("lun"));
            }
            default -> throw skip(line);
        }
    }

    private void queue(ReplayDevice device, Line line) {
        Line result = cursor.findAfter(line, l -> l.is("scsi", "queuecommand_rc"));
        Line request = cursor.findAfter(line, l -> l == result || l.event().equals("req"));
        comparison.accept(line);
        commands.queue(device, line, request == result ? null : request, hasUnderflow(line, request));
    }

    /**
     * True if the command was to transfer more than it did: the channel reported fewer bytes, and the driver called that an error.
     */
    private boolean hasUnderflow(Line line, Line request) {
        if (request == null) {
            return false;
        }
        Line answer = cursor.findAfter(request, l -> l.event().equals("resp") && l.adapter() == request.adapter()
            && l.number("req_id") == request.number("req_id"));
        Line done = cursor.findAfter(line, l -> l.is("scsi", "scsi_done") && l.text("cmd").equals(line.text("cmd")));
        return answer != null && done != null && ScsiCommands.isShort(answer)
            && ((int) done.number("result") >>> 16 & 0xff) == ScsiConstants.DID_ERROR;
    }

    private void recover(Line line) {
        ScsiCmnd command = commands.get(line.text("cmd"));
        ScsiHostTemplate template = command.device.host.template;
        world.recorder().emit(world.midlayerEvents().command(command, line.op()));
        int rc = switch (line.op()) {
            case "eh_abort" -> template.ehAbortHandler(command);
            case "eh_device_reset" -> template.ehDeviceResetHandler(command);
            case "eh_target_reset" -> template.ehTargetResetHandler(command);
            default -> template.ehHostResetHandler(command);
        };
        world.recorder().emit(world.midlayerEvents().command(command, line.op() + "_done").add("rc", Hex.of(rc)));
    }

    /** The midlayer is asked to remove a device, or its unit is removed from the configuration, which shows later. */
    private void removeDevice(ReplayDevice device, Line line) {
        ScsiDevice sdev = world.scsi().deviceLookup(device.hostOrFail(), 0, line.signed("target"),
            line.number("lun"));
        if (sdev == null) {
            throw new ReplayFailure("no SCSI device " + line.signed("target") + ":" + line.number("lun"));
        }
        sdev.put();
        Line destroyed = cursor.findAfter(line, l -> l.is("scsi", "slave_destroy_done"));
        Line after = destroyed == null ? null
            : cursor.findAfter(destroyed, l -> l.context().equals(line.context()));
        if (after != null && after.is("device", "unregister")) {
            Units.unitRemove(ScsiDev.of(sdev).port, ScsiDev.fcpLun(sdev));
        } else {
            world.scsi().removeDevice(sdev);
        }
    }

    private void fc(ReplayDevice device, Line line) {
        ScsiHost host = device.hostOrFail();
        FcRport rport = world.fc().find(host, line.number("wwpn"));
        if (rport == null) {
            throw new ReplayFailure("no remote port " + line.text("wwpn"));
        }
        switch (line.op()) {
            case "terminate_rport_io" -> {
                comparison.accept(line);
                host.transport.terminateRportIo(rport);
            }
            case "remote_port_delete" -> world.fc().remotePortDelete(rport);
            default -> throw skip(line);
        }
    }

    private void qdio(ReplayDevice device, Line line) {
        int error = (int) line.number("qdio_err");
        int first = line.signed("first");
        int count = line.signed("count");
        if (first < 0 || first >= QdioConstants.QDIO_MAX_BUFFERS_PER_Q || count < 0
                || count > QdioConstants.QDIO_MAX_BUFFERS_PER_Q || device.queues() == null) {
            throw new ReplayFailure("line " + line.number() + ": no SBALs " + first + " to " + (first + count - 1));
        }
        switch (line.op()) {
            case "in_handler" -> {
                comparison.accept(line);
                fillInput(device, line, first);
                if (conductor.channel(device.index()).driverScans()) {
                    conductor.channel(device.index()).failInput(first, count);
                    giveWay(line);
                    return;
                }
                device.init().inputHandler().handle(error, 0, first, count);
            }
            case "out_handler" -> {
                comparison.accept(line);
                device.init().outputHandler().handle(error, 0, first, count);
            }
            default -> throw skip(line);
        }
    }

    /** Request ids of an input SBAL: the first one, or one for each element. */
    private static void fillInput(ReplayDevice device, Line line, int first) {
        long sbal = device.queues().inputSbal(first);
        if (line.has("sbale0_req_id")) {
            long element = QdioBuffer.ELEMENT.at(sbal, 0);
            QdioBufferElement.SCOUNT.set(element, line.signed("sbale0_scount"));
            QdioBufferElement.ADDR.set(element, line.number("sbale0_req_id"));
        }
        JsonArray ids = line.array("req_ids");
        for (int i = 0; i < Math.min(ids.size(), QdioBuffer.COUNT_ELEMENT); i++) {
            long element = QdioBuffer.ELEMENT.at(sbal, i);
            QdioBufferElement.ADDR.set(element, ids.get(i).asLong());
            QdioBufferElement.EFLAGS.set(element, i == ids.size() - 1 ? QdioConstants.SBAL_EFLAGS_LAST_ENTRY : 0);
        }
    }

    /** A synchronous request: of a statistics attribute, which says so afterwards, or on its own. */
    private void request(ReplayDevice device, Line line) {
        Adapter adapter = device.adapterOrFail();
        switch (line.text("cmd")) {
            case "EXCHANGE_CONFIG_DATA" -> ExchangeConfigData.exchangeConfigDataSync(adapter.qdio, null);
            case "EXCHANGE_PORT_DATA" -> {
                Line result = cursor.findAfter(line, l -> l.context().equals(line.context())
                    && (l.event().startsWith("fc_host") || l.event().equals("note") || l.event().equals("snapshot")));
                if (lastNote.equals(RESET_STATISTICS_NOTE)) {
                    lastNote = "";
                    ScsiHost host = device.hostOrFail();
                    host.transport.resetFcHostStats(host);
                } else if (result != null && result.event().equals("fc_host_stats")) {
                    statistics(device.hostOrFail());
                } else {
                    ExchangePortData.exchangePortDataSync(adapter.qdio, null);
                }
            }
            default -> throw skip(line);
        }
    }

    private void statistics(ScsiHost host) {
        FcHostStatistics statistics = host.transport.getFcHostStats(host);
        JsonObject event = world.recorder().event("fc_host_stats");
        add(event, "seconds", statistics.secondsSinceLastReset);
        add(event, "tx_frames", statistics.txFrames);
        add(event, "input_requests", statistics.fcpInputRequests);
        add(event, "output_requests", statistics.fcpOutputRequests);
        world.recorder().emit(event);
    }

    private static void add(JsonObject event, String name, long value) {
        event.add(name, Json.parse(Long.toUnsignedString(value)));
    }

    /** The driver starts logging and panics: the text of the panic names the id that no request has. */
    private void unknownResponse(ReplayDevice device, Line line) {
        Line panic = cursor.findAfter(line, l -> l.event().equals("panic"));
        if (panic == null) {
            throw skip(line);
        }
        String text = panic.text("text");
        long id = Long.parseUnsignedLong(text.substring(text.indexOf('(') + 1, text.indexOf(')')), 16);
        nameResponses(line);
        conductor.channel(device.index()).respondUnknown(id);
        giveWay(line);
    }

    /** A call into the driver that shows in what it did only. */
    private void trigger(Line line) {
        if (line.event().equals("queue_work") && !line.text("work").startsWith(RPORT_WORK)) {
            queueWork(line);
            return;
        }
        if (line.text("tag").equals("scshr_n")) {
            ScsiHost host = world.device(line.adapter()).hostOrFail();
            host.template.hostReset(host, ScsiConstants.SCSI_FIRMWARE_RESET);
            return;
        }
        List<Line> run = cursor.run(line);
        Line trace = run.stream().filter(l -> l.text("id").equals("TRIG")).findFirst().orElse(null);
        if (trace != null && !changes.areOfScript(line, trace)) {
            triggers.call(trace, run.subList(0, trace.index() - line.index()));
        } else if (!changes.make(line)) {
            throw skip(line);
        }
    }

    private void queueWork(Line line) {
        String work = line.text("work");
        int at = work.indexOf('@');
        if (at < 0) {
            Adapter adapter = workerOf(line).adapterOrFail();
            switch (work) {
                case "scan_work" -> {
                    // The attribute port_rescan: without rate limit, and done when it returns.
                    adapter.workQueue.queueDelayed(adapter.scanWork, 0);
                    adapter.scanWork.flush();
                }
                case "stat_work" -> adapter.workQueue.queue(adapter.statWork);
                case "ns_up_work" -> adapter.workQueue.queue(adapter.nsUpWork);
                default -> throw skip(line);
            }
            return;
        }
        queuePortWork(line, portOf(line, Hex.parse(work.substring(at + 1))), work.substring(0, at));
    }

    /** The port that a work item without adapter belongs to: if several adapters know it, the one whose worker runs the item. */
    private Port portOf(Line line, long wwpn) {
        List<ReplayDevice> knowing = world.devices().stream()
            .filter(device -> device.adapter() != null && device.port(wwpn) != null).toList();
        if (knowing.isEmpty()) {
            throw new ReplayFailure("no port " + Hex.name(wwpn));
        }
        ReplayDevice device = workerOf(line);
        return (knowing.contains(device) ? device : knowing.get(0)).port(wwpn);
    }

    /** The device whose worker runs the item that the line queues. */
    private ReplayDevice workerOf(Line line) {
        Line start = cursor.findAfter(line, l -> l.event().equals("work_start")
            && l.text("work").equals(line.text("work")));
        for (ReplayDevice device : world.devices()) {
            if (start != null && start.context().endsWith(":" + device.cdev().busId())) {
                return device;
            }
        }
        return world.device(0);
    }

    private static void queuePortWork(Line line, Port port, String work) {
        switch (work) {
            case "test_link_work" -> LinkTest.testLink(port);
            case "gid_pn_work" -> DidLookup.triggerDidLookup(port);
            default -> throw skip(line);
        }
    }

    private static SkipException skip(Line line) {
        return new SkipException("line " + line.number() + ": nothing but prose says what the script did (" + line.event()
            + (line.op().isEmpty() ? "" : " " + line.op()) + ")");
    }

}
