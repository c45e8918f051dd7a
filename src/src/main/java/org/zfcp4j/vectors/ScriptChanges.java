// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/** Status words, counters and D_IDs that a script sets itself, in no call of the driver. Process or interrupt context. */
final class ScriptChanges {
    /** What queueing a recovery action sets before it is traced. */
    private static final int SET_BY_TRIGGER = ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE
        | ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING | ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;
    /** What the attributes that end a failed state set before they trigger. */
    private static final String ATTRIBUTE_TAG = "sy";

    private final ReplayWorld world;

    ScriptChanges(ReplayWorld world) {
        this.world = world;
    }

    /** True if the first line of a run cannot be part of the trigger {@code trace} that the same run has. */
    boolean areOfScript(Line line, Line trace) {
        return line.event().equals("status") && !trace.text("tag").startsWith(ATTRIBUTE_TAG)
            && (line.number("new") & ~line.number("old") & ~SET_BY_TRIGGER) != 0;
    }

    /** Does what the line says; false if it is no change that a script makes. */
    boolean make(Line line) {
        switch (line.event()) {
            case "status" -> status(line).set((int) line.number("new"));
            case "erp_counter" -> erpCounter(line).set(line.signed("new"));
            case "stat_miss" -> device(line).adapterOrFail().statMiss.set(line.signed("new"));
            case "field" -> {
                if (!isDId(line, line.text("wwpn"), (int) line.number("new"))) {
                    return false;
                }
                // Told when the script blocks: by the sampling.
                port(line).dId = (int) line.number("new");
                world.sleepUnseen(0);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** True if the line tells that the port {@code wwpn} has got {@code dId}. */
    static boolean isDId(Line line, String wwpn, int dId) {
        return line.event().equals("field") && line.text("obj").equals("port") && line.text("name").equals("d_id")
            && line.text("wwpn").equals(wwpn) && line.number("new") == dId;
    }

    private ReplayDevice device(Line line) {
        return world.device(line.adapter());
    }

    private Port port(Line line) {
        return device(line).portOrFail(line.number("wwpn"));
    }

    private ScsiDev lun(Line line) {
        return ScsiDev.of(device(line).lunOrFail(line.number("wwpn"), line.number("lun")));
    }

    private AtomicInt status(Line line) {
        return switch (line.text("obj")) {
            case "adapter" -> device(line).adapterOrFail().status;
            case "port" -> port(line).status;
            default -> lun(line).status;
        };
    }

    private AtomicInt erpCounter(Line line) {
        return switch (line.text("obj")) {
            case "adapter" -> device(line).adapterOrFail().erpCounter;
            case "port" -> port(line).erpCounter;
            default -> lun(line).erpCounter;
        };
    }
}
