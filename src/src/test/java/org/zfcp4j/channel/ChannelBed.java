// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_CLEANUP_USING_CLEAR;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_SYNC_INPUT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_SYNC_OUTPUT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ZFCP_QFMT;
import static org.zfcp4j.layout.qdio.QdioConstants.QDR_AC_MULTI_BUFFER_ENABLE;
import static org.zfcp4j.layout.qdio.QdioConstants.QIB_RFLAGS_ENABLE_DATA_DIV;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.kernel.virtual.Hardware;
import org.zfcp4j.kernel.virtual.HardwareTask;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.Qdio;
import org.zfcp4j.qdio.QdioBuffers;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.qdio.QdioTiming;

/** The native channel below the QDIO layer in a virtual kernel, with a driver that sends single requests. */
final class ChannelBed implements AutoCloseable {
    private static final int SFLAGS_COMMAND = 0x02;
    private static final int SFLAGS_TYPE_READ = 0x10;
    private static final int EFLAGS_LAST_ENTRY = 0x40;

    final VirtualKernel kernel;
    final FcpChannel channel;
    final FcpSubchannel subchannel;
    final CcwDevice cdev;
    final Qdio qdio;
    final Storage storage;
    final long[] in = new long[QDIO_MAX_BUFFERS_PER_Q];
    final long[] out = new long[QDIO_MAX_BUFFERS_PER_Q];
    /** Request ids that were answered. */
    final List<Long> answered = new ArrayList<>();
    /** QDIO errors that the handlers were told of. */
    final List<Integer> errors = new ArrayList<>();
    /** What the channel did. */
    final List<String> steps = new ArrayList<>();
    private final StepResult result;
    private int next;
    private int seqNo;
    private long reqId;

    /** The channel outlives the run: its task may step it until the end. */
    ChannelBed(VirtualKernel kernel, FcpChannel channel) {
        this.kernel = kernel;
        this.channel = channel;
        result = channel.newStepResult();
        storage = kernel.storage();
        channel.addStorage(storage);
        subchannel = channel.addSubchannel("0.0.1900");
        cdev = new CcwDevice(kernel, new Device(kernel, "0.0.1900", null, null, dev -> { }), subchannel, null);
        cdev.setTiming(QdioTiming.NONE);
        qdio = new Qdio(cdev);
        subchannel.attach(kernel, kernel.orderedWorkQueue("cio"));
        Hardware hardware = kernel.hardware("channel", this::step);
        channel.setDoorbell(hardware::doorbell);
        assertEquals(0, QdioBuffers.allocBuffers(storage, in));
        assertEquals(0, QdioBuffers.allocBuffers(storage, out));
        assertEquals(0, qdio.allocate(1, 1));
    }

    private long step(long now) {
        if (!channel.step(now, result)) {
            return result.dueNanos() == Long.MAX_VALUE ? HardwareTask.IDLE : result.dueNanos();
        }
        steps.add(result.toString());
        if (result.kind() == StepKind.INTERRUPT) {
            channel.raise(result);
        }
        return now;
    }

    ChannelBed up() {
        assertEquals(0, establish());
        assertEquals(0, qdio.activate());
        assertEquals(0, qdio.doQdio(QDIO_FLAG_SYNC_INPUT, 0, 0, QDIO_MAX_BUFFERS_PER_Q));
        return this;
    }

    int establish() {
        return qdio.establish(new QdioInitialize(QDIO_ZFCP_QFMT, QDR_AC_MULTI_BUFFER_ENABLE, QIB_RFLAGS_ENABLE_DATA_DIV,
                this::input, this::output, 56, null, new long[][] {in}, new long[][] {out}));
    }

    private void input(int err, int queue, int first, int count) {
        if (err != 0) {
            errors.add(err);
            return;
        }
        for (int i = 0; i < count; i++) {
            answered.add(QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(in[(first + i) % QDIO_MAX_BUFFERS_PER_Q], 0)));
        }
        assertEquals(0, qdio.doQdio(QDIO_FLAG_SYNC_INPUT, 0, first, count));
    }

    private void output(int err, int queue, int first, int count) {
        if (err != 0) {
            errors.add(err);
            return;
        }
        for (int i = 0; i < count; i++) {
            Memory.zero(out[(first + i) % QDIO_MAX_BUFFERS_PER_Q], QdioBuffer.SIZE);
        }
    }

    /** A zeroed QTCB for a command. */
    long qtcb(int command, int type) {
        long qtcb = storage.zalloc(FsfQtcb.SIZE, 8);
        FsfQtcbPrefix.QTCB_VERSION.set(FsfQtcb.PREFIX.at(qtcb), 1);
        FsfQtcbPrefix.QTCB_TYPE.set(FsfQtcb.PREFIX.at(qtcb), type);
        FsfQtcbHeader.FSF_COMMAND.set(FsfQtcb.HEADER.at(qtcb), command);
        return qtcb;
    }

    /** Sends a request without data; returns its id, or the negative result of do_QDIO. */
    long send(long qtcb) {
        FsfQtcbPrefix.REQ_ID.set(FsfQtcb.PREFIX.at(qtcb), ++reqId);
        FsfQtcbPrefix.REQ_SEQ_NO.set(FsfQtcb.PREFIX.at(qtcb), seqNo++);
        return prime(SFLAGS_COMMAND | SFLAGS_TYPE_READ, 1, qtcb, FsfQtcb.SIZE);
    }

    /** Posts a status read buffer of its own; returns its address. */
    long sendSrb() {
        long buffer = storage.zalloc(FsfStatusReadBuffer.SIZE, Storage.PAGE_SIZE);
        ++reqId;
        prime(SFLAGS_COMMAND, 2, buffer, FsfStatusReadBuffer.SIZE);
        return buffer;
    }

    private long prime(int sflags, int element, long address, int length) {
        long sbal = out[next];
        QdioBufferElement.SFLAGS.set(QdioBuffer.ELEMENT.at(sbal, 0), sflags);
        QdioBufferElement.ADDR.set(QdioBuffer.ELEMENT.at(sbal, 0), reqId);
        QdioBufferElement.ADDR.set(QdioBuffer.ELEMENT.at(sbal, element), address);
        QdioBufferElement.LENGTH.set(QdioBuffer.ELEMENT.at(sbal, element), length);
        QdioBufferElement.EFLAGS.set(QdioBuffer.ELEMENT.at(sbal, element), EFLAGS_LAST_ENTRY);
        int rc = qdio.doQdio(QDIO_FLAG_SYNC_OUTPUT, 0, next, 1);
        next = (next + 1) % QDIO_MAX_BUFFERS_PER_Q;
        return rc < 0 ? rc : reqId;
    }

    /** Lets everything settle that takes less than this. */
    void settle(int milliseconds) {
        kernel.msleep(milliseconds);
    }

    int shutdown() {
        return qdio.shutdown(QDIO_FLAG_CLEANUP_USING_CLEAR);
    }

    @Override
    public void close() {
        shutdown();
        qdio.free();
        QdioBuffers.freeBuffers(storage, in);
        QdioBuffers.freeBuffers(storage, out);
    }
}
