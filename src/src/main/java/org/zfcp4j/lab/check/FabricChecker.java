// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_XCONFIG_OK;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_INUSE;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_OPEN;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.WkaPort;

/**
 * What the FC transport class knows of the fabric, in the virtual kernel: the port type of an adapter that is open and has its link.
 * Without it no port scan asks the name server. It is missing after a known mistake of zfcp ({@code docs/c-driver-findings.md}): the
 * link went down and came back in the midst of a recovery that had its configuration data, and LINK_UP starts no other.
 */
public final class FabricChecker implements WorldObserver {
    private static final int IN_RECOVERY = ZFCP_STATUS_ADAPTER_XCONFIG_OK | ZFCP_STATUS_COMMON_ERP_INUSE;

    private final Findings findings;
    private final Activity activity;
    /** Adapters whose link went down in a recovery that had its configuration data, since the queues were established. */
    private final Set<Adapter> bounced = Collections.newSetFromMap(new IdentityHashMap<>());

    public FabricChecker(Findings findings, Activity activity) {
        this.findings = findings;
        this.activity = activity;
    }

    @Override
    public void establish(CcwDevice device, QdioInitialize init, int rc) {
        Adapter adapter = Adapters.of(device);
        bounced.remove(adapter);
        if (adapter != null && adapter.gs != null) {
            List.of(adapter.gs.ms(), adapter.gs.ts(), adapter.gs.ds(), adapter.gs.as()).forEach(wka -> {
                if (wka.status == WkaPort.Status.ZFCP_FC_WKA_PORT_ONLINE) {
                    findings.add(Invariant.PORTS, device.busId(), "the channel has forgotten well-known ports, and the driver has not");
                }
            });
        }
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (atomic.owner() instanceof Adapter adapter && atomic.name().equals("status")
                && (newValue & ~oldValue & ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) != 0 && (oldValue & IN_RECOVERY) == IN_RECOVERY) {
            bounced.add(adapter);
        }
    }

    /**
     * True if, by the known mistake, the adapter has lost its fabric, which is noted. Only another recovery, which an
     * administrator starts, brings it back. Any context.
     */
    public boolean isLostByMistake(Adapter adapter) {
        if (!isUnknown(adapter) || !bounced.contains(adapter)) {
            return false;
        }
        findings.note("an adapter does not know its fabric any more, with a mistake of zfcp itself: the link went down and came back in the"
                + " midst of a recovery, and LINK_UP starts no other");
        return true;
    }

    private static boolean isUnknown(Adapter adapter) {
        int status = adapter.status.read();
        return (status & ZFCP_STATUS_COMMON_OPEN) != 0 && (status & ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) == 0
                && adapter.scsiHost != null && adapter.scsiHost.fc.portType == FcHost.FC_PORTTYPE_UNKNOWN;
    }

    @Override
    public void settled(List<CcwDevice> devices) {
        for (CcwDevice device : devices) {
            Adapter adapter = Adapters.of(device);
            if (adapter != null && activity.isIdle(adapter) && isUnknown(adapter) && !isLostByMistake(adapter)) {
                findings.add(Invariant.PORTS, device.busId(), "the adapter is open, its link is up, and its port type is not known");
            }
        }
    }
}
