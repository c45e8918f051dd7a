// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

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
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Tasklet;

/** A device on a {@link ScriptedSubchannel}, with a driver that writes down what its handlers get. Used within one test. */
final class QdioBed {
    static final int INPUT = 0;
    static final int OUTPUT = 1;

    final Kernel kernel;
    final ScriptedSubchannel hardware = new ScriptedSubchannel();
    final CcwDevice cdev;
    final Qdio qdio;
    final long[] inputSbals = new long[QDIO_MAX_BUFFERS_PER_Q];
    final long[] outputSbals = new long[QDIO_MAX_BUFFERS_PER_Q];
    /** Handler calls since {@link #takeHandled}: queue, time, error, first, count. */
    final List<String> handled = new ArrayList<>();
    /** What the input handler does beyond writing down; may give SBALs back. */
    QdioHandler onInput = (err, queue, first, count) -> { };
    private final Tasklet interrupt;

    QdioBed(Kernel kernel) {
        this(kernel, QdioTiming.NONE, QdioObserver.NONE);
    }

    QdioBed(Kernel kernel, QdioTiming timing, QdioObserver observer) {
        this.kernel = kernel;
        Device device = new Device(kernel, "0.0.1900", null, null, dev -> { });
        cdev = new CcwDevice(kernel, device, hardware, null);
        cdev.setTiming(timing);
        cdev.setObserver(observer);
        qdio = new Qdio(cdev);
        interrupt = kernel.interrupt("airq", hardware::raiseThinInterrupt);
        assertEquals(0, QdioBuffers.allocBuffers(kernel.storage(), inputSbals));
        assertEquals(0, QdioBuffers.allocBuffers(kernel.storage(), outputSbals));
        assertEquals(0, qdio.allocate(1, 1));
    }

    QdioInitialize init() {
        return new QdioInitialize(QDIO_ZFCP_QFMT, QDR_AC_MULTI_BUFFER_ENABLE, QIB_RFLAGS_ENABLE_DATA_DIV, this::input,
                this::output, 56, null, new long[][] {inputSbals}, new long[][] {outputSbals});
    }

    private void input(int err, int queue, int first, int count) {
        handled.add("in@" + kernel.jiffies() + " " + Integer.toHexString(err) + " " + first + "+" + count);
        onInput.handle(err, queue, first, count);
    }

    private void output(int err, int queue, int first, int count) {
        handled.add("out@" + kernel.jiffies() + " " + Integer.toHexString(err) + " " + first + "+" + count);
    }

    /** Establishes and activates, and gives all input SBALs to the channel. */
    QdioBed up() {
        assertEquals(0, qdio.establish(init()));
        assertEquals(0, qdio.activate());
        assertEquals(0, receive(0, QDIO_MAX_BUFFERS_PER_Q));
        hardware.takeCalls();
        return this;
    }

    int send(int first, int count) {
        return qdio.doQdio(QDIO_FLAG_SYNC_OUTPUT, 0, first, count);
    }

    int receive(int first, int count) {
        return qdio.doQdio(QDIO_FLAG_SYNC_INPUT, 0, first, count);
    }

    int shutdown() {
        return qdio.shutdown(QDIO_FLAG_CLEANUP_USING_CLEAR);
    }

    /** Raises an adapter interrupt and lets everything settle that does not wait for time. */
    void interrupt() {
        interrupt.schedule();
        kernel.msleep(1);
    }

    /** The handler calls since the last one of this, joined by commas. */
    String takeHandled() {
        String joined = String.join(", ", handled);
        handled.clear();
        return joined;
    }

    /** Shuts down and frees all. */
    void close() {
        shutdown();
        qdio.free();
        QdioBuffers.freeBuffers(kernel.storage(), inputSbals);
        QdioBuffers.freeBuffers(kernel.storage(), outputSbals);
    }
}
