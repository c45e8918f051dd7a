// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.Set;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.virtual.Operation;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.TaskKind;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/** The state of adapters, ports and LUNs, and who is blocked on what, as events. */
final class Snapshots {
    /** Recordings have room for this many adapters in {@code max_srbs_posted}. */
    private static final int ADAPTERS = 2;

    private final ReplayWorld world;

    Snapshots(ReplayWorld world) {
        this.world = world;
    }

    JsonObject snapshot(ReplayDevice device) {
        Adapter adapter = device.adapterOrFail();
        JsonObject event = world.recorder().event("snapshot", device.index());
        return world.kernel().peek(() -> event.add("state", state(adapter))
            .add("srbs_posted", device.channel().postedSrbs()).add("req_no", adapter.reqNo)
            .add("req_seq_no", adapter.fsfReqSeqNo & 0xffff_ffffL));
    }

    JsonObject end() {
        JsonObject event = world.recorder().event("end");
        return world.kernel().peek(() -> {
            JsonArray states = new JsonArray();
            JsonArray posted = new JsonArray();
            for (ReplayDevice device : world.devices()) {
                if (device.adapter() != null) {
                    states.add(state(device.adapter()));
                }
                posted.add(device.channel().maxPostedSrbs());
            }
            while (posted.size() < ADAPTERS) {
                posted.add(0);
            }
            return event.add("final", states).add("max_srbs_posted", posted).add("blocked", blocked());
        });
    }

    private JsonObject state(Adapter adapter) {
        return new JsonObject().add("adapter", Hex.word(adapter.status.read()))
            .add("erp_counter", adapter.erpCounter.read()).add("stat_miss", adapter.statMiss.read())
            .add("ports", ports(adapter)).add("luns", luns(adapter));
    }

    private JsonObject ports(Adapter adapter) {
        JsonObject ports = new JsonObject();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            Port port = n.owner();
            ports.add(Hex.name(port.wwpn), new JsonObject().add("status", Hex.word(port.status.read()))
                .add("d_id", Hex.of(port.dId, 6)).add("handle", Hex.of(port.handle & 0xffff_ffffL))
                .add("erp_counter", port.erpCounter.read()).add("rport", port.rport == null ? 0 : 1)
                .add("dev_ref", port.dev.references()));
        }
        return ports;
    }

    private static JsonObject luns(Adapter adapter) {
        JsonObject luns = new JsonObject();
        if (adapter.scsiHost == null) {
            return luns;
        }
        var devices = adapter.scsiHost.devices;
        for (ListNode<ScsiDevice> n = devices.first(); n != null; n = devices.next(n)) {
            ScsiDev lun = ScsiDev.of(n.owner());
            if (lun.port != null) {
                luns.add(Hex.name(lun.port.wwpn) + "/" + Hex.name(ScsiDev.fcpLun(n.owner())),
                    new JsonObject().add("status", Hex.word(lun.status.read()))
                        .add("handle", Hex.of(lun.lunHandle & 0xffff_ffffL)).add("erp_counter", lun.erpCounter.read()));
            }
        }
        return luns;
    }

    private JsonArray blocked() {
        JsonArray blocked = new JsonArray();
        Set<TaskKind> threads = Set.of(TaskKind.THREAD, TaskKind.WORKER);
        for (Task task : world.kernel().tasks()) {
            if (threads.contains(task.kind()) && (!task.hasEnded() || isOfMidlayer(task))) {
                blocked.add(new JsonObject().add("task", Contexts.of(task)).add("on", reason(task)));
            }
        }
        return blocked;
    }

    /** In the recorded environment the worker of a host's work queue that never ran outlives its queue. */
    private static boolean isOfMidlayer(Task task) {
        return task.name().startsWith("scsi_wq_") && !task.wasStarted();
    }

    private static String reason(Task task) {
        if (task.operation() == Operation.IDLE || task.hasEnded()) {
            return "worker idle";
        }
        String target = task.target() == null ? "" : task.target().name();
        return switch (target) {
            case "erp_ready_wq" -> "ERP action ready";
            case "erp_done_wqh" -> "ERP done";
            default -> target.isEmpty() ? task.operation().name() : target;
        };
    }
}
