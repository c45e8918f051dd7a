// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.io;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.zfcp4j.kernel.Mutex;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiHostTemplate;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/**
 * Error handling as in {@code scsi_error.c}: a command that got no answer is aborted; if that fails, no new commands are sent,
 * those under way are waited for, and the LUN is reset, then the target, then the host. Process context.
 */
final class ErrorHandling {
    /** Longer than a completion is ever held up. */
    private static final int GRACE_MILLIS = 200;
    private static final List<String> WAITS = List.of("abrt_wt", "lr_wait", "tr_wait");

    private final World world;
    private final Initiator initiator;
    private final Mutex mutex;
    private final WaitQueue changed;
    private volatile boolean resetting;

    /** @param changed is woken when a command has ended */
    ErrorHandling(World world, Initiator initiator, WaitQueue changed) {
        this.world = world;
        this.initiator = initiator;
        this.mutex = world.kernel().mutex("error handling", this);
        this.changed = changed;
    }

    /** Returns when commands may be sent. */
    void awaitEnd() {
        changed.waitEvent(() -> !resetting);
    }

    /** Ends a command that got no answer in time, and others with it if need be. */
    void handle(Command command) {
        command.timedOut();
        changed.wakeUp();
        mutex.lock();
        try {
            if (command.isPending() && isLost(command)) {
                initiator.violated(command, "was never completed, and its request is gone");
            }
            if (command.isPending() && !isEnded(recorded("abrt_", () -> template(command).ehAbortHandler(command.cmnd())), command, c -> c == command)) {
                resetting = true;
                // A time after which all that have not ended have timed out as well.
                changed.waitEventTimeout(() -> initiator.pending().stream().noneMatch(Command::isRunning), Initiator.TIMEOUT);
                reset(command);
                resetting = false;
                changed.wakeUp();
            }
        } finally {
            mutex.unlock();
        }
        initiator.wakeUp();
    }

    /** Nobody takes commands away from requests now, so a command without a request that is not being completed is lost. */
    private boolean isLost(Command command) {
        if (command.cmnd().hostScribble != 0 && isSent(command)) {
            return false;
        }
        world.sleep(GRACE_MILLIS);
        return command.isPending() && !isSent(command);
    }

    private static boolean isSent(Command command) {
        Adapter adapter = (Adapter) command.device.host.hostdata;
        return ReqLists.find(adapter.reqList, command.cmnd().hostScribble) != null;
    }

    private static ScsiHostTemplate template(Command command) {
        return command.device.host.template;
    }

    private void reset(Command command) {
        ScsiHostTemplate template = template(command);
        boolean ended = !command.isPending()
                || isReset(recorded("lr_", () -> template.ehDeviceResetHandler(command.cmnd())), command, c -> c.device == command.device)
                || isReset(recorded("tr_", () -> template.ehTargetResetHandler(command.cmnd())), command, c -> c.device.id == command.device.id)
                || isEnded(recorded("schrh_r", () -> hostReset(command)), command, c -> true);
        if (!ended) {
            // The midlayer sets the device offline and ends the commands.
            initiator.pending().forEach(Command::takeBack);
        }
    }

    /** How error handling ended is traced. */
    private int recorded(String tag, IntSupplier handler) {
        long before = ended(tag);
        int rc = handler.getAsInt();
        if (ended(tag) == before) {
            world.violated(Invariant.TRACE, initiator.device().busId(), "error handling ended, and there is no record " + tag);
        }
        return rc;
    }

    /** Records of how it ended, not of what it waited for. */
    private long ended(String tag) {
        return world.recorded(initiator.device(), tag) - WAITS.stream().filter(wait -> wait.startsWith(tag))
                .mapToLong(wait -> world.recorded(initiator.device(), wait)).sum();
    }

    /** Devices that share a login must log out of all ports, or the targets keep what they know of the commands. */
    private int hostReset(Command command) {
        Adapter adapter = initiator.device().adapter();
        boolean shared = world.look(() -> isShared(adapter));
        long before = world.recorded(initiator.device(), "schrh_p");
        FcRport rport = command.device.rport;
        boolean blocked = world.fc().isBlocked(rport);
        int additions = world.fc().additions();
        int rc = template(command).ehHostResetHandler(command.cmnd());
        if (rc == ScsiConstants.SUCCESS && blocked && world.fc().isBlocked(rport) && world.fc().additions() == additions) {
            world.violated(Invariant.SCSI_COMMANDS, initiator.device().busId(), "a host reset ends while the remote port is still blocked");
        }
        if (shared && world.recorded(initiator.device(), "schrh_p") == before) {
            world.violated(Invariant.REACTIONS, initiator.device().busId(), "a host reset has not logged out of its ports, which others share");
        }
        return rc;
    }

    /** Whether there are ports to log out of; looked at between two steps. */
    private static boolean isShared(Adapter adapter) {
        return (adapter.connectionFeatures & FsfConstants.FSF_FEATURE_NPIV_MODE) == 0 && !adapter.portList.isEmpty();
    }

    /** True if the driver reports that it has dropped the commands concerned; they are ended then. */
    private boolean isEnded(int rc, Command command, Predicate<Command> meant) {
        return isEnded(rc, command, meant, Command::takeBack);
    }

    /**
     * The same for a reset of a LUN or target. If that gives up, with FAST_IO_FAIL, zfcp does not make its requests forget their
     * commands ({@code docs/c-driver-findings.md}), so those may still be completed, once.
     */
    private boolean isReset(int rc, Command command, Predicate<Command> meant) {
        return isEnded(rc, command, meant, rc == ScsiConstants.FAST_IO_FAIL ? Command::giveUp : Command::takeBack);
    }

    private boolean isEnded(int rc, Command command, Predicate<Command> meant, Consumer<Command> end) {
        boolean ended = rc == ScsiConstants.SUCCESS || rc == ScsiConstants.FAST_IO_FAIL;
        if (ended) {
            initiator.pending().stream().filter(meant).forEach(end);
        } else if (rc != ScsiConstants.FAILED) {
            initiator.violated(command, "got 0x" + Integer.toHexString(rc) + " from error handling");
        }
        return ended || !command.isPending();
    }
}
