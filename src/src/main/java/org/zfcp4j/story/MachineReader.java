// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.story;

import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_COMMAND;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_MORE_SBALS;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_WRITE_READ;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.virtual.LockHold;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.Slsb;
import org.zfcp4j.story.MachineState.Sent;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;

/**
 * Reads the state of an adapter from its memory, step by step: the SLSB says which SBALs have been handed over since the step before.
 * Only for the task that runs in the virtual kernel; what it reads is no scheduling point.
 */
final class MachineReader {
    private final VirtualKernel kernel;
    private final String busId;
    private final Supplier<Adapter> adapter;
    /** What was handed over, by request id: the ids that the request list does not know any more drop out. */
    private final Map<Long, Sent> sent = new HashMap<>();
    private int[] slsb = new int[0];

    /** @param busId of the device; @param adapter gives null while there is none */
    MachineReader(VirtualKernel kernel, String busId, Supplier<Adapter> adapter) {
        this.kernel = kernel;
        this.busId = busId;
        this.adapter = adapter;
    }

    MachineState read() {
        return kernel.peek(this::look);
    }

    private MachineState look() {
        List<String> locks = new ArrayList<>();
        for (LockHold hold : kernel.lockHolds()) {
            if (!isOfAnother(hold.task())) {
                locks.add(hold.lock() + (hold.exclusive() ? " " : "(r) ") + hold.task());
            }
        }
        Adapter a = adapter.get();
        if (a == null || a.qdio == null || a.reqList == null) {
            sent.clear();
            slsb = new int[0];
            return new MachineState(0, 0, slsb, Map.of(), locks);
        }
        lookAtQueue(a);
        forgetCompleted(a);
        return new MachineState(a.statMiss.read(), a.qdio.reqQFree.read(), slsb, new TreeMap<>(sent), locks);
    }

    /** Contexts that belong to a device are named after it. */
    private boolean isOfAnother(String task) {
        return task.contains("0.0.") && !task.contains(busId);
    }

    private void lookAtQueue(Adapter a) {
        long address = a.qdio.device == null ? 0 : a.qdio.device.slsb(false, 0);
        if (address == 0) {
            slsb = new int[0];
            return;
        }
        int[] now = new int[QDIO_MAX_BUFFERS_PER_Q];
        for (int i = 0; i < now.length; i++) {
            now[i] = Slsb.val(address, i);
        }
        for (int i = 0; i < now.length; i++) {
            // At first sight the channel may have taken what was handed over: the request list shows what is still in flight.
            boolean handedOver = slsb.length == 0 || now[i] == SLSB_CU_OUTPUT_PRIMED && slsb[i] != now[i];
            if (handedOver && !goesOn(a, now, (i + now.length - 1) % now.length)) {
                handedOver(a, i);
            }
        }
        slsb = now;
    }

    /** True if the request in an SBAL that the channel owns goes on in the next one. */
    private static boolean goesOn(Adapter a, int[] states, int sbal) {
        return states[sbal] == SLSB_CU_OUTPUT_PRIMED
                && (QdioBufferElement.SFLAGS.get(QdioBuffer.ELEMENT.at(a.qdio.reqQ[sbal], 0)) & SBAL_SFLAGS0_MORE_SBALS) != 0;
    }

    private void handedOver(Adapter a, int sbal) {
        long element = QdioBuffer.ELEMENT.at(a.qdio.reqQ[sbal], 0);
        int flags = QdioBufferElement.SFLAGS.get(element) & (SBAL_SFLAGS0_COMMAND | SBAL_SFLAGS0_TYPE_WRITE_READ);
        if ((flags & SBAL_SFLAGS0_COMMAND) != 0) {
            sent.put(QdioBufferElement.ADDR.get(element), new Sent(sbal, flags == SBAL_SFLAGS0_COMMAND));
        }
    }

    private void forgetCompleted(Adapter a) {
        if (sent.isEmpty()) {
            return;
        }
        Map<Long, Sent> known = new HashMap<>();
        for (ListHead<FsfReq> bucket : a.reqList.buckets) {
            bucket.forEach(req -> {
                Sent where = sent.get(req.reqId);
                if (where != null) {
                    known.put(req.reqId, where);
                }
            });
        }
        sent.keySet().retainAll(known.keySet());
    }
}
