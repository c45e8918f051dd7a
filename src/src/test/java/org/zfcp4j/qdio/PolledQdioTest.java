// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_ACTIVATE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ERROR_SLSB_STATE;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_FLAG_CLEANUP_USING_CLEAR;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_ZFCP_QFMT;
import static org.zfcp4j.qdio.OnVirtualKernel.run;
import static org.zfcp4j.qdio.QdioBed.INPUT;
import static org.zfcp4j.qdio.QdioBed.OUTPUT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.layout.qdio.QdioConstants;

/** The QDIO layer of 7.1: interrupts that are off until the driver has looked, and inspection instead of handlers. */
class PolledQdioTest {
    private static final int PRIMED = 0x82;
    private static final int ACK = 0x81;
    private static final int NOT_INIT = 0x80;
    private static final int EMPTY_OUT = 0xa1;
    private static final int ERROR_OUT = 0xaf;
    private static final int ERROR_IN = 0x8f;

    private final ScriptedSubchannel hardware = new ScriptedSubchannel();
    private final List<String> events = new ArrayList<>();
    private final long[] in = new long[QdioConstants.QDIO_MAX_BUFFERS_PER_Q];
    private final long[] out = new long[QdioConstants.QDIO_MAX_BUFFERS_PER_Q];
    private final QdioInspection found = new QdioInspection();
    private PolledQdio qdio;

    private QdioInitialize init(Runnable irqPoll) {
        return new QdioInitialize(QDIO_ZFCP_QFMT, 0, 0, (err, queue, first, count) -> events.add("input " + err + " " + first),
                (err, queue, first, count) -> events.add("output " + err), 0, irqPoll, new long[][] {in}, new long[][] {out});
    }

    private void up(Consumer<Kernel> body) {
        run(kernel -> {
            CcwDevice cdev = new CcwDevice(kernel, new Device(kernel, "0.0.1900", null, null, dev -> { }), hardware, null);
            cdev.setTiming(QdioTiming.NONE);
            QdioBuffers.allocBuffers(kernel.storage(), in);
            QdioBuffers.allocBuffers(kernel.storage(), out);
            qdio = new PolledQdio(cdev);
            assertEquals(-Errno.ENODEV, qdio.inspectInputQueue(0, found));
            assertEquals(-Errno.ENODEV, qdio.startIrq());
            assertEquals(0, qdio.allocate(1, 1));
            assertEquals(-Errno.EINVAL, qdio.establish(init(null)), "nobody to call");
            assertEquals(0, qdio.establish(init(() -> events.add("poll"))));
            assertEquals(0, qdio.activate());
            assertEquals(0, qdio.addBufsToInputQueue(0, 0, 128));
            body.accept(kernel);
            qdio.shutdown(QDIO_FLAG_CLEANUP_USING_CLEAR);
            qdio.free();
        });
    }

    @Test
    void interruptsAreOffUntilTheDriverStartsThemAndFromEachOneOn() {
        up(kernel -> {
            hardware.raiseThinInterrupt();
            assertEquals(List.of(), events, "established with interrupts off");
            assertEquals(0, qdio.startIrq());
            hardware.raiseThinInterrupt();
            hardware.raiseThinInterrupt();
            assertEquals(List.of("poll"), events);
            assertEquals(0, qdio.stopIrq(), "they were off");
            assertEquals(0, qdio.startIrq());
            assertEquals(1, qdio.stopIrq());
            hardware.raiseThinInterrupt();
            assertEquals(List.of("poll"), events);
        });
    }

    @Test
    void aPciInterruptCallsTheDriverAsWell() {
        up(kernel -> {
            qdio.startIrq();
            hardware.interrupts().ioInterrupt(SubchannelInterrupts.SCHN_STAT_PCI, 0);
            assertEquals(List.of("poll"), events);
        });
    }

    @Test
    void whatCameInBetweenKeepsInterruptsOff() {
        up(kernel -> {
            hardware.setStates(INPUT, 0, 1, PRIMED);
            assertEquals(1, qdio.startIrq(), "there is more to look at");
            assertEquals(1, qdio.inspectInputQueue(0, found));
            assertEquals(0, qdio.addBufsToInputQueue(0, 0, 1));
            assertEquals(0, qdio.startIrq());
        });
    }

    @Test
    void inspectionAcknowledgesTheNewestAndStartingTakesItBack() {
        up(kernel -> {
            hardware.setStates(INPUT, 0, 3, PRIMED);
            assertEquals(3, qdio.inspectInputQueue(0, found));
            assertEquals(0, found.bufnr);
            assertEquals(0, found.error);
            assertEquals(ACK, hardware.state(INPUT, 2));
            assertEquals(0, qdio.inspectInputQueue(0, found));
            assertEquals(0, qdio.startIrq());
            assertEquals(NOT_INIT, hardware.state(INPUT, 2));
        });
    }

    @Test
    void errorsAreToldToWhoInspects() {
        up(kernel -> {
            hardware.setStates(INPUT, 0, 1, ERROR_IN);
            assertEquals(1, qdio.inspectInputQueue(0, found));
            assertEquals(QDIO_ERROR_SLSB_STATE, found.error);
            assertEquals(0, qdio.addBufsToOutputQueue(0, 0, 3));
            hardware.setStates(OUTPUT, 0, 1, EMPTY_OUT);
            hardware.setStates(OUTPUT, 1, 1, ERROR_OUT);
            assertEquals(1, qdio.inspectOutputQueue(0, found));
            assertEquals(0, found.error);
            assertEquals(1, qdio.inspectOutputQueue(0, found));
            assertEquals(1, found.bufnr);
            assertEquals(QDIO_ERROR_SLSB_STATE, found.error);
            assertEquals(0, qdio.inspectOutputQueue(0, found), "the channel has the third");
            assertEquals(List.of(), events, "no handler is called");
        });
    }

    @Test
    void anActivateCheckGoesToTheErrorHandlerWithThePlaceOfTheInputQueue() {
        up(kernel -> {
            hardware.setStates(INPUT, 0, 2, PRIMED);
            qdio.inspectInputQueue(0, found);
            hardware.interrupts().ioInterrupt(SubchannelInterrupts.SCHN_STAT_PROG_CHECK, 0);
            assertEquals(List.of("input " + QDIO_ERROR_ACTIVATE + " 2"), events);
            assertEquals(-Errno.EIO, qdio.addBufsToOutputQueue(0, 0, 1), "the queues have stopped");
        });
    }
}
