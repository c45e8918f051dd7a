// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_OPEN;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_PORT_LINK_TEST;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.WkaPort;

/**
 * Remote ports, in the virtual kernel: recovery lets I/O through to a port only if nothing on it or below it is blocked, save for a
 * known mistake of zfcp ({@code docs/c-driver-findings.md}); and when
 * nothing is in progress, a port is known to the transport class exactly if it may be used, no link test is left over, and
 * well-known ports have no users.
 */
public final class PortChecker implements WorldObserver {
    private static final int USABLE = ZFCP_STATUS_COMMON_OPEN | ZFCP_STATUS_COMMON_UNBLOCKED;

    private final VirtualKernel kernel;
    private final Findings findings;
    private final Activity activity;
    /** Ports that were blocked without {@code erp_lock} while recovery held it, with the number of that hold. */
    private final Map<Port, Long> blockedBehindLock = new IdentityHashMap<>();

    public PortChecker(VirtualKernel kernel, Findings findings, Activity activity) {
        this.kernel = kernel;
        this.findings = findings;
        this.activity = activity;
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (atomic.owner() instanceof Port port && atomic.name().equals("status")
                && (oldValue & ~newValue & ZFCP_STATUS_COMMON_UNBLOCKED) != 0 && !isRecovery(port)) {
            blockedBehindLock.put(port, recoveryHold(port));
        }
    }

    private static String recovery(Port port) {
        return "zfcperp" + port.adapter.busId();
    }

    private boolean isRecovery(Port port) {
        return kernel.contextName().equals(recovery(port));
    }

    private long recoveryHold(Port port) {
        return kernel.writeHold(port.adapter.erpLock, recovery(port));
    }

    /** Whoever reopens the adapter blocks its ports before he takes the lock under which recovery looks and lets through. */
    private boolean wasBlockedMeanwhile(Port port) {
        long hold = blockedBehindLock.getOrDefault(port, 0L);
        return hold != 0 && hold == recoveryHold(port);
    }

    /** Recovery decides, with {@code erp_lock} held, that the port may be used. */
    @Override
    public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
        if (work.owner() instanceof Port port && work == port.rportWork && port.rportTask == Port.RportTask.RPORT_ADD
                && isRecovery(port)) {
            if ((port.status.read() & ZFCP_STATUS_COMMON_UNBLOCKED) == 0) {
                if (wasBlockedMeanwhile(port)) {
                    findings.note("I/O was let through to a port that was just blocked, with a mistake of zfcp itself: who reopens the"
                            + " adapter blocks its ports without erp_lock, under which recovery has found the port unblocked");
                } else {
                    report(port, "is let through although it is blocked");
                }
            } else if (hasLun(port, PortChecker::isInRecovery)) {
                report(port, "is let through although a LUN is in recovery");
            }
        }
    }

    private static boolean isInRecovery(ScsiDev lun) {
        int status = lun.status.read();
        return (status & ZFCP_STATUS_COMMON_ERP_FAILED) == 0
                && ((status & ZFCP_STATUS_COMMON_UNBLOCKED) == 0 || (status & ZFCP_STATUS_COMMON_ERP_INUSE) != 0);
    }

    private static boolean hasLun(Port port, Predicate<ScsiDev> property) {
        boolean[] found = {false};
        if (port.adapter.scsiHost != null) {
            port.adapter.scsiHost.devices.forEach(sdev -> {
                ScsiDev lun = ScsiDev.of(sdev);
                boolean alive = sdev.state != ScsiDevice.State.DEL && sdev.state != ScsiDevice.State.CANCEL;
                found[0] |= alive && lun.port == port && property.test(lun);
            });
        }
        return found[0];
    }

    @Override
    public void settled(List<CcwDevice> devices) {
        for (CcwDevice device : devices) {
            Adapter adapter = Adapters.of(device);
            if (adapter != null && activity.isIdle(adapter)) {
                adapter.portList.forEach(this::checkPort);
                checkWellKnown(adapter);
            }
        }
    }

    private void checkPort(Port port) {
        int status = port.status.read();
        boolean usable = (status & USABLE) == USABLE && (status & ZFCP_STATUS_COMMON_ERP_FAILED) == 0
                && !hasLun(port, PortChecker::isInRecovery);
        if ((status & ZFCP_STATUS_PORT_LINK_TEST) != 0) {
            report(port, "has a link test that never ended");
        }
        if (port.rportTask == Port.RportTask.RPORT_ADD) {
            report(port, "was never added");
        }
        if (usable && port.rport == null) {
            report(port, "is open and unblocked, and the transport class does not know it");
        }
        if ((status & ZFCP_STATUS_COMMON_UNBLOCKED) == 0 && port.rport != null) {
            report(port, "is blocked, and the transport class still lets I/O through");
        }
    }

    private void checkWellKnown(Adapter adapter) {
        for (WkaPort wka : List.of(adapter.gs.ms(), adapter.gs.ts(), adapter.gs.ds(), adapter.gs.as())) {
            if (wka.refcount.read() != 0) {
                findings.add(Invariant.PORTS, adapter.busId(), String.format("well-known port 0x%06x has %d users",
                        wka.dId, wka.refcount.read()));
            }
            if (wka.status == WkaPort.Status.ZFCP_FC_WKA_PORT_OPENING || wka.status == WkaPort.Status.ZFCP_FC_WKA_PORT_CLOSING) {
                findings.add(Invariant.PORTS, adapter.busId(), String.format("well-known port 0x%06x is still %s", wka.dId,
                        wka.status));
            }
        }
    }

    private void report(Port port, String what) {
        findings.add(Invariant.PORTS, port.adapter.busId(), String.format("port 0x%016x, status 0x%08x, %s", port.wwpn,
                port.status.read(), what));
    }
}
