// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;
import java.util.IdentityHashMap;
import java.util.Map;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FcEvents;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.Unit;
import org.zfcp4j.zfcp.def.WkaPort;

/** Status words, counters, work items, sleeps, devices and messages as events. */
final class KernelEvents implements KernelObserver {
    /** Begin of the names of the driver's C files. */
    private static final String DRIVER = "zfcp_";
    /** Result of killing a tasklet that cannot run. */
    static final String KILL_HANGS = "hangs: scheduled and disabled";

    private final ReplayWorld world;
    private final EventRecorder recorder;
    private final FieldSampler fields;
    private final Map<Timer, Long> armed = new IdentityHashMap<>();
    private boolean scriptSleeps;
    private boolean tellsTasklets;

    KernelEvents(ReplayWorld world, FieldSampler fields) {
        this.world = world;
        this.recorder = world.recorder();
        this.fields = fields;
    }

    /** Tells what may keep a tasklet from running, which few recordings do. */
    void tellTasklets() {
        tellsTasklets = true;
    }

    /** The next sleep is one of the script, not of the driver. */
    void ignoreNextSleep() {
        scriptSleeps = true;
    }

    /** Jiffies that the timer was last armed for. */
    long armedFor(Timer timer) {
        return armed.getOrDefault(timer, 0L);
    }

    @Override
    public void timerArmed(Timer timer, long jiffies) {
        armed.put(timer, jiffies);
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (oldValue == newValue) {
            return;
        }
        switch (atomic.name()) {
            case "status" -> changed("status", atomic.owner(), Hex.word(oldValue), Hex.word(newValue));
            case "stat_miss", "erp_counter" -> changed(atomic.name(), atomic.owner(), oldValue, newValue);
            default -> {
                // Nothing that is recorded.
            }
        }
    }

    private void changed(String ev, Object owner, String oldValue, String newValue) {
        JsonObject event = object(ev, owner);
        if (event != null) {
            recorder.emit(event.add("old", oldValue).add("new", newValue));
        }
    }

    private void changed(String ev, Object owner, int oldValue, int newValue) {
        JsonObject event = object(ev, owner);
        if (event != null) {
            recorder.emit(event.add("old", oldValue).add("new", newValue));
        }
    }

    /** An event about an adapter, a port or a LUN; null if {@code owner} is none of them. */
    private JsonObject object(String ev, Object owner) {
        return switch (owner) {
            case Adapter adapter -> recorder.event(ev, world.indexOf(adapter)).add("obj", "adapter");
            case Port port -> recorder.event(ev, world.indexOf(port.adapter)).add("obj", "port")
                .add("wwpn", Hex.name(port.wwpn));
            // Not set up yet: its port is unknown.
            case ScsiDev lun when lun.port == null -> null;
            case ScsiDev lun -> recorder.event(ev, world.indexOf(lun.port.adapter)).add("obj", "lun")
                .add("wwpn", Hex.name(lun.port.wwpn)).add("lun", Hex.name(ScsiDev.fcpLun(lun.sdev)));
            default -> null;
        };
    }

    @Override
    public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
        JsonObject event = recorder.event("queue_work").add("work", nameOf(work));
        if (delayJiffies > 0) {
            event.add("delay_ms", delayJiffies);
        }
        recorder.emit(event.add("queued", queued));
    }

    @Override
    public void workStart(WorkQueue queue, Work work) {
        recorder.emit(recorder.event("work_start").add("work", nameOf(work)));
    }

    @Override
    public void workEnd(WorkQueue queue, Work work) {
        recorder.emit(recorder.event("work_end").add("work", nameOf(work)));
    }

    @Override
    public void taskletDisabled(Tasklet tasklet, boolean scheduled) {
        if (scheduled && tellsTasklets) {
            recorder.emit(recorder.event("tasklet").add("op", "disabled while scheduled").add("tasklet", nameOf(tasklet)));
        }
    }

    @Override
    public void taskletKilled(Tasklet tasklet, boolean endless) {
        if (endless && tellsTasklets) {
            recorder.emit(recorder.event("tasklet").add("op", "kill").add("result", KILL_HANGS));
        }
    }

    /** Without the device. */
    private static String nameOf(Tasklet tasklet) {
        int colon = tasklet.name().indexOf(':');
        return colon < 0 ? tasklet.name() : tasklet.name().substring(0, colon);
    }

    private static String nameOf(Work work) {
        return switch (work.owner()) {
            case Port port -> work.name() + "@" + Hex.name(port.wwpn);
            case Unit unit -> "unit_scsi_work@" + Hex.name(unit.fcpLun);
            case WkaPort wka -> wkaName(wka) + "_offline";
            case FcEvents events -> "events.work";
            case null, default -> work.name();
        };
    }

    private static String wkaName(WkaPort wka) {
        var ports = wka.adapter.gs;
        if (wka == ports.ds()) {
            return "wka_ds";
        }
        return wka == ports.ms() ? "wka_ms" : wka == ports.ts() ? "wka_ts" : "wka_as";
    }

    @Override
    public void sleep(long millis) {
        if (scriptSleeps) {
            scriptSleeps = false;
            return;
        }
        recorder.emit(recorder.event("sleep").add("ms", millis));
    }

    @Override
    public void message(LogLevel level, Device device, String function, String text) {
        if (function == null || !function.startsWith(DRIVER)) {
            // The recorded environment stands in for the layers below the driver, and does not speak.
            return;
        }
        String name = switch (level) {
            case ERR -> "err";
            case WARN -> "warn";
            case INFO -> "info";
        };
        JsonObject event = recorder.event("msg").add("level", name);
        recorder.emit(device == null ? event : event.add("dev", device.name()));
    }

    @Override
    public int deviceRegister(Device device) {
        String parent = device.parent() == null ? "" : device.parent().name();
        recorder.emit(recorder.event("device").add("op", "register").add("name", device.name()).add("parent", parent));
        if (device.container() instanceof Port port) {
            fields.add(port);
        }
        return 0;
    }

    @Override
    public void deviceUnregister(Device device) {
        recorder.emit(recorder.event("device").add("op", "unregister").add("name", device.name()));
    }

    @Override
    public void deviceRelease(Device device) {
        recorder.emit(recorder.event("device").add("op", "release").add("name", device.name()));
    }

    @Override
    public void serviceLevel(Device device, boolean register) {
        recorder.emit(recorder.event("service_level").add("op", register ? "register" : "unregister"));
    }

    @Override
    public void quiesce(String context) {
        fields.sample();
        Task task = world.kernel().currentTask();
        if (task != null && Contexts.isInbound(task)) {
            recorder.nameResponsesAsUsual();
        }
        world.quiesced();
    }
}
