// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.qdio.OnVirtualKernel.run;
import static org.zfcp4j.qdio.QdioBed.INPUT;

import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.Memory;

/** Finding answers, acknowledging them, giving SBALs back, and not losing one that nobody will report. */
class InputQueueTest {
    private static final int NOT_INIT = 0x80;
    private static final int PRIMED = 0x82;
    private static final int ERROR = 0x8f;
    private static final int EMPTY = 0x41;

    private static String states(QdioBed bed, int first, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(Integer.toHexString(bed.hardware.state(INPUT, (first + i) % 128))).append(' ');
        }
        return text.toString().trim();
    }

    private static String withoutTime(String handled) {
        return handled.replaceAll("@\\d+", "");
    }

    @Test
    void theNewestOfARunIsAcknowledged() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.onInput = (err, queue, first, count) -> {
                assertEquals("82 82 81 41", states(bed, 0, 4));
                assertEquals(0, bed.receive(first, count));
                assertEquals("41 41 41 41", states(bed, 0, 4));
            };
            bed.hardware.setStates(INPUT, 0, 3, PRIMED);
            bed.interrupt();
            assertEquals("in 0 0+3", withoutTime(bed.takeHandled()));
            assertEquals("41 41 41 41", states(bed, 0, 4), "what went back left the batch");
            bed.close();
        });
    }

    @Test
    void whatIsNotGivenBackIsTakenOutOfPolling() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.onInput = (err, queue, first, count) -> bed.receive(first, 2);
            bed.hardware.setStates(INPUT, 0, 4, PRIMED);
            bed.interrupt();
            assertEquals("41 41 80 80 41", states(bed, 0, 5));
            bed.close();
        });
    }

    @Test
    void aRunEndsWhereTheStateChanges() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.onInput = (err, queue, first, count) -> bed.receive(first, count);
            bed.hardware.setStates(INPUT, 0, 2, PRIMED);
            bed.hardware.setStates(INPUT, 2, 1, ERROR);
            bed.hardware.setStates(INPUT, 3, 1, PRIMED);
            bed.interrupt();
            assertEquals("in 0 0+2, in 100 2+1, in 0 3+1", withoutTime(bed.takeHandled()));
            bed.close();
        });
    }

    @Test
    void runsWrap() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.onInput = (err, queue, first, count) -> bed.receive(first, count);
            bed.hardware.setStates(INPUT, 0, 126, PRIMED);
            bed.interrupt();
            bed.hardware.setStates(INPUT, 126, 4, PRIMED);
            bed.interrupt();
            assertEquals("in 0 0+126, in 0 126+4", withoutTime(bed.takeHandled()));
            assertEquals("41 41 41 41 41", states(bed, 126, 5));
            bed.close();
        });
    }

    @Test
    void anAnswerDuringTheHandlerNeedsNoInterrupt() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.onInput = (err, queue, first, count) -> {
                if (first == 0) {
                    bed.hardware.setStates(INPUT, 1, 1, PRIMED);
                }
                bed.receive(first, count);
            };
            bed.hardware.setStates(INPUT, 0, 1, PRIMED);
            bed.interrupt();
            assertEquals("in 0 0+1, in 0 1+1", withoutTime(bed.takeHandled()));
            bed.close();
        });
    }

    /** The channel answers while the ACK still stands, so it raises no interrupt, but after the tasklet looked for more. */
    @Test
    void initiativeIsNotLost() {
        run(kernel -> {
            QdioBed[] bed = new QdioBed[1];
            bed[0] = new QdioBed(kernel, QdioTiming.NONE, new QdioObserver() {
                @Override
                public void slsbChanged(CcwDevice cdev, boolean input, int first, int count, int state) {
                    if (input && state == NOT_INIT && first == 0 && count == 1) {
                        bed[0].hardware.setStates(INPUT, 1, 1, PRIMED);
                    }
                }
            }).up();
            bed[0].hardware.setStates(INPUT, 0, 1, PRIMED);
            bed[0].interrupt();
            assertEquals("in 0 0+1, in 0 1+1", withoutTime(bed[0].takeHandled()));
            bed[0].close();
        });
    }

    @Test
    void theIndicatorIsClearedBeforeTheQueueIsLookedAt() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.onInput = (err, queue, first, count) -> {
                assertEquals(0, Memory.getInt(bed.hardware.indicator()));
                bed.receive(first, count);
            };
            bed.hardware.setStates(INPUT, 0, 1, PRIMED);
            bed.interrupt();
            assertEquals("in 0 0+1", withoutTime(bed.takeHandled()));
            bed.hardware.setStates(INPUT, 1, 1, PRIMED);
            kernel.interrupt("stray", bed.hardware.interrupts()::thinInterrupt).schedule();
            kernel.msleep(1);
            assertEquals("", bed.takeHandled(), "the indicator says that it is for another device");
            bed.close();
        });
    }

    @Test
    void aProgramControlledInterruptServesBothQueues() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.onInput = (err, queue, first, count) -> bed.receive(first, count);
            bed.send(0, 1);
            bed.hardware.setStates(QdioBed.OUTPUT, 0, 1, 0xa1);
            bed.hardware.setStates(INPUT, 0, 1, PRIMED);
            kernel.interrupt("pci",
                    () -> bed.hardware.interrupts().ioInterrupt(SubchannelInterrupts.SCHN_STAT_PCI, 0)).schedule();
            kernel.msleep(1);
            assertEquals("in 0 0+1, out 0 0+1", withoutTime(bed.takeHandled()));
            bed.close();
        });
    }

    @Test
    void signalsAsTheSubchannelNeedsThem() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            bed.hardware.qdioac1 = 0x40 | 0x20 | 0x10;
            bed.up();
            bed.onInput = (err, queue, first, count) -> bed.receive(first, count);
            bed.hardware.setStates(INPUT, 0, 1, PRIMED);
            bed.interrupt();
            assertEquals("siga-s ffffffff ffffffff,siga-r 80000000,siga-s 0 80000000,siga-s 0 80000000",
                    bed.hardware.takeCalls());
            assertEquals(EMPTY, bed.hardware.state(INPUT, 0));
            bed.close();
        });
    }
}
