// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.dbf.ZfcpDbfRecTrigger;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;

/**
 * A remote port is blocked for a reason: since it was let through its port has been blocked, as at the beginning of each recovery, or
 * the link went down. What asks for a recovery has remote ports blocked before it says so; so one that is blocked without a reason is
 * reported when it is let through again and nobody has asked for anything. Virtual kernel.
 */
public final class BlockChecker implements WorldObserver {
    private static final String ADD = "scpaddy";
    private static final String DELETE = "scpdely";
    private static final int WANT = (int) (ZfcpDbfRec.TRIG.offset() + ZfcpDbfRecTrigger.WANT.offset());

    private final Findings findings;
    private final PerDevice<RemotePorts> devices = new PerDevice<>(RemotePorts::new);

    /** The remote ports of a device, by their names. */
    private static final class RemotePorts {
        private final CcwDevice device;
        /** Whether there is a reason to block one that was let through. */
        private final Map<Long, Boolean> reasons = new HashMap<>();
        /** Blocked without a reason. */
        private final Set<Long> suspects = new HashSet<>();

        RemotePorts(CcwDevice device) {
            this.device = device;
        }
    }

    public BlockChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void establish(CcwDevice device, org.zfcp4j.qdio.QdioInitialize init, int rc) {
        devices.of(device);
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if (!atomic.name().equals("status")) {
            return;
        }
        if (atomic.owner() instanceof Port port && (newValue & ZFCP_STATUS_COMMON_UNBLOCKED) == 0) {
            devices.of(port.adapter.ccwDevice).reasons.replace(port.wwpn, true);
        } else if (atomic.owner() instanceof Adapter adapter && (newValue & ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) != 0) {
            devices.of(adapter.ccwDevice).reasons.replaceAll((wwpn, reason) -> true);
        }
    }

    @Override
    public void traced(DebugArea area, int level, byte[] bytes, int length) {
        if (!area.name().endsWith("_rec") || bytes[(int) ZfcpDbfRec.ID.offset()] != DbfConstants.ZFCP_DBF_REC_TRIG) {
            return;
        }
        DbfRecord record = DbfRecord.of(area, level, bytes, length);
        RemotePorts known = devices.named(record.busId());
        if (known == null) {
            return;
        }
        long wwpn = record.u64(ZfcpDbfRec.WWPN.offset());
        switch (record.u8(WANT)) {
            case DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_ADD, DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_DEL -> remotePort(record, known, wwpn);
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> known.suspects.clear();
            default -> known.suspects.remove(wwpn);
        }
    }

    private void remotePort(DbfRecord record, RemotePorts known, long wwpn) {
        if (record.tag().equals(DELETE)) {
            if (Boolean.FALSE.equals(known.reasons.remove(wwpn))) {
                known.suspects.add(wwpn);
            }
        } else if (record.tag().equals(ADD)) {
            if (known.suspects.remove(wwpn)) {
                findings.add(Invariant.PORTS, record.busId(), String.format("remote port 0x%016x was blocked without a reason", wwpn));
            }
            known.reasons.put(wwpn, isReason(record, Adapters.of(known.device), wwpn));
        }
    }

    /** A reason may have come up while the remote port was being let through. */
    private static boolean isReason(DbfRecord record, Adapter adapter, long wwpn) {
        boolean[] reason = {(record.u32(ZfcpDbfRec.PORT_STATUS.offset()) & ZFCP_STATUS_COMMON_UNBLOCKED) == 0
                || (adapter.status.read() & ZFCP_STATUS_ADAPTER_LINK_UNPLUGGED) != 0};
        adapter.portList.forEach(port -> reason[0] |= port.wwpn == wwpn && port.rportTask == Port.RportTask.RPORT_DEL);
        return reason[0];
    }
}
