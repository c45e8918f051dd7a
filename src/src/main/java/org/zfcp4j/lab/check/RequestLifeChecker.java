// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * Each request that was sent completes or is dismissed once, and the request list is empty after shutdown. In the virtual kernel
 * completions are seen in the trace, which must be on in full (level 6); in the real one only the lists are looked at. Sent is what
 * became PRIMED, even if the signal failed.
 */
public final class RequestLifeChecker implements WorldObserver {
    private final Findings findings;
    private final HandedOver handedOver;
    /** Null for the real one. */
    private final VirtualKernel kernel;
    private final PerDevice<Set<Long>> pending = new PerDevice<>(device -> new HashSet<>());

    /** @param kernel null for the real one */
    public RequestLifeChecker(Findings findings, HandedOver handedOver, VirtualKernel kernel) {
        this.findings = findings;
        this.handedOver = handedOver;
        this.kernel = kernel;
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        if (kernel != null && !input && state == SLSB_CU_OUTPUT_PRIMED) {
            handedOver.forEach(device, first, count, request -> sent(device, request.id()));
        }
    }

    @Override
    public void unseen(CcwDevice device, int first, int count) {
        if (kernel != null) {
            handedOver.forEach(device, first, count, request -> pending.of(device).remove(request.id()));
        }
    }

    private void sent(CcwDevice device, long id) {
        if (!pending.of(device).add(id)) {
            findings.add(Invariant.REQUEST_LIFE, device.busId(), "request " + id + " was sent twice");
        }
    }

    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        if (kernel == null || !HbaRecord.isHba(area) || !isCompletion(record)) {
            return;
        }
        String busId = HbaRecord.busId(area);
        Set<Long> ids = pending.named(busId);
        long id = HbaRecord.reqId(record);
        if ((ids == null || !ids.remove(id)) && !isDismissedInSend(busId, record)) {
            findings.add(Invariant.REQUEST_LIFE, busId, "request " + id + " has completed twice, or was never sent");
        }
    }

    /** By a mistake of zfcp itself, which the port closes: see {@code FsfReqs.reqSend}. */
    private boolean isDismissedInSend(String busId, byte[] record) {
        if (!HbaRecord.isDismissed(record) || Senders.of(kernel, busId).isEmpty()) {
            return false;
        }
        findings.note("an FCP command was dismissed while it was being sent, and its send failed: zfcp itself would free it twice");
        return true;
    }

    private static boolean isCompletion(byte[] record) {
        return switch (HbaRecord.id(record)) {
            case DbfConstants.ZFCP_DBF_HBA_RES -> HbaRecord.isAnswer(record);
            case DbfConstants.ZFCP_DBF_HBA_USS ->
                    HbaRecord.hasTag(record, "fssrh_1") || HbaRecord.hasTag(record, "fssrh_4");
            default -> false;
        };
    }

    @Override
    public void settled(List<CcwDevice> devices) {
        for (CcwDevice device : devices) {
            Adapter adapter = Adapters.of(device);
            if (adapter != null && (adapter.status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) == 0) {
                checkEmpty(device, adapter);
            }
        }
    }

    private void checkEmpty(CcwDevice device, Adapter adapter) {
        if (adapter.reqList != null && !RequestLists.all(adapter).isEmpty()) {
            findings.add(Invariant.REQUEST_LIFE, device.busId(), RequestLists.all(adapter).size()
                    + " requests are left on the list after shutdown");
        } else if (!pending.of(device).isEmpty()) {
            findings.add(Invariant.REQUEST_LIFE, device.busId(), "requests " + pending.of(device)
                    + " have neither completed nor been dismissed");
        }
    }

    @Override
    public void removed(List<CcwDevice> devices) {
        for (CcwDevice device : devices) {
            if (!pending.of(device).isEmpty()) {
                findings.add(Invariant.REQUEST_LIFE, device.busId(), "requests " + pending.of(device)
                        + " have neither completed nor been dismissed");
            }
        }
    }
}
