// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.io;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.virtual.SeededRandom;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.FcpLun;

/** Writes and reads blocks of a LUN that nobody else uses, in bursts, and remembers what they must contain. One process. */
public final class DiskUser {
    /** Parts of the area that are used at the same time. */
    private static final int SLOTS = 4;
    /** Blocks of the area of one user: large commands take 32 SBALs each, and so all that there are. */
    public static final int AREA_BLOCKS = 2000;
    private static final int SLOT_BLOCKS = AREA_BLOCKS / SLOTS;
    /** Blocks that a small command transfers, at most. */
    private static final int SMALL = 4;
    private static final int UNKNOWN = -1;

    private final World world;
    private final Initiator initiator;
    private final long wwpn;
    private final long fcpLun;
    private final int firstBlock;
    private final SeededRandom random;
    private final int[] content = new int[SLOTS];

    /**
     * @param fcpLun the LUN as FCP has it
     * @param firstBlock the first of {@link #AREA_BLOCKS} blocks
     */
    public DiskUser(World world, Initiator initiator, long wwpn, long fcpLun, int firstBlock) {
        this.world = world;
        this.initiator = initiator;
        this.wwpn = wwpn;
        this.fcpLun = fcpLun;
        this.firstBlock = firstBlock;
        this.random = new SeededRandom(world.config().seed() * 31 + firstBlock);
        java.util.Arrays.fill(content, UNKNOWN);
    }

    /** The FCP device through which the disk is used. */
    public FcpDevice device() {
        return initiator.device();
    }

    /** The SCSI device, or null if there is none. */
    public ScsiDevice find() {
        ScsiHost host = initiator.device().adapter().scsiHost;
        FcRport rport = host == null ? null : world.fc().find(host, wwpn);
        if (rport == null) {
            return null;
        }
        ScsiDevice sdev = world.scsi().deviceLookup(host, 0, rport.scsiTargetId, FcpLun.toScsiLun(fcpLun));
        if (sdev != null) {
            sdev.put();
        }
        return sdev;
    }

    /** Sends a few commands at a time and waits for them; false if there is no device or one of them failed. */
    public boolean burst() {
        ScsiDevice sdev = find();
        if (sdev == null || sdev.state != ScsiDevice.State.RUNNING) {
            return false;
        }
        List<Command> commands = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        boolean large = random.chance(150);
        for (int slot = 0; slot < SLOTS; slot++) {
            boolean write = content[slot] == UNKNOWN || random.chance(500);
            int value = random.below(255);
            int blocks = large ? Math.min(SLOT_BLOCKS, sdev.host.sgTablesize) : write ? SMALL : 1 + random.below(SMALL);
            Transfer transfer = new Transfer(world.kernel().storage(), write, firstBlock + slot * SLOT_BLOCKS, blocks,
                    (byte) value);
            commands.add(new Command(initiator, sdev, transfer));
            values.add(value);
        }
        if (random.chance(200)) {
            commands.add(new Command(initiator, sdev, Transfer.inquiry(world.kernel().storage())));
        }
        initiator.execute(commands);
        boolean good = true;
        for (int slot = 0; slot < SLOTS; slot++) {
            good &= evaluate(slot, commands.get(slot), values.get(slot), large);
        }
        commands.subList(SLOTS, commands.size()).forEach(Command::release);
        return good;
    }

    private boolean evaluate(int slot, Command command, int value, boolean large) {
        Transfer transfer = command.transfer;
        if (transfer.isWrite()) {
            content[slot] = command.isGood() ? value : UNKNOWN;
        } else if (command.isGood() && !large && !world.look(() -> transfer.isFilledWith((byte) content[slot]))) {
            world.violated(Invariant.SCSI_COMMANDS, initiator.device().busId(), String.format(
                    "LUN 0x%x yields other data than was written", command.device.lun));
        }
        boolean good = command.isGood();
        command.release();
        return good;
    }
}
