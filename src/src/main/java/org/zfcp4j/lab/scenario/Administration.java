// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.function.Consumer;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.diag.DiagUpdate;
import org.zfcp4j.zfcp.erp.ErpWait;

/** An administrator who does one thing after the other to an FCP device, chosen at random: through sysfs, and on behalf of the midlayer. */
final class Administration {
    private static final int KINDS = 10;

    private final World world;
    private final Surroundings surroundings;
    private final FcpDevice device;
    private final SeededRandom random;

    Administration(World world, Surroundings surroundings, FcpDevice device, long seed) {
        this.world = world;
        this.surroundings = surroundings;
        this.device = device;
        this.random = new SeededRandom(seed);
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
            case 1, 2 -> Attributes.unitAdd(adapter, wwpn, SmallSan.LUN);
            case 3 -> Attributes.portRescan(adapter);
            case 4 -> Attributes.portFailed(adapter, wwpn);
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
            case 7 -> onHost(host, wwpn, rport -> Transport.endIo(world, device, rport));
            case 8 -> onHost(host, wwpn, rport -> host.transport.getFcHostStats(host));
            default -> DiagUpdate.updateBufferLimited(adapter, adapter.diagnostics.portData, DiagUpdate::updatePortDataBuffer);
        }
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
                Attributes.lunFailed(sdev);
            }
            sdev.put();
        }
    }

    private void removeLun(FcRport rport) {
        ScsiDevice sdev = lun(rport);
        if (sdev != null) {
            world.scsi().removeDevice(sdev);
            sdev.put();
        }
    }
}
