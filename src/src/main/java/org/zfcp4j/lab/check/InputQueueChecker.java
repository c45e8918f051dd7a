// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_INPUT_EMPTY;

import java.util.BitSet;
import java.util.List;
import org.zfcp4j.channel.StepKind;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * The input queue, in the virtual kernel: the program changes the state only of SBALs that the channel has filled, gives all back
 * that it was handed, and handles nothing once the queues were closed.
 */
public final class InputQueueChecker implements WorldObserver {
    private static final class State {
        /** Given to the channel, and not filled by it. */
        private final BitSet channels = new BitSet();
        private boolean open;
        /** An error was reported, after which nothing goes back. */
        private boolean failed;
    }

    private final Kernel kernel;
    private final Findings findings;
    private final List<CcwDevice> devices;
    private final PerDevice<State> states = new PerDevice<>(device -> new State());

    /** @param devices by the numbers of their subchannels; may still grow */
    public InputQueueChecker(Kernel kernel, Findings findings, List<CcwDevice> devices) {
        this.kernel = kernel;
        this.findings = findings;
        this.devices = devices;
    }

    @Override
    public void activate(CcwDevice device, int rc) {
        State s = states.of(device);
        s.channels.clear();
        s.open = rc == 0;
        s.failed = false;
    }

    @Override
    public void shutdown(CcwDevice device, int how) {
        states.of(device).open = false;
    }

    @Override
    public void channelStep(StepResult step) {
        if (step.kind() == StepKind.RESPONSE) {
            states.of(devices.get(step.subchannel())).channels.clear(step.sbal());
        }
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        State s = states.of(device);
        if (!input || !s.open) {
            return;
        }
        for (int i = 0; i < count; i++) {
            int sbal = (first + i) & QDIO_MAX_BUFFERS_MASK;
            if (state != SLSB_CU_INPUT_EMPTY && s.channels.get(sbal) && !s.failed) {
                findings.add(Invariant.INPUT_QUEUE, device.busId(), String.format(
                        "input SBAL %d belongs to the channel, and was set to 0x%02x", sbal, state));
            }
            s.channels.set(sbal, state == SLSB_CU_INPUT_EMPTY);
        }
    }

    @Override
    public void handler(CcwDevice device, boolean input, int qdioErr, int first, int count) {
        states.of(device).failed |= qdioErr != 0;
    }

    /** The adapter has been closed when recovery says so: from then on, only recovery completes requests. */
    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        if (!HbaRecord.isHba(area) || !kernel.contextName().equals("tasklet")) {
            return;
        }
        Adapter adapter = adapterOf(HbaRecord.busId(area));
        if (adapter != null && (adapter.status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) == 0
                && adapter.qdio.reqQFree.read() == 0 && adapter.qdio.reqQIdx == 0) {
            findings.add(Invariant.INPUT_QUEUE, HbaRecord.busId(area), "a response is handled after the queues were closed");
        }
    }

    private Adapter adapterOf(String busId) {
        for (CcwDevice device : devices) {
            if (device.busId().equals(busId)) {
                return Adapters.of(device);
            }
        }
        return null;
    }

    @Override
    public void settled(List<CcwDevice> all) {
        for (CcwDevice device : all) {
            State s = states.of(device);
            Adapter adapter = Adapters.of(device);
            boolean up = adapter != null && (adapter.status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) != 0;
            if (up && s.open && !s.failed && s.channels.cardinality() != QDIO_MAX_BUFFERS_MASK + 1) {
                findings.add(Invariant.INPUT_QUEUE, device.busId(), QDIO_MAX_BUFFERS_MASK + 1 - s.channels.cardinality()
                        + " input SBALs were not given back to the channel");
            }
        }
    }
}
