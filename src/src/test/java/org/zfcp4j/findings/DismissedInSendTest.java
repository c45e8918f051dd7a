// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.channel.RamDisk;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.Operation;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Shared;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.io.DiskUser;
import org.zfcp4j.lab.io.Initiator;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FcpLun;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.erp.ErpWait;
import org.zfcp4j.zfcp.level.Levels;

/**
 * An FCP command is the one request whose sender does not ask, under {@code req_q_lock}, whether the queues are up. If it comes to the lock
 * after they were closed, and loses its processor before {@code do_QDIO} refuses the SBAL, recovery dismisses it, which completes and frees it.
 */
class DismissedInSendTest {
    private static final RemotePort REMOTE = new RemotePort(0x500507630300c562L, 0x5005076303ffc562L, 0x010200);
    private static final long LUN = 0x4010402000000000L;
    private static final String SENDER = "sender";
    private static final int MANY_MILLIS = 20_000;

    /**
     * Takes the processor from the sender twice: at the lock until recovery waits for the end of the queues, and when they have refused its
     * SBAL, with the lock held, until its request is dismissed.
     */
    private static final class HeldSender implements Scheduler {
        private BooleanSupplier closing = () -> true;
        private BooleanSupplier dismissed = () -> true;
        private LongSupplier free = () -> 0;
        private boolean arrived;
        private boolean passed;
        private long freeBefore;

        @Override
        public int choose(Choice choice) {
            int next = -1;
            for (int i = 0; i < choice.size(); i++) {
                Task task = choice.task(i);
                if (isSender(task) && arrived && !isHeld(task)) {
                    return i;
                }
                next = next < 0 && !(isSender(task) && isHeld(task)) ? i : next;
            }
            return next >= 0 ? next : choice.advance() >= 0 ? choice.advance() : 0;
        }

        private static boolean isSender(Task task) {
            return task.name().equals(SENDER);
        }

        private boolean isHeld(Task task) {
            if (task.operation() == Operation.SPIN_LOCK && task.target().name().equals("req_q_lock")) {
                if (!arrived) {
                    arrived = true;
                    freeBefore = free.getAsLong();
                }
                passed |= closing.getAsBoolean();
                return !passed;
            }
            return task.operation() == Operation.ATOMIC_ADD && task.target().name().equals("req_q_free") && free.getAsLong() != freeBefore
                    && !dismissed.getAsBoolean();
        }

        @Override
        public boolean advancesEarly() {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "7.1"})
    void aCommandThatIsDismissedWhileItIsSentIsFreedOnceWhereCFreesItTwice(String level) {
        HeldSender scheduler = new HeldSender();
        WorldConfig config = new WorldConfig().devices(1).policy(new AddUnless()).scheduler(scheduler).level(Levels.byRelease(level));
        WorldResult result = World.play(config, world -> {
            FcpDevice device = world.device(0);
            DiskUser user = diskUser(world, device);
            assertTrue(user.burst());

            Adapter adapter = device.adapter();
            // Without operations, which would be other points of decision.
            scheduler.free = ((Shared) adapter.qdio.reqQFree)::content;
            scheduler.closing = () -> (((Shared) adapter.status).content() & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) == 0
                    && ((VirtualKernel) world.kernel()).tasks().stream().anyMatch(DismissedInSendTest::waitsForTheQueues);
            scheduler.dismissed = () -> world.recorded(device, "fs_rerr") != 0;
            boolean[] done = {false};
            world.fork(SENDER, () -> {
                user.burst();
                done[0] = true;
            });
            assertTrue(world.await(() -> scheduler.arrived, MANY_MILLIS), "arrived");
            ErpTrigger.adapterReopen(adapter, 0, "closing");
            ErpWait.wait(adapter);
            assertTrue(world.await(() -> done[0], MANY_MILLIS), "the sender ends");
            assertTrue(device.isUp(), "up");
            assertTrue(world.await(user::burst, MANY_MILLIS), "works again");
            assertEquals(1, world.recorded(device, "fsrs__1"));
        });
        assertEquals(List.of(), result.findings());
        assertTrue(result.notes().stream().anyMatch(note -> note.contains("zfcp itself would free it twice")), () -> result.notes().toString());
    }

    /** Clear subchannel takes that long. */
    private static boolean waitsForTheQueues(Task task) {
        return task.name().startsWith("zfcperp") && task.isBlocked() && task.operation() == Operation.SLEEP;
    }

    private static DiskUser diskUser(World world, FcpDevice device) {
        world.channel().san().addPort(REMOTE, false);
        world.channel().san().addDisk(REMOTE.wwpn(), new RamDisk(LUN, DiskUser.AREA_BLOCKS, 512));
        device.setOnline();
        ScsiHost host = device.adapter().scsiHost;
        assertTrue(world.await(() -> world.fc().find(host, REMOTE.wwpn()) != null, MANY_MILLIS));
        FcRport rport = world.fc().find(host, REMOTE.wwpn());
        world.scsi().probe(host, rport, rport.scsiTargetId, FcpLun.toScsiLun(LUN));
        Initiator initiator = new Initiator(world, device);
        world.scsi().setDrain(initiator::drain);
        return new DiskUser(world, initiator, REMOTE.wwpn(), LUN, 0);
    }
}
