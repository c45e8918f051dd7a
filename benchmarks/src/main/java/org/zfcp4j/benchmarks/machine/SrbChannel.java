// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import static org.zfcp4j.layout.fsf.FsfConstants.FSF_STATUS_READ_SENSE_DATA_AVAIL;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_AUTOMATIC_SYNC_ON_OUT_PCI;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_AUTOMATIC_SYNC_ON_THININT;
import static org.zfcp4j.layout.qdio.QdioConstants.AC1_SIGA_OUTPUT_NEEDED;
import static org.zfcp4j.layout.qdio.QdioConstants.CHSC_AC2_MULTI_BUFFER_ENABLED;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_MASK;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.QIB_AC_OUTBOUND_PCI_SUPPORTED;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_EFLAGS_LAST_ENTRY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_INPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_EMPTY;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.lab.fake.WillingSubchannel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;
import org.zfcp4j.layout.qdio.Sl;
import org.zfcp4j.layout.qdio.SlElement;
import org.zfcp4j.layout.qdio.Slsb;

/**
 * A subchannel whose operations succeed at once, and as much of a channel as consumes status read buffers: the same steps as in
 * {@code native/reference/ref_post.c}. It polls, so a signal has nothing to do. Any thread may play it: it has a lock.
 */
final class SrbChannel extends WillingSubchannel {
    private static final VarHandle NEXT;

    static {
        try {
            NEXT = MethodHandles.lookup().findVarHandle(SrbChannel.class, "next", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final SpinLock lock;
    private final long[] sbals = new long[QDIO_MAX_BUFFERS_PER_Q];
    private final long[] responseSbals = new long[QDIO_MAX_BUFFERS_PER_Q];
    private long slsb;
    private long responseSlsb;
    /** Changed under {@link #lock}; read without it by who only looks whether there is something. */
    private int next;
    private int nextResponse;

    SrbChannel(Kernel kernel) {
        super(0, AC1_SIGA_OUTPUT_NEEDED | AC1_AUTOMATIC_SYNC_ON_THININT | AC1_AUTOMATIC_SYNC_ON_OUT_PCI,
                CHSC_AC2_MULTI_BUFFER_ENABLED);
        lock = kernel.spinLock("channel", null);
    }

    /**
     * Whether there may be a request. Who finds none leaves the lock alone, so that threads that poll do not keep it from one that has
     * something to do; a position that is no longer right is right at the next look.
     */
    private boolean hasRequest() {
        return Slsb.valAcquire(slsb, (int) NEXT.getOpaque(this)) == SLSB_CU_OUTPUT_PRIMED;
    }

    /** Fetches up to {@code want} requests: how many there were, with their ids. */
    int fetch(long[] ids, int want) {
        if (!hasRequest()) {
            return 0;
        }
        int got = 0;
        lock.lock();
        int index = next;
        while (got < want && Slsb.valAcquire(slsb, index) == SLSB_CU_OUTPUT_PRIMED) {
            ids[got++] = QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(sbals[index], 0));
            Slsb.valRelease(slsb, index, SLSB_P_OUTPUT_EMPTY);
            index = (index + 1) & QDIO_MAX_BUFFERS_MASK;
        }
        NEXT.setOpaque(this, index);
        lock.unlock();
        return got;
    }

    /** Fetches up to {@code want} requests and answers each with a notification that asks for nothing: how many there were. */
    int notifyDriver(int want) {
        if (!hasRequest()) {
            return 0;
        }
        int got = 0;
        lock.lock();
        int index = next;
        int response = nextResponse;
        while (got < want && Slsb.valAcquire(slsb, index) == SLSB_CU_OUTPUT_PRIMED
                && Slsb.valAcquire(responseSlsb, response) == SLSB_CU_INPUT_EMPTY) {
            long id = QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(sbals[index], 0));
            long page = QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(sbals[index], 2));
            Slsb.valRelease(slsb, index, SLSB_P_OUTPUT_EMPTY);
            index = (index + 1) & QDIO_MAX_BUFFERS_MASK;

            FsfStatusReadBuffer.STATUS_TYPE.set(page, FSF_STATUS_READ_SENSE_DATA_AVAIL);
            long sbale = QdioBuffer.ELEMENT.at(responseSbals[response], 0);
            QdioBufferElement.ADDR.set(sbale, id);
            QdioBufferElement.EFLAGS.set(sbale, SBAL_EFLAGS_LAST_ENTRY);
            Slsb.valRelease(responseSlsb, response, SLSB_P_INPUT_PRIMED);
            response = (response + 1) & QDIO_MAX_BUFFERS_MASK;
            got++;
        }
        NEXT.setOpaque(this, index);
        nextResponse = response;
        lock.unlock();
        return got;
    }

    /** Raises an adapter interrupt, and runs its handler. */
    void interrupt() {
        raise();
        interrupts.thinInterrupt();
    }

    /** Raises an adapter interrupt, which another processor takes. */
    void raise() {
        Memory.putIntVolatile(indicator, 1);
    }

    /** Runs the handler of an adapter interrupt if one was raised. */
    void takeInterrupt() {
        if (Memory.getIntVolatile(indicator) != 0) {
            interrupts.thinInterrupt();
        }
    }

    @Override
    public int establish(long qdr) {
        Qib.AC.set(Qdr.QIBA.get(qdr), QIB_AC_OUTBOUND_PCI_SUPPORTED);
        long output = Qdr.QDF0.at(qdr, Qdr.IQDCNT.get(qdr));
        long input = Qdr.QDF0.at(qdr, 0);
        slsb = Qdesfmt0.SLSBA.get(output);
        responseSlsb = Qdesfmt0.SLSBA.get(input);
        for (int i = 0; i < sbals.length; i++) {
            sbals[i] = SlElement.SBAL.get(Sl.ELEMENT.at(Qdesfmt0.SLA.get(output), i));
            responseSbals[i] = SlElement.SBAL.get(Sl.ELEMENT.at(Qdesfmt0.SLA.get(input), i));
        }
        next = 0;
        nextResponse = 0;
        established();
        return CC_OK;
    }
}
