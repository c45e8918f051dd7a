// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.io;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;

/**
 * The part of the SCSI midlayer that sends commands to the LUNs of an FCP device: again if the driver is busy or a path is being
 * recovered, up to a limit; and with error handling if there is no answer in time.
 */
public final class Initiator {
    /** Attempts until a command fails for good, as long as the device is not being removed. */
    private static final int ATTEMPTS = 20;
    private static final int BUSY_ATTEMPTS = 5;
    private static final int BUSY_MILLIS = 3;
    private static final int RETRY_MILLIS = 100;
    /** How long the driver may take for an answer, in milliseconds. */
    public static final int TIMEOUT = 2000;

    private final World world;
    private final FcpDevice device;
    private final WaitQueue completed;
    private final List<Command> pending = new CopyOnWriteArrayList<>();
    /** Buffers that requests may use while the device exists. */
    private final List<Transfer> abandoned = new CopyOnWriteArrayList<>();
    private final ErrorHandling errorHandling;

    public Initiator(World world, FcpDevice device) {
        this.world = world;
        this.device = device;
        this.completed = world.kernel().waitQueue("completed", this);
        world.afterRemoval(() -> abandoned.forEach(Transfer::free));
        this.errorHandling = new ErrorHandling(world, this, completed);
    }

    /** Commands that the driver has, or that wait for another attempt. */
    List<Command> pending() {
        return pending;
    }

    void wakeUp() {
        completed.wakeUp();
    }

    void violated(Command command, String what) {
        world.violated(Invariant.SCSI_COMMANDS, device.busId(), String.format("a command to LUN 0x%x of target %d %s",
                command.device.lun, command.device.id, what));
    }

    void releaseLater(Transfer transfer) {
        abandoned.add(transfer);
    }

    /** zfcp completed a command that it had given up. */
    void completedLate() {
        world.knownMistake("a command was completed after a reset had given it up with FAST_IO_FAIL, with a mistake of zfcp itself:"
                + " its request has not forgotten the command");
    }

    /** Waits until a device that is being removed has no command left. Process context. */
    public void drain(ScsiDevice sdev) {
        completed.waitEvent(() -> pending.stream().noneMatch(command -> command.device == sdev));
    }

    /** The FCP device whose LUNs this uses. */
    FcpDevice device() {
        return device;
    }

    /**
     * Sends all commands at once, waits for all, and sends those again that the driver wants to be sent again. Process context.
     * {@link Command#isGood} tells whether a command succeeded.
     */
    void execute(List<Command> commands) {
        pending.addAll(commands);
        for (Command command : commands) {
            send(command);
        }
        for (Command command : commands) {
            finish(command);
            pending.remove(command);
            wakeUp();
        }
    }

    private boolean isRemoved(ScsiDevice sdev) {
        return sdev.state == ScsiDevice.State.CANCEL || sdev.state == ScsiDevice.State.DEL;
    }

    private void send(Command command) {
        for (int attempt = 0; attempt < BUSY_ATTEMPTS && !isRemoved(command.device); attempt++) {
            errorHandling.awaitEnd();
            command.start();
            int rc = command.device.host.template.queuecommand(command.device.host, command.cmnd());
            if (rc == 0) {
                return;
            }
            command.refused();
            world.sleep(BUSY_MILLIS);
        }
    }

    private void finish(Command command) {
        for (int attempt = 1;; attempt++) {
            if (completed.waitEventTimeout(() -> !command.isPending(), TIMEOUT) == 0) {
                errorHandling.handle(command);
            }
            if (attempt == ATTEMPTS || !wantsAnother(command) || isRemoved(command.device)) {
                return;
            }
            world.sleep(RETRY_MILLIS);
            send(command);
        }
    }

    private static boolean wantsAnother(Command command) {
        ScsiCmnd cmnd = command.cmnd();
        int host = cmnd == null ? -1 : cmnd.result >> 16 & 0xff;
        return !command.isDone() || host == ScsiConstants.DID_IMM_RETRY || host == ScsiConstants.DID_TRANSPORT_DISRUPTED
                || host == ScsiConstants.DID_SOFT_ERROR || host == ScsiConstants.DID_ERROR
                || cmnd != null && (cmnd.result & 0xff) == ScsiConstants.SAM_STAT_CHECK_CONDITION;
    }
}
