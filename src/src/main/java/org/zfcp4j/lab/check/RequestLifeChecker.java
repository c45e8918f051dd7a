// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zfcp4j.channel.StepKind;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * Each request that was sent completes or is dismissed once, and the request list is empty after shutdown. In the virtual kernel
 * completions are seen in the trace, which must be on in full (level 6); in the real one only the lists are looked at. A request whose
 * signal failed may complete if the channel says that it has taken it.
 */
public final class RequestLifeChecker implements WorldObserver {
    private final Findings findings;
    private final HandedOver handedOver;
    private final boolean stepwise;
    private final List<CcwDevice> devices;
    private final PerDevice<State> states = new PerDevice<>(device -> new State());

    /** Requests by their ids, which start anew when the device is set online. */
    private static final class State {
        /** Sent, and neither completed nor dismissed. */
        private final Set<Long> pending = new HashSet<>();
        /** Sent with a signal that failed, so that they may be anybody's. */
        private final Set<Long> inDoubt = new HashSet<>();
        /** Of those, the ones that the channel has taken all the same. */
        private final Set<Long> taken = new HashSet<>();

        private void sent(long id) {
            inDoubt.remove(id);
            taken.remove(id);
        }
    }

    /** @param devices by the numbers of their subchannels; may still grow */
    public RequestLifeChecker(Findings findings, HandedOver handedOver, List<CcwDevice> devices, boolean stepwise) {
        this.findings = findings;
        this.handedOver = handedOver;
        this.devices = devices;
        this.stepwise = stepwise;
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        if (stepwise && !input && state == SLSB_CU_OUTPUT_PRIMED) {
            handedOver.forEach(device, first, count, request -> sent(device, request.id()));
        }
    }

    private void sent(CcwDevice device, long id) {
        State s = states.of(device);
        s.sent(id);
        if (!s.pending.add(id)) {
            findings.add(Invariant.REQUEST_LIFE, device.busId(), "request " + id + " was sent twice");
        }
    }

    @Override
    public void doQdio(CcwDevice device, boolean input, int first, int count, int rc) {
        if (stepwise && !input && rc < 0) {
            handedOver.forEach(device, first, count, request -> failed(states.of(device), request.id()));
        }
    }

    private static void failed(State s, long id) {
        if (s.pending.remove(id)) {
            s.inDoubt.add(id);
        }
    }

    @Override
    public void channelStep(StepResult step) {
        if (step.kind() == StepKind.FETCH) {
            states.of(devices.get(step.subchannel())).taken.add(step.reqId());
        }
    }

    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        if (!stepwise || !HbaRecord.isHba(area) || !isCompletion(record)) {
            return;
        }
        String busId = HbaRecord.busId(area);
        State s = states.named(busId);
        long id = HbaRecord.reqId(record);
        if (s == null || !s.pending.remove(id) && !(s.inDoubt.remove(id) && s.taken.contains(id))) {
            findings.add(Invariant.REQUEST_LIFE, busId, "request " + id + " has completed twice, or was never sent");
        }
    }

    private static boolean isCompletion(byte[] record) {
        return switch (HbaRecord.id(record)) {
            case DbfConstants.ZFCP_DBF_HBA_RES -> true;
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
        } else if (!states.of(device).pending.isEmpty()) {
            findings.add(Invariant.REQUEST_LIFE, device.busId(), "requests " + states.of(device).pending
                    + " have neither completed nor been dismissed");
        }
    }

    @Override
    public void removed(List<CcwDevice> devices) {
        for (CcwDevice device : devices) {
            if (!states.of(device).pending.isEmpty()) {
                findings.add(Invariant.REQUEST_LIFE, device.busId(), "requests " + states.of(device).pending
                        + " have neither completed nor been dismissed");
            }
        }
    }
}
