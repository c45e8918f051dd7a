// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpQdio;
import org.zfcp4j.zfcp.def.ZfcpStatus;

/**
 * The request queue, in the virtual kernel: while the queues are up and had no error, the free SBALs, those not yet handed to the
 * output handler and those of a send in progress are 128; what a context takes or gives back is what it sent or was
 * handed; and what comes back, or was with the channel when the queues were closed, is cleared.
 */
public final class RequestQueueChecker implements WorldObserver {
    private static final class State {
        /** Primed, and not handed to the output handler. */
        private int inUse;
        /** By context: taken and not yet primed, or handed over and not yet free again. */
        private final Map<String, Integer> inHand = new HashMap<>();
        /** The queues were activated, and the counter was not set yet. */
        private boolean opening;
        private boolean valid;
        /** The queues were closed, and nothing had been wrong with them. */
        private boolean closed;
        /** Which those are; also while the count is not valid. */
        private final BitSet primed = new BitSet();
        /** The run of SBALs that was handed to the output handler last, and in which context. */
        private String handedTo = "";
        private int handedFirst;
        private int handedCount;

        private void inHand(String context, int delta) {
            if (inHand.merge(context, delta, Integer::sum) == 0) {
                inHand.remove(context);
            }
        }
    }

    private final VirtualKernel kernel;
    private final Findings findings;
    private final PerDevice<State> states = new PerDevice<>(device -> new State());

    public RequestQueueChecker(VirtualKernel kernel, Findings findings) {
        this.kernel = kernel;
        this.findings = findings;
    }

    @Override
    public void establish(CcwDevice device, QdioInitialize init, int rc) {
        State s = states.of(device);
        if (s.closed) {
            s.primed.stream().forEach(sbal -> checkClean(device, sbal, 1));
        }
        s.closed = false;
    }

    @Override
    public void activate(CcwDevice device, int rc) {
        State s = states.of(device);
        s.primed.clear();
        s.inUse = 0;
        s.inHand.clear();
        s.valid = false;
        s.opening = true;
    }

    @Override
    public void shutdown(CcwDevice device, int how) {
        State s = states.of(device);
        // QDIOUP was cleared under the lock: only who sends an FCP command, and does not ask for it, has any. A tasklet may still be about to
        // give back.
        s.inHand.remove("tasklet");
        s.inHand.keySet().removeAll(Senders.of(kernel, device.busId()));
        if (s.valid && !s.inHand.isEmpty()) {
            findings.add(Invariant.REQUEST_QUEUE, device.busId(), "SBALs are lost or given back twice: " + s.inHand);
        }
        s.closed = s.valid;
        s.valid = false;
        s.opening = false;
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        State s = states.of(device);
        if (!input && state == SLSB_CU_OUTPUT_PRIMED) {
            mark(s, first, count, true);
        }
        if (!input && state == SLSB_CU_OUTPUT_PRIMED && s.valid) {
            s.inUse += count;
            s.inHand(kernel.contextName(), -count);
            compare(device, s);
        }
    }

    @Override
    public void unseen(CcwDevice device, int first, int count) {
        State s = states.of(device);
        mark(s, first, count, false);
        if (s.valid) {
            s.inUse -= count;
            s.inHand(kernel.contextName(), count);
        }
    }

    @Override
    public void handler(CcwDevice device, boolean input, int qdioErr, int first, int count) {
        State s = states.of(device);
        if (!input) {
            mark(s, first, count, false);
        }
        if (qdioErr != 0) {
            s.valid = false;
        } else if (!input && s.valid) {
            s.inUse -= count;
            s.inHand(kernel.contextName(), count);
            s.handedTo = kernel.contextName();
            s.handedFirst = first;
            s.handedCount = count;
        }
    }

    private static void mark(State s, int first, int count, boolean primed) {
        for (int i = 0; i < count; i++) {
            s.primed.set((first + i) & QDIO_MAX_BUFFERS_MASK, primed);
        }
    }

    private void checkClean(CcwDevice device, int first, int count) {
        for (int i = 0; i < count; i++) {
            int sbal = (first + i) & QDIO_MAX_BUFFERS_MASK;
            if (!OutputSbal.isClear(device, sbal)) {
                findings.add(Invariant.REQUEST_QUEUE, device.busId(), "SBAL " + sbal + " is free and was not cleared");
                return;
            }
        }
    }

    @Override
    public void atomicChanged(AtomicInt atomic, int oldValue, int newValue) {
        if ((newValue & ~oldValue & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) != 0 && atomic.name().equals("status")
                && atomic.owner() instanceof Adapter adapter && adapter.qdio.reqQFree.read() != QDIO_MAX_BUFFERS_PER_Q) {
            findings.add(Invariant.REQUEST_QUEUE, adapter.busId(), "the queues are open, and " + adapter.qdio.reqQFree.read()
                    + " SBALs are free");
        }
        if (!atomic.name().equals("req_q_free")) {
            return;
        }
        CcwDevice device = ((ZfcpQdio) atomic.owner()).adapter.ccwDevice;
        State s = states.of(device);
        if (!s.valid) {
            // open sets the counter once the queues are active; what was sent before is gone
            s.valid = s.opening;
            s.opening = false;
            return;
        }
        if (newValue - oldValue == s.handedCount && kernel.contextName().equals(s.handedTo)) {
            checkClean(device, s.handedFirst, s.handedCount);
            s.handedCount = 0;
        }
        s.inHand(kernel.contextName(), oldValue - newValue);
        compare(device, s);
    }

    private void compare(CcwDevice device, State s) {
        Adapter adapter = Adapters.of(device);
        int free = adapter.qdio.reqQFree.read();
        int inHand = s.inHand.values().stream().mapToInt(Integer::intValue).sum();
        boolean negative = s.inHand.values().stream().anyMatch(n -> n < 0);
        if (negative || free + s.inUse + inHand != QDIO_MAX_BUFFERS_PER_Q) {
            findings.add(Invariant.REQUEST_QUEUE, device.busId(), free + " SBALs free, " + s.inUse + " in use, " + s.inHand
                    + " in the hands of contexts");
        }
    }

    @Override
    public void settled(List<CcwDevice> devices) {
        for (CcwDevice device : devices) {
            State s = states.of(device);
            Adapter adapter = Adapters.of(device);
            if (adapter != null && s.valid && (adapter.status.read() & ZfcpStatus.ZFCP_STATUS_ADAPTER_QDIOUP) != 0
                    && !s.inHand.isEmpty()) {
                findings.add(Invariant.REQUEST_QUEUE, device.busId(), "SBALs are lost or given back twice: " + s.inHand);
            }
        }
    }
}
