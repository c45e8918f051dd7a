// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import org.zfcp4j.lab.fake.MidlayerObserver;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.ScsiDev;

/** Calls between the driver and the SCSI midlayer or the FC transport as events. */
final class MidlayerEvents implements MidlayerObserver {
    private static final int SENSE_KEPT = 96;

    private final ReplayWorld world;
    private final Map<ScsiCmnd, String> names = new IdentityHashMap<>();

    MidlayerEvents(ReplayWorld world) {
        this.world = world;
    }

    /** Gives a command the name that events call it by. */
    void name(ScsiCmnd command, String name) {
        names.put(command, name);
    }

    private JsonObject event(String ev, ScsiHost host, String op) {
        return world.recorder().event(ev, world.indexOf((Adapter) host.hostdata), op);
    }

    private JsonObject scsi(ScsiHost host, String op) {
        return event("scsi", host, op);
    }

    private void emit(JsonObject event) {
        world.recorder().emit(event);
    }

    @Override
    public void addHost(ScsiHost host) {
        emit(scsi(host, "add_host").add("unique_id", Hex.of(host.uniqueId)).add("max_id", host.maxId)
            .add("max_lun", Hex.of(host.maxLun)).add("max_cmd_len", host.maxCmdLen)
            .add("sg_tablesize", host.sgTablesize).add("max_sectors", host.maxSectors));
    }

    @Override
    public void removeHost(ScsiHost host) {
        emit(scsi(host, "remove_host"));
    }

    @Override
    public void scanTarget(ScsiHost host, int target, long lun, int mode) {
        emit(scsi(host, "scan_target").add("target", target).add("fcp_lun", Hex.name(FcpLun.fromScsiLun(lun)))
            .add("mode", mode));
    }

    @Override
    public void scan(ScsiHost host, int target, long lun, boolean existing) {
        if (existing) {
            emit(scsi(host, "scan").add("target", target).add("lun", lun).add("existing", true));
        }
    }

    private JsonObject device(ScsiDevice device, String op) {
        return scsi(device.host, op).add("target", device.id).add("lun", device.lun);
    }

    @Override
    public void slaveAlloc(ScsiDevice device) {
        emit(device(device, "slave_alloc").add("fcp_lun", Hex.name(FcpLun.fromScsiLun(device.lun))));
    }

    @Override
    public void slaveAllocDone(ScsiDevice device, int rc) {
        ScsiDev lun = ScsiDev.of(device);
        int status = world.kernel().peek(lun.status::read);
        emit(device(device, "slave_alloc_done").add("rc", rc).add("lun_status", Hex.word(status)));
    }

    @Override
    public void removeDevice(ScsiDevice device) {
        emit(device(device, "remove_device"));
    }

    @Override
    public void slaveDestroyDone(ScsiDevice device) {
        emit(device(device, "slave_destroy_done"));
    }

    /** Command events carry the command's name only. */
    JsonObject command(ScsiCmnd command, String op) {
        return scsi(command.device.host, op).add("cmd", names.getOrDefault(command, "?"));
    }

    @Override
    public void queuecommand(ScsiCmnd command) {
        emit(command(command, "queuecommand").add("target", command.device.id).add("lun", command.device.lun)
            .add("cdb", HexFormat.of().formatHex(command.cmnd, 0, command.cmdLen)).add("dir", command.dataDirection)
            .add("nseg", command.sdb == null ? 0 : command.sdb.count()).add("len", command.bufflen()));
    }

    @Override
    public void queuecommandDone(ScsiCmnd command, int rc) {
        emit(command(command, "queuecommand_rc").add("rc", rc).add("host_scribble", command.hostScribble));
    }

    @Override
    public void scsiDone(ScsiCmnd command) {
        JsonObject event = command(command, "scsi_done").add("result", Hex.word(command.result))
            .add("resid", command.resid);
        byte[] sense = java.util.Arrays.copyOf(command.senseBuffer, SENSE_KEPT);
        String dump = Hex.dump(sense);
        emit(dump.isEmpty() ? event : event.add("sense", dump));
    }

    @Override
    public void remotePortAdd(ScsiHost host, FcRport rport, boolean reused) {
        emit(event("fc", host, "remote_port_add").add("wwpn", Hex.name(rport.portName)).add("wwnn", Hex.name(rport.nodeName))
            .add("port_id", Hex.of(rport.portId, 6)).add("roles", Hex.of(rport.roles))
            .add("target_id", rport.scsiTargetId).add("reused", reused));
        world.remotePortAdded(host);
    }

    @Override
    public void remotePortDelete(FcRport rport) {
        emit(event("fc", rport.host, "remote_port_delete").add("wwpn", Hex.name(rport.portName)));
        world.remotePortDeleted();
    }

    @Override
    public void removeFcHost(ScsiHost host) {
        emit(event("fc", host, "remove_host"));
    }

    @Override
    public void postEvent(ScsiHost host, int code, int data) {
        emit(event("fc", host, "post_event").add("code", Hex.of(code)).add("data", Hex.word(data)));
    }
}
