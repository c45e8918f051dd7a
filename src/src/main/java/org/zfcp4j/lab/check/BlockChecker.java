// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;

/**
 * A remote port is blocked for a reason: since it was let through its port has been blocked, as at the beginning of each recovery, or
 * the link went down. Virtual kernel.
 */
public final class BlockChecker implements WorldObserver {
    private static final String ADD = "scpaddy";
    private static final String DELETE = "scpdely";
    private static final int WANT = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.WANT.offset());

    private final Kernel kernel;
    private final Findings findings;
    /** Whether there is a reason, by the names of remote ports that were let through. */
    private final PerDevice<Map<Long, Boolean>> reasons = new PerDevice<>(device -> new HashMap<>());
    private final PerDevice<CcwDevice> devices = new PerDevice<>(device -> device);
    /**
     * Who has blocked an adapter, and has yet to ask for its reopen: in between, without a lock, it asks for the blocking of each remote
     * port, and meanwhile another recovery may let some through.
     */
    private final Set<String> blocking = new HashSet<>();

    public BlockChecker(Kernel kernel, Findings findings) {
        this.kernel = kernel;
        this.findings = findings;
    }

    @Override
    public void establish(CcwDevice device, org.zfcp4j.qdio.QdioInitialize init, int rc) {
        reasons.of(device);
        devices.of(device);
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (!atomic.name().equals("status")) {
            return;
        }
        if (atomic.owner() instanceof Port port && (newValue & ZFCP_STATUS_COMMON_UNBLOCKED) == 0) {
            Map<Long, Boolean> known = reasons.named(port.adapter.busId());
            if (known != null) {
                known.replace(port.wwpn, true);
            }
        } else if (atomic.owner() instanceof Adapter && (oldValue & ~newValue & ZFCP_STATUS_COMMON_UNBLOCKED) != 0
                && !kernel.contextName().startsWith("zfcperp")) {
            blocking.add(kernel.contextName());
        } else if (atomic.owner() instanceof Adapter adapter && (newValue & ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) != 0) {
            Map<Long, Boolean> known = reasons.named(adapter.busId());
            if (known != null) {
                known.replaceAll((wwpn, reason) -> true);
            }
        }
    }

    @Override
    public void traced(DebugArea area, int level, byte[] bytes, int length) {
        if (!area.name().endsWith("_rec") || bytes[(int) ZfcpDbfRec.ID.offset()] != DbfConstants.ZFCP_DBF_REC_TRIG) {
            return;
        }
        if ((bytes[WANT] & 0xff) < DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_DEL) {
            blocking.remove(kernel.contextName());
            return;
        }
        DbfRecord record = DbfRecord.of(area, level, bytes, length);
        Map<Long, Boolean> known = reasons.named(record.busId());
        if (known == null) {
            return;
        }
        long wwpn = record.u64(ZfcpDbfRec.WWPN.offset());
        if (record.tag().equals(ADD)) {
            known.put(wwpn, isReason(Adapters.of(devices.named(record.busId())), wwpn));
        } else if (record.tag().equals(DELETE) && Boolean.FALSE.equals(known.remove(wwpn))) {
            findings.add(Invariant.PORTS, record.busId(), String.format("remote port 0x%016x is blocked without a reason", wwpn));
        }
    }

    /** A reason may have come up while the remote port was being let through. */
    private boolean isReason(Adapter adapter, long wwpn) {
        boolean[] reason = {!blocking.isEmpty() || (adapter.status.read() & ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) != 0};
        adapter.portList.forEach(port -> reason[0] |= port.wwpn == wwpn
                && (port.rportTask == Port.RportTask.RPORT_DEL || (port.status.read() & ZFCP_STATUS_COMMON_UNBLOCKED) == 0));
        return reason[0];
    }
}
