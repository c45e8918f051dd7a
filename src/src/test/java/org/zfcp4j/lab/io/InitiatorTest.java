// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.channel.FaultAction;
import org.zfcp4j.channel.RamDisk;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.FcpLun;

/** The user of disks, and that it notices what a driver must not do. */
class InitiatorTest {
    private static final RemotePort PORT = new RemotePort(0x500507630300c562L, 0x5005076303ffc562L, 0x010200);
    private static final long LUN = 0x4010400000000000L;

    private static WorldResult withDisk(BiConsumer<World, DiskUser> script) {
        return World.play(new WorldConfig().devices(1), world -> {
            world.channel().san().addPort(PORT, false);
            world.channel().san().addDisk(PORT.wwpn(), new RamDisk(LUN, DiskUser.AREA_BLOCKS, Transfer.BLOCK));
            world.device(0).setOnline();
            world.sleep(100);
            ScsiHost host = world.device(0).adapter().scsiHost;
            FcRport rport = world.fc().find(host, PORT.wwpn());
            world.scsi().probe(host, rport, rport.scsiTargetId, FcpLun.toScsiLun(LUN));
            Initiator initiator = new Initiator(world, world.device(0));
            world.scsi().setDrain(initiator::drain);
            script.accept(world, new DiskUser(world, initiator, PORT.wwpn(), LUN, 0));
        });
    }

    private static List<Invariant> invariants(WorldResult result) {
        return result.findings().stream().map(Finding::invariant).toList();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        WorldResult result = withDisk((world, user) -> {
            for (int i = 0; i < 20; i++) {
                assertTrue(user.burst());
            }
        });
        assertEquals(List.of(), result.findings());
    }

    @Test
    void aCommandWithoutAnswerIsAbortedAndSentAgain() {
        WorldResult result = withDisk((world, user) -> {
            world.channel().addFault(Fault.of(FaultAction.SILENCE, 0).command(FsfConstants.FSF_QTCB_FCP_CMND).times(1));
            assertTrue(user.burst());
        });
        assertEquals(List.of(), result.findings());
        assertTrue(result.records().stream().anyMatch(record -> record.tag().equals("abrt_ok")), "no abort");
    }

    @Test
    void anAbortThatFailsIsFollowedByAReset() {
        WorldResult result = withDisk((world, user) -> {
            world.channel().addFault(Fault.of(FaultAction.SILENCE, 0).command(FsfConstants.FSF_QTCB_FCP_CMND).times(1));
            world.channel().addFault(Fault.of(FaultAction.FSF_STATUS, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE)
                    .command(FsfConstants.FSF_QTCB_ABORT_FCP_CMND)
                    .qualifier(FsfConstants.FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED).times(1));
            assertTrue(user.burst());
        });
        assertEquals(List.of(), result.findings());
        assertTrue(result.records().stream().anyMatch(record -> record.tag().equals("lr_okay")), "no reset");
    }

    /** The remote port goes away with a command that gets no answer, and the reset of its LUN waits for it until its timeout. */
    @Test
    void aResetThatGivesUpDoesNotMakeRequestsForgetTheirCommandsAsInC() {
        WorldResult result = withDisk((world, user) -> {
            world.channel().addFault(Fault.of(FaultAction.SILENCE, 0).command(FsfConstants.FSF_QTCB_FCP_CMND).times(2));
            world.channel().addFault(Fault.of(FaultAction.FSF_STATUS, FsfConstants.FSF_ADAPTER_STATUS_AVAILABLE)
                    .command(FsfConstants.FSF_QTCB_ABORT_FCP_CMND)
                    .qualifier(FsfConstants.FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED).times(1));
            world.fork("user", user::burst);
            // The abort has failed, and the reset waits until the other command has timed out as well.
            world.sleep(Initiator.TIMEOUT * 3 / 2);
            world.channel().san().removePort(PORT.wwpn(), true);
            world.sleep(200_000);
            world.device(0).setOffline();
        });
        assertEquals(List.of(), result.findings());
        assertTrue(result.records().stream().anyMatch(record -> record.tag().equals("lr_fiof")), "no reset gave up");
        assertTrue(result.notes().stream().anyMatch(note -> note.contains("FAST_IO_FAIL")), () -> result.notes().toString());
    }

    @Test
    void otherDataThanWasWrittenIsTold() {
        WorldResult result = withDisk((world, user) -> {
            for (int i = 0; i < 20; i++) {
                user.burst();
                world.channel().san().write(PORT.wwpn(), LUN, 0, new byte[DiskUser.AREA_BLOCKS * Transfer.BLOCK]);
            }
        });
        assertTrue(invariants(result).contains(Invariant.SCSI_COMMANDS), () -> result.findings().toString());
    }

    @Test
    void aCommandThatIsCompletedTwiceIsTold() {
        WorldResult result = withCommand((command, world) -> {
            command.cmnd().scsiDone();
            command.cmnd().scsiDone();
        });
        assertEquals(List.of(Invariant.SCSI_COMMANDS), invariants(result));
    }

    @Test
    void aCommandThatIsRefusedAndCompletedIsTold() {
        WorldResult result = withCommand((command, world) -> {
            command.cmnd().scsiDone();
            command.refused();
        });
        assertEquals(List.of(Invariant.SCSI_COMMANDS), invariants(result));
    }

    @Test
    void aCommandThatIsCompletedAfterItsAbortIsTold() {
        WorldResult result = withCommand((command, world) -> {
            command.takeBack();
            command.cmnd().scsiDone();
        });
        assertEquals(List.of(Invariant.SCSI_COMMANDS), invariants(result));
    }

    @Test
    void aCommandThatIsCompletedAfterAResetHasGivenItUpIsAKnownMistake() {
        WorldResult result = withCommand((command, world) -> {
            command.giveUp();
            command.cmnd().scsiDone();
        });
        assertEquals(List.of(), result.findings());
        assertTrue(result.notes().stream().anyMatch(note -> note.contains("FAST_IO_FAIL")), () -> result.notes().toString());
    }

    /** A write to storage that was freed is found. */
    @Test
    void theDataOfACommandThatAResetHasGivenUpStayUntilTheDeviceIsRemoved() {
        WorldResult result = withCommand((command, world) -> command.giveUp(),
                command -> Memory.putByte(command.transfer.data().address(0), (byte) 1));
        assertEquals(List.of(), result.findings());
    }

    @Test
    void aCommandThatIsCompletedTwiceAfterAResetHasGivenItUpIsTold() {
        WorldResult result = withCommand((command, world) -> {
            command.giveUp();
            command.cmnd().scsiDone();
            command.cmnd().scsiDone();
        });
        assertEquals(List.of(Invariant.SCSI_COMMANDS), invariants(result));
    }

    private static WorldResult withCommand(BiConsumer<Command, World> script) {
        return withCommand(script, command -> { });
    }

    private static WorldResult withCommand(BiConsumer<Command, World> script, Consumer<Command> afterRelease) {
        return withDisk((world, user) -> {
            ScsiDevice sdev = user.find();
            Transfer transfer = new Transfer(world.kernel().storage(), false, 0, 1, (byte) 0);
            Command command = new Command(new Initiator(world, world.device(0)), sdev, transfer);
            command.start();
            script.accept(command, world);
            command.release();
            afterRelease.accept(command);
        });
    }
}
