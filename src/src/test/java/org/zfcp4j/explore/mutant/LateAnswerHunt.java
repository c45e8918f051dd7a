// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore.mutant;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.RamDisk;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.io.DiskUser;
import org.zfcp4j.lab.io.Initiator;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.FcpLun;

/**
 * SCSI commands that get no answer, whose abort fails, and whose LUN is reset, which the channel says it has done; then the adapter
 * is closed, which dismisses their requests. To be run within a {@link MutantLoader}.
 */
public final class LateAnswerHunt implements UnaryOperator<String> {
    private static final RemotePort PORT = new RemotePort(0x500507630300c562L, 0x5005076303ffc562L, 0x010200);
    private static final long LUN = 0x4010400000000000L;
    private static final int BLOCK = 512;

    /** All that is found, with the notes. */
    @Override
    public String apply(String symptom) {
        WorldResult result = World.play(new WorldConfig().devices(1), LateAnswerHunt::play);
        boolean reset = result.records().stream().anyMatch(record -> record.tag().equals("lr_okay"));
        return (reset ? "" : "no reset; ") + result.findings().stream().map(Finding::toString).collect(Collectors.joining("; "))
                + List.copyOf(result.notes());
    }

    private static void play(World world) {
        world.channel().san().addPort(PORT, false);
        world.channel().san().addDisk(PORT.wwpn(), new RamDisk(LUN, DiskUser.AREA_BLOCKS, BLOCK));
        world.device(0).setOnline();
        world.sleep(100);
        ScsiHost host = world.device(0).adapter().scsiHost;
        FcRport rport = world.fc().find(host, PORT.wwpn());
        world.scsi().probe(host, rport, rport.scsiTargetId, FcpLun.toScsiLun(LUN));
        Initiator initiator = new Initiator(world, world.device(0));
        world.scsi().setDrain(initiator::drain);
        DiskUser user = new DiskUser(world, initiator, PORT.wwpn(), LUN, 0);
        world.channel().addFault(Fault.of(FaultAction.SILENCE, 0).command(FsfConstants.FSF_QTCB_FCP_CMND).times(2));
        world.channel().addFault(Fault.of(FaultAction.FSF_STATUS, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE)
                .command(FsfConstants.FSF_QTCB_ABORT_FCP_CMND)
                .qualifier(FsfConstants.FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED).times(1));
        world.fork("user", user::burst);
        // The abort has failed, and the reset waits until the other command has timed out as well.
        world.sleep(Initiator.TIMEOUT * 3 / 2);
        world.channel().addFault(Fault.of(FaultAction.FSF_STATUS, FsfConstants.FSF_GOOD).command(FsfConstants.FSF_QTCB_FCP_CMND).times(1));
        world.sleep(10 * Initiator.TIMEOUT);
        world.device(0).setOffline();
    }
}
