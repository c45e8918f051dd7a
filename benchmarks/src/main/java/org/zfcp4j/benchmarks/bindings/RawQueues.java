// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.bindings;

import static org.zfcp4j.layout.fsf.FsfConstants.FSF_PORT_COMMAND;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_QTCB_CURRENT_VERSION;
import static org.zfcp4j.layout.fsf.FsfConstants.FSF_QTCB_EXCHANGE_PORT_DATA;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ZFCP_QFMT;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_EFLAGS_LAST_ENTRY;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_COMMAND;
import static org.zfcp4j.layout.qdio.QdioConstants.SBAL_SFLAGS0_TYPE_READ;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_INPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_NOT_INIT;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_NOT_INIT;

import java.lang.foreign.Arena;
import java.lang.invoke.VarHandle;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.StoragePages;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.qdio.Qdesfmt0;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.layout.qdio.Qdr;
import org.zfcp4j.layout.qdio.Qib;
import org.zfcp4j.layout.qdio.Sl;
import org.zfcp4j.layout.qdio.SlElement;
import org.zfcp4j.layout.qdio.Slib;
import org.zfcp4j.layout.qdio.Slsb;

/**
 * A subchannel with active queues and no driver, for one thread: the way of a request to the channel and of its answer back is as
 * short as it can be, so that what remains is doorbell and interrupt.
 */
public final class RawQueues implements AutoCloseable {
    static final int FIRST_QUEUE = 0x80000000;

    private static final int SBALS = QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
    private static final long PAGE = 4096;
    private static final long STORAGE = 16 << 20;
    private static final long SBAL_ALIGN = Geometry.CURRENT.placement() == Geometry.Placement.SPREAD ? PAGE : QdioBuffer.SIZE;
    private static final long QTCB_ALIGN = 256;
    private static final int WORD = 4;

    final FcpChannel channel = new FcpChannel();
    final FcpSubchannel subchannel;
    /** The word in which the channel announces an adapter interrupt. */
    final long indicator;

    private final Arena arena = Arena.ofShared();
    private final long end;
    private long free;
    private final long inputStates;
    private final long outputStates;
    private final long[] output = new long[SBALS];
    private final long[] qtcbs = new long[SBALS];
    private int nextOutput;
    private int nextInput;
    private long requestId;

    /** Queues whose answers share interrupts as the geometry says. */
    public RawQueues() {
        this(Geometry.CURRENT.coalesce());
    }

    /** @param coalesce answers that share an interrupt, when so many come at once */
    RawQueues(int coalesce) {
        free = StoragePages.allocate(arena, STORAGE, PAGE).address();
        end = free + STORAGE;
        channel.addStorage(free, STORAGE);
        subchannel = channel.addSubchannel("0.0.1900");
        channel.set(ChannelParameter.CHECK_SEQ_NO, 0);
        channel.set(ChannelParameter.ANSWER_DELAY_NS, 0);
        channel.set(ChannelParameter.JITTER_NS, 0);
        channel.set(ChannelParameter.RESPONSES_PER_SBAL, 1);
        channel.set(ChannelParameter.INTERRUPT_COALESCE, coalesce);
        indicator = allocate(WORD, PAGE);
        long qdr = allocate(Qdr.SIZE, PAGE);
        long qib = allocate(Qib.SIZE, PAGE);
        Qdr.QFMT.set(qdr, QDIO_ZFCP_QFMT);
        Qdr.IQDCNT.set(qdr, 1);
        Qdr.OQDCNT.set(qdr, 1);
        Qdr.IQDSZ.set(qdr, Qdesfmt0.SIZE / WORD);
        Qdr.OQDSZ.set(qdr, Qdesfmt0.SIZE / WORD);
        Qdr.QIBA.set(qdr, qib);
        Qib.QFMT.set(qib, QDIO_ZFCP_QFMT);
        inputStates = queue(Qdr.QDF0.at(qdr, 0), new long[SBALS], SLSB_P_INPUT_NOT_INIT);
        Qib.ISLIBA.set(qib, Qdesfmt0.SLIBA.get(Qdr.QDF0.at(qdr, 0)));
        outputStates = queue(Qdr.QDF0.at(qdr, 1), output, SLSB_P_OUTPUT_NOT_INIT);
        Qib.OSLIBA.set(qib, Qdesfmt0.SLIBA.get(Qdr.QDF0.at(qdr, 1)));
        for (int i = 0; i < SBALS; i++) {
            qtcbs[i] = qtcb();
            long head = QdioBuffer.ELEMENT.at(output[i], 0);
            QdioBufferElement.SFLAGS.set(head, SBAL_SFLAGS0_COMMAND | SBAL_SFLAGS0_TYPE_READ);
            long second = QdioBuffer.ELEMENT.at(output[i], 1);
            QdioBufferElement.ADDR.set(second, qtcbs[i]);
            QdioBufferElement.LENGTH.set(second, FsfQtcb.SIZE);
            QdioBufferElement.EFLAGS.set(second, SBAL_EFLAGS_LAST_ENTRY);
        }
        activate(qdr);
    }

    private long allocate(long size, long align) {
        long at = (free + align - 1) / align * align;
        free = at + size;
        if (free > end) {
            throw new OutOfMemoryError("storage of the queues");
        }
        return at;
    }

    /** Writes a queue's structures; returns the address of its SLSB. */
    private long queue(long descriptor, long[] sbals, int state) {
        long slib = allocate(Slib.SIZE, PAGE);
        long sl = allocate(Sl.SIZE, PAGE);
        long slsb = allocate(Slsb.SIZE, PAGE);
        Qdesfmt0.SLIBA.set(descriptor, slib);
        Qdesfmt0.SLA.set(descriptor, sl);
        Qdesfmt0.SLSBA.set(descriptor, slsb);
        Slib.SLA.set(slib, sl);
        Slib.SLSBA.set(slib, slsb);
        for (int i = 0; i < SBALS; i++) {
            sbals[i] = allocate(QdioBuffer.SIZE, SBAL_ALIGN);
            SlElement.SBAL.set(Sl.ELEMENT.at(sl, i), sbals[i]);
            Slsb.val(slsb, i, state);
        }
        return slsb;
    }

    private long qtcb() {
        long qtcb = allocate(FsfQtcb.SIZE, QTCB_ALIGN);
        FsfQtcbPrefix.QTCB_VERSION.set(FsfQtcb.PREFIX.at(qtcb), FSF_QTCB_CURRENT_VERSION);
        FsfQtcbPrefix.QTCB_TYPE.set(FsfQtcb.PREFIX.at(qtcb), FSF_PORT_COMMAND);
        FsfQtcbHeader.FSF_COMMAND.set(FsfQtcb.HEADER.at(qtcb), FSF_QTCB_EXCHANGE_PORT_DATA);
        return qtcb;
    }

    private void activate(long qdr) {
        StepResult result = channel.newStepResult();
        subchannel.establish(qdr);
        while (channel.step(0, result)) {
            continue;
        }
        subchannel.activate();
        if (subchannel.setIndicator(indicator) != 0) {
            throw new IllegalStateException("indicator refused");
        }
        for (int i = 0; i < SBALS; i++) {
            Slsb.valOpaque(inputStates, i, SLSB_CU_INPUT_EMPTY);
        }
    }

    /** Lets the channel run. */
    public void start() {
        channel.startThread();
    }

    /** The doorbell. */
    public void ring() {
        int cc = subchannel.sigaWrite(FIRST_QUEUE);
        if (cc != 0) {
            throw new IllegalStateException("condition code " + cc);
        }
    }

    /** Hands requests over to the channel: everything but the doorbell. */
    public void prime(int count) {
        for (int i = 0; i < count; i++) {
            int at = (nextOutput + i) % SBALS;
            FsfQtcbPrefix.REQ_ID.set(FsfQtcb.PREFIX.at(qtcbs[at]), ++requestId);
            QdioBufferElement.ADDR.set(QdioBuffer.ELEMENT.at(output[at], 0), requestId);
        }
        VarHandle.fullFence();
        for (int i = 0; i < count; i++) {
            Slsb.valOpaque(outputStates, (nextOutput + i) % SBALS, SLSB_CU_OUTPUT_PRIMED);
        }
        VarHandle.fullFence();
        nextOutput = (nextOutput + count) % SBALS;
    }

    /** Takes the answers that are there and gives their SBALs back; returns how many. */
    public int take() {
        int taken = 0;
        while (Slsb.valAcquire(inputStates, nextInput) == SLSB_P_INPUT_PRIMED) {
            Slsb.valRelease(inputStates, nextInput, SLSB_CU_INPUT_EMPTY);
            nextInput = (nextInput + 1) % SBALS;
            taken++;
        }
        return taken;
    }

    @Override
    public void close() {
        channel.close();
        arena.close();
    }
}
