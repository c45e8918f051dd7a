// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.vectors.ReplayDevice;
import org.zfcp4j.vectors.ReplayWorld;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.level.Levels;
import org.zfcp4j.zfcp.unit.Units;

/**
 * The usual start state of the recordings: an adapter on a {@link ModelChannel}, three ports open, one LUN of the first one
 * open, 16 status read buffers posted. Each object is good for one run.
 */
final class StartState implements AutoCloseable {
    /**
     * What a start state may differ in.
     *
     * @param multibuffer whether driver and channel use the data router: multi-buffering and data division
     * @param ports how many remote ports there are
     * @param scheduler of this one run
     */
    record Options(int adapterFeatures, boolean multibuffer, int ports, String refillPolicy, Scheduler scheduler) {
        static final int USUAL_FEATURES = 0x338;

        static Options usual() {
            return of(USUAL_FEATURES, true);
        }

        /** Otherwise as usual. */
        static Options of(int adapterFeatures, boolean multibuffer) {
            return new Options(adapterFeatures, multibuffer, San.PORTS.size(), "add-unless", new InterruptsFirst());
        }
    }

    private static final int TRACE_EVERYTHING = 6;
    private static final long STORAGE_SIZE = 4 << 20;
    /** Many times of what any table takes. */
    private static final long STEP_LIMIT = 50_000_000;
    private static final long SCAN_TIME = 3000;
    /** No port scan is held back by the one of the start any more. */
    private static final long UNIT_TIME = 60_000;
    private static final int RETRIES = 5;
    private static final int STATUS_READ_BUFFERS = 16;

    private final ReplayWorld world;
    private final ReplayDevice device;
    private final ModelChannel channel;
    private final List<JsonObject> events = new ArrayList<>();
    private boolean recording;
    private boolean allocationsFail;

    StartState(Options options) {
        ModuleParameters parameters = new ModuleParameters();
        parameters.dbflevel = TRACE_EVERYTHING;
        parameters.portScanBackoff = 0;
        parameters.datarouter = options.multibuffer();
        VirtualConfig config = new VirtualConfig().scheduler(options.scheduler()).endsWithMain(true).killTakesBack(true)
            .storageSize(STORAGE_SIZE).stepLimit(STEP_LIMIT).allocation((cache, size, number) -> !allocationsFail);
        world = new ReplayWorld(config, parameters, RefillPolicies.byName(options.refillPolicy()), Levels.linux510(),
            QdioTiming.NONE, this::event);
        channel = new ModelChannel(new Payloads(options.adapterFeatures(), STATUS_READ_BUFFERS,
            San.PORTS.subList(0, options.ports())), options.multibuffer());
        device = world.add("0.0.1900", channel);
        channel.connect(world, device);
    }

    private void event(JsonObject event) {
        if (recording) {
            events.add(event);
        }
    }

    /** A zeroed page of main storage. */
    long page() {
        long page = kernel().storage().zalloc(Storage.PAGE_SIZE, Storage.PAGE_SIZE);
        if (page == 0) {
            throw new IllegalStateException("no storage left for data");
        }
        return page;
    }

    /** Brings the adapter into the start state and runs {@code body} as a process of the script; throws what it throws. */
    void run(Consumer<StartState> body) {
        play(() -> {
            setOnline();
            world.sleepUnseen(SCAN_TIME);
            Units.unitAdd(port(), San.LUN);
            world.sleepUnseen(UNIT_TIME);
            recording = true;
            body.accept(this);
        });
    }

    /** Runs {@code script} from before the adapter is set online; throws what it throws. */
    void runFromScratch(Runnable script) {
        play(() -> {
            recording = true;
            script.run();
        });
    }

    private void play(Runnable script) {
        RunResult result = world.kernel().run(script);
        if (result.failure() instanceof RuntimeException failure) {
            throw failure;
        }
        result.orThrow();
    }

    /** Sets the device online as user space does. Process context; returns when its ports were scanned. */
    void setOnline() {
        device.cdev().setOnline();
    }

    /** Events since the last call, or since the start state was reached. */
    List<JsonObject> takeEvents() {
        List<JsonObject> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** The last event that was not taken; null if there is none. */
    JsonObject lastEvent() {
        return events.isEmpty() ? null : events.getLast();
    }

    /** A SCSI command for the LUN; events call it {@code cmd1}. */
    ScsiCmnd command(byte[] cdb, int direction, ScatterList data) {
        ScsiCmnd command = world.command("cmd1", sdev(), cdb, direction, data);
        command.allowed = RETRIES;
        return command;
    }

    /** From now on no allocation succeeds, or each one. */
    void failAllocations(boolean fail) {
        allocationsFail = fail;
    }

    ReplayWorld world() {
        return world;
    }

    VirtualKernel kernel() {
        return world.kernel();
    }

    ModelChannel channel() {
        return channel;
    }

    Adapter adapter() {
        return device.adapter();
    }

    ScsiHost host() {
        return adapter().scsiHost;
    }

    /** The first port, which has the LUN. */
    Port port() {
        return device.port(San.PORTS.getFirst().wwpn());
    }

    /** The ports in the adapter's order. */
    List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        for (ListNode<Port> n = adapter().portList.first(); n != null; n = adapter().portList.next(n)) {
            ports.add(n.owner());
        }
        return ports;
    }

    /** The LUN. */
    ScsiDevice sdev() {
        return host().devices.first().owner();
    }

    ScsiDev lun() {
        return ScsiDev.of(sdev());
    }

    @Override
    public void close() {
        world.close();
    }
}
