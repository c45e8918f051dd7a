// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.List;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.scsi.FcHost;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;

/** What the midlayer and the FC transport are told of an open adapter: limits that fit the mode of its queues, and the type of its port. */
public final class HostChecker implements WorldObserver {
    private static final int OPEN = ZFCP_STATUS_COMMON_OPEN | ZFCP_STATUS_COMMON_UNBLOCKED;
    private static final int SECTORS_PER_SBALE = 8;

    private final Findings findings;

    public HostChecker(Findings findings) {
        this.findings = findings;
    }

    /** Not only in the end: what recovery puts right may have been wrong for long. */
    @Override
    public void workStart(WorkQueue queue, Work work) {
        if (work.owner() instanceof Adapter adapter && adapter.scsiHost != null
                && (adapter.status.read() & (OPEN | ZFCP_STATUS_COMMON_ERP_INUSE)) == OPEN) {
            checkType(adapter, adapter.scsiHost);
        }
    }

    @Override
    public void settled(List<CcwDevice> devices) {
        for (CcwDevice device : devices) {
            Adapter adapter = Adapters.of(device);
            if (adapter != null && adapter.scsiHost != null && (adapter.status.read() & OPEN) == OPEN) {
                check(adapter, adapter.scsiHost);
            }
        }
    }

    private void check(Adapter adapter, ScsiHost host) {
        int elements = adapter.module.parameters.dix ? adapter.qdio.maxSbalePerReq / 2 : adapter.qdio.maxSbalePerReq;
        if (host.sgTablesize != elements || host.maxSectors != elements * SECTORS_PER_SBALE) {
            report(adapter, "requests of " + host.sgTablesize + " segments and " + host.maxSectors + " sectors are allowed, the queues hold "
                    + elements + " segments");
        }
        checkType(adapter, host);
    }

    private void checkType(Adapter adapter, ScsiHost host) {
        int status = adapter.status.read();
        if ((status & (ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED | ZFCP_STATUS_COMMON_ERP_FAILED)) != 0 || host.fc.portType == FcHost.FC_PORTTYPE_UNKNOWN) {
            return;
        }
        boolean npiv = (adapter.connectionFeatures & FsfConstants.FSF_FEATURE_NPIV_MODE) != 0;
        int expected = adapter.peerWwpn != 0 ? FcHost.FC_PORTTYPE_PTP : npiv ? FcHost.FC_PORTTYPE_NPIV : FcHost.FC_PORTTYPE_NPORT;
        if (host.fc.portType != expected) {
            report(adapter, "the type of the port is " + host.fc.portType + " instead of " + expected);
        }
    }

    private void report(Adapter adapter, String text) {
        findings.add(Invariant.HOST, adapter.busId(), text);
    }
}
