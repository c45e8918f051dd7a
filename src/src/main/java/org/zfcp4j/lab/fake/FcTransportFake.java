// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.fake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.FcTransport;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiHost;

/**
 * The FC transport class without its timers: a deleted remote port stays blocked until it is added again, and an added one with a
 * known WWPN is the old one again, with its target id. A waiter for a blocked one waits for a minute at most; then the driver is
 * asked to end its I/O, as after {@code fast_io_fail_tmo}. Deleting one may sleep, as {@code fc_remote_port_delete} does: blocking
 * the targets of a remote port waits until no command is being queued any more, for an RCU grace period (in 5.10 in {@code
 * scsi_target_block}, for each SCSI device; from 6.5 on in {@code scsi_block_targets}, once). It must not lose a port, or fail to
 * add one.
 */
public final class FcTransportFake implements FcTransport {
    /** The result of a command to a port that is blocked. */
    private static final int BLOCKED_RESULT = ScsiConstants.DID_IMM_RETRY << 16;
    /** The same when it has been blocked for too long. */
    private static final int FAILFAST_RESULT = ScsiConstants.DID_TRANSPORT_FAILFAST << 16;

    /** Polling interval of a thread that waits for a remote port. */
    private static final int POLL_MILLIS = 1000;
    /** The default {@code dev_loss_tmo} of zfcp's remote ports. */
    private static final int DEV_LOSS_POLLS = 60;

    private final MidlayerObserver observer;
    private final LongConsumer sleep;
    /** How long blocking the targets of a remote port sleeps, in milliseconds; 0 for not at all. */
    private final int blockTargetsMillis;
    private final Map<ScsiHost, Map<Long, FcRport>> ports = new ConcurrentHashMap<>();
    private final Set<FcRport> blocked = ConcurrentHashMap.newKeySet();
    /** Blocked for so long that its I/O fails, {@code FC_RPORT_FAST_FAIL_TIMEDOUT}. */
    private final Set<FcRport> timedOut = ConcurrentHashMap.newKeySet();
    private final AtomicInteger eventNumber = new AtomicInteger();
    private final AtomicInteger additions = new AtomicInteger();

    /** Nobody waits for a blocked remote port. */
    public FcTransportFake(MidlayerObserver observer) {
        this(observer, null);
    }

    /**
     * @param sleep lets a thread that waits for a blocked remote port sleep so many milliseconds; null if none is to wait
     */
    public FcTransportFake(MidlayerObserver observer, LongConsumer sleep) {
        this(observer, sleep, 0);
    }

    /**
     * @param sleep lets a thread sleep so many milliseconds
     * @param blockTargetsMillis how long deleting a remote port sleeps; process context only
     */
    public FcTransportFake(MidlayerObserver observer, LongConsumer sleep, int blockTargetsMillis) {
        this.observer = observer;
        this.sleep = sleep;
        this.blockTargetsMillis = blockTargetsMillis;
    }

    @Override
    public FcRport remotePortAdd(ScsiHost host, int channel, long nodeName, long portName, int portId, int roles) {
        Map<Long, FcRport> known = ports.computeIfAbsent(host, h -> java.util.Collections.synchronizedMap(new LinkedHashMap<>()));
        FcRport rport = known.get(portName);
        boolean reused = rport != null;
        if (reused) {
            rport.nodeName = nodeName;
            rport.portId = portId;
            rport.roles = roles;
        } else {
            rport = new FcRport(host, nodeName, portName, portId, roles);
            if ((roles & FcRport.FC_RPORT_ROLE_FCP_TARGET) != 0) {
                rport.scsiTargetId = known.size();
            }
            known.put(portName, rport);
        }
        timedOut.remove(rport);
        blocked.remove(rport);
        additions.incrementAndGet();
        rport.portState = FcHost.FC_PORTSTATE_ONLINE;
        observer.remotePortAdd(host, rport, reused);
        return rport;
    }

    @Override
    public void remotePortDelete(FcRport rport) {
        blocked.add(rport);
        rport.portState = FcHost.FC_PORTSTATE_BLOCKED;
        observer.remotePortDelete(rport);
        if (blockTargetsMillis > 0) {
            sleep.accept(blockTargetsMillis);
        }
    }

    @Override
    public void removeHost(ScsiHost host) {
        observer.removeFcHost(host);
        Map<Long, FcRport> known = ports.remove(host);
        if (known != null) {
            timedOut.removeAll(known.values());
            blocked.removeAll(known.values());
        }
    }

    @Override
    public int getEventNumber() {
        return eventNumber.incrementAndGet();
    }

    @Override
    public void postEvent(ScsiHost host, int number, int code, int data) {
        observer.postEvent(host, code, data);
    }

    @Override
    public int remotePortChkready(FcRport rport) {
        if (!blocked.contains(rport)) {
            return 0;
        }
        return timedOut.contains(rport) ? FAILFAST_RESULT : BLOCKED_RESULT;
    }

    /** Waits until the remote port is not blocked any more, but no longer than until its I/O is to fail. */
    @Override
    public int blockRport(FcRport rport) {
        for (int polls = 0; sleep != null && blocked.contains(rport) && !timedOut.contains(rport); polls++) {
            if (polls == DEV_LOSS_POLLS) {
                failIo(rport);
            } else {
                sleep.accept(POLL_MILLIS);
            }
        }
        return timedOut.contains(rport) ? ScsiConstants.FAST_IO_FAIL : 0;
    }

    /** {@code fc_timeout_fail_rport_io}: waiters give up, whatever the driver does. */
    private void failIo(FcRport rport) {
        if (timedOut.add(rport)) {
            rport.host.transport.terminateRportIo(rport);
        }
    }

    @Override
    public int blockScsiEh(ScsiCmnd command) {
        return blockRport(command.device.rport);
    }

    /** The remote port of {@code wwpn}, or null. */
    public FcRport find(ScsiHost host, long wwpn) {
        Map<Long, FcRport> known = ports.get(host);
        return known == null ? null : known.get(wwpn);
    }

    /** The remote port with SCSI target id {@code target}, or null. */
    public FcRport byTarget(ScsiHost host, int target) {
        Map<Long, FcRport> known = ports.get(host);
        if (known == null) {
            return null;
        }
        synchronized (known) {
            return known.values().stream().filter(rport -> rport.scsiTargetId == target).findFirst().orElse(null);
        }
    }

    /** How many remote ports were added so far, those included that were there before. */
    public int additions() {
        return additions.get();
    }

    public boolean isBlocked(FcRport rport) {
        return blocked.contains(rport);
    }
}
