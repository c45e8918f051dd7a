// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.channel.RamDisk;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.level.Levels;

/**
 * A signal fails although the channel has fetched the request, or has not and comes across it later: the channel never writes to what
 * the driver has freed, and knows each id that it answers; C frees the request at once.
 */
class FailedSignalTest {
    private static final RemotePort PORT = new RemotePort(0x500507630300c562L, 0x5005076303ffc562L, 0x010200);
    private static final long LUN = 0x4010400000000000L;

    /** @param flags 1 if the channel has fetched it */
    private static void play(String level, int flags, BiConsumer<World, DiskUser> script) {
        WorldResult result = World.play(new WorldConfig().devices(1).level(level.equals("7.1") ? Levels.linux71() : Levels.linux510()),
                world -> {
                    world.channel().san().addPort(PORT, false);
                    world.channel().san().addDisk(PORT.wwpn(), new RamDisk(LUN, DiskUser.AREA_BLOCKS, Transfer.BLOCK));
                    world.device(0).setOnline();
                    world.sleep(100);
                    ScsiHost host = world.device(0).adapter().scsiHost;
                    FcRport rport = world.fc().find(host, PORT.wwpn());
                    world.scsi().probe(host, rport, rport.scsiTargetId, FcpLun.toScsiLun(LUN));
                    Initiator initiator = new Initiator(world, world.device(0));
                    world.scsi().setDrain(initiator::drain);
                    DiskUser user = new DiskUser(world, initiator, PORT.wwpn(), LUN, 0);
                    world.channel().addFault(Fault.of(FaultAction.SIGA, 1).flags(flags).times(1));
                    script.accept(world, user);
                    world.sleep(30_000);
                    assertTrue(world.device(0).isUp());
                    assertTrue(user.burst());
                });
        assertEquals(List.of(), result.findings());
        assertEquals(1, result.records().stream().filter(record -> record.tag().equals("fsrs__1")).count());
    }

    @ParameterizedTest
    @CsvSource({"5.10, 0", "5.10, 1", "7.1, 0", "7.1, 1"})
    void aStatusReadBufferStaysWithTheChannel(String level, int flags) {
        play(level, flags, (world, user) ->
                world.device(0).notify("SENSE", Notification.of(FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL, 0)));
    }

    @ParameterizedTest
    @CsvSource({"5.10, 0", "5.10, 1", "7.1, 0", "7.1, 1"})
    void anFcpCommandStaysWithTheChannel(String level, int flags) {
        play(level, flags, (world, user) -> assertTrue(user.burst()));
    }
}
