// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.function.Consumer;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.DiagHeader;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.diag.DiagUpdate;
import org.zfcp4j.zfcp.erp.ErpWait;

/** An administrator who does one thing after the other to an FCP device, chosen at random: through sysfs, and on behalf of the midlayer. */
final class Administration {
    private static final int KINDS = 12;

    private static final int HELD_MILLIS = 1000;
    /** Tag of the record that a remote port is blocked. */
    private static final String BLOCKED = "scpdely";
    private static final int OPEN = ZfcpStatus.ZFCP_STATUS_COMMON_OPEN | ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;
    /** An answer takes time after it was timed. */
    private static final int GRACE_JIFFIES = 100;
    /** Tag of the record of an answer with an FSF status. */
    private static final String REFUSED = "fs_ferr";

    private final World world;
    private final Surroundings surroundings;
    private final FcpDevice device;
    private final SeededRandom random;

    Administration(World world, Surroundings surroundings, FcpDevice device, long seed) {
        this.world = world;
        this.surroundings = surroundings;
        this.device = device;
        this.random = world.config().draws().sequence(seed);
    }

    /** Does something. Process context. */
    void act() {
        Adapter adapter = device.adapter();
        if (adapter == null) {
            return;
        }
        long wwpn = surroundings.any(random).wwpn();
        ScsiHost host = adapter.scsiHost;
        int kind = random.below(KINDS);
        world.note(device.busId(), "administration " + kind);
        switch (kind) {
            case 0 -> Attributes.unitRemove(adapter, wwpn, SmallSan.LUN);
            case 1, 2 -> addUnit(adapter, wwpn);
            case 3 -> Attributes.portRescan(adapter);
            case 4 -> world.waitsForRecovery(device, () -> Attributes.portFailed(adapter, wwpn));
            case 5 -> onHost(host, wwpn, this::lunFailed);
            case 6 -> {
                onHost(host, wwpn, this::removeLun);
                Attributes.unitRemove(adapter, wwpn, SmallSan.LUN);
                // In C, the action of a port that is on no list any more is lost when there is no memory for it.
                world.memory().secured(() -> {
                    Attributes.portRemove(adapter, wwpn);
                    ErpWait.wait(adapter);
                });
            }
            case 11 -> DiagUpdate.updateBufferLimited(adapter, adapter.diagnostics.configData, DiagUpdate::updateConfigDataBuffer);
            case 10 -> onHost(host, wwpn, rport -> removeInUse(rport, wwpn));
            case 7 -> onHost(host, wwpn, rport -> Transport.endIo(world, device, rport));
            case 8 -> onHost(host, wwpn, rport -> host.transport.getFcHostStats(host));
            default -> readPortData(adapter);
        }
    }

    /** When the attribute has been written there is a SCSI device, from level 7.1 on, if the port is open all the time, and nobody else administers. */
    private void addUnit(Adapter adapter, long wwpn) {
        long blocked = world.recorded(device, BLOCKED);
        boolean before = isOpen(adapter, wwpn);
        int rc = Attributes.unitAdd(adapter, wwpn, SmallSan.LUN);
        boolean open = before && isOpen(adapter, wwpn) && world.recorded(device, BLOCKED) == blocked && !world.memory().isScarce();
        if (rc != 0 || !open || world.module().level.suspends() || surroundings.crowded()) {
            return;
        }
        onHost(adapter.scsiHost, wwpn, rport -> {
            ScsiDevice sdev = lun(rport);
            if (sdev != null) {
                sdev.put();
            } else {
                world.violated(Invariant.HOST, device.busId(), "a LUN was added below an open port, and there is no SCSI device");
            }
        });
    }

    private boolean isOpen(Adapter adapter, long wwpn) {
        return world.look(() -> isOpenNow(adapter, wwpn));
    }

    /** Looked at between two steps. */
    private static boolean isOpenNow(Adapter adapter, long wwpn) {
        boolean[] open = {false};
        adapter.portList.forEach(port -> open[0] |= port.wwpn == wwpn && (port.status.read() & OPEN) == OPEN && isLetThrough(port));
        return open[0];
    }

    /** There is a remote port, or there will be as soon as the work queue gets to it. */
    private static boolean isLetThrough(Port port) {
        return port.rport != null && port.rportTask == Port.RportTask.RPORT_NONE || port.rportTask == Port.RportTask.RPORT_ADD;
    }

    /** Data that are said to be there are no older than they may be. */
    private void readPortData(Adapter adapter) {
        DiagHeader data = adapter.diagnostics.portData;
        long refused = world.recorded(device, REFUSED);
        int rc = DiagUpdate.updateBufferLimited(adapter, data, DiagUpdate::updatePortDataBuffer);
        long oldest = adapter.diagnostics.maxAge + GRACE_JIFFIES;
        // An answer that is no good and has no data counts as success, as in C.
        if (rc == 0 && world.recorded(device, REFUSED) == refused && world.look(() -> world.kernel().jiffies() - data.timestamp > oldest)) {
            world.violated(Invariant.HOST, device.busId(), "port data that were to be read anew are still too old");
        }
    }

    /** A port below which there is a LUN in use stays; another administrator may put it out of use and back. */
    private void removeInUse(FcRport rport, long wwpn) {
        if (world.memory().isScarce() || surroundings.crowded()) {
            return;
        }
        boolean before = isInUse(rport);
        int rc = Attributes.portRemove(device.adapter(), wwpn);
        if (rc == 0 && before && isInUse(rport)) {
            world.violated(Invariant.REFERENCES, device.busId(), String.format("port 0x%016x was removed below a LUN in use", wwpn));
        }
    }

    private boolean isInUse(FcRport rport) {
        ScsiDevice sdev = lun(rport);
        boolean used = sdev != null && sdev.state == ScsiDevice.State.RUNNING;
        if (sdev != null) {
            sdev.put();
        }
        return used;
    }

    private void onHost(ScsiHost host, long wwpn, Consumer<FcRport> action) {
        FcRport rport = host == null ? null : world.fc().find(host, wwpn);
        if (rport != null) {
            action.accept(rport);
        }
    }

    private ScsiDevice lun(FcRport rport) {
        return world.scsi().deviceLookup(rport.host, 0, rport.scsiTargetId, FcpLun.toScsiLun(SmallSan.LUN));
    }

    private void lunFailed(FcRport rport) {
        ScsiDevice sdev = lun(rport);
        if (sdev != null) {
            if (sdev.state == ScsiDevice.State.RUNNING) {
                world.waitsForRecovery(device, () -> Attributes.lunFailed(sdev));
            }
            sdev.put();
        }
    }

    private void removeLun(FcRport rport) {
        ScsiDevice sdev = lun(rport);
        if (sdev != null) {
            world.scsi().removeDevice(sdev);
            // Who has it open keeps it a little longer.
            world.sleep(random.below(HELD_MILLIS));
            sdev.put();
        }
    }
}
