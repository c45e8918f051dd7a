// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.qdio.OnVirtualKernel.run;
import static org.zfcp4j.qdio.QdioBed.INPUT;
import static org.zfcp4j.qdio.QdioBed.OUTPUT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.layout.qdio.QdioConstants;

/** Handing SBALs to the channel, the signal, and finding them again. */
class OutputQueueTest {
    private static final int PRIMED = 0x62;
    private static final int EMPTY = 0xa1;
    private static final int ERROR = 0xaf;
    private static final int NOT_INIT = 0xa0;

    @Test
    void primesAndRings() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            assertEquals(0, bed.send(3, 2));
            assertEquals(NOT_INIT, bed.hardware.state(OUTPUT, 2));
            assertEquals(PRIMED, bed.hardware.state(OUTPUT, 3));
            assertEquals(PRIMED, bed.hardware.state(OUTPUT, 4));
            assertEquals(NOT_INIT, bed.hardware.state(OUTPUT, 5));
            assertEquals("siga-w 80000000", bed.hardware.takeCalls());
            bed.close();
        });
    }

    @Test
    void tacksOnToAPredecessorThatIsStillPrimed() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.send(126, 2);
            assertEquals("siga-w 80000000", bed.hardware.takeCalls());
            bed.send(0, 1);
            assertEquals("", bed.hardware.takeCalls(), "127 comes before 0");
            bed.hardware.setStates(OUTPUT, 126, 3, EMPTY);
            bed.send(1, 1);
            assertEquals("siga-w 80000000", bed.hardware.takeCalls());
            bed.close();
        });
    }

    @Test
    void aWholeQueueIsNotItsOwnPredecessor() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.send(0, 128);
            assertEquals("siga-w 80000000", bed.hardware.takeCalls());
            bed.close();
        });
    }

    @Test
    void signalErrorsComeAfterPriming() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.hardware.sigaWriteCc = () -> {
                assertEquals(PRIMED, bed.hardware.state(OUTPUT, 0));
                return Subchannel.CC_NOT_OPERATIONAL;
            };
            assertEquals(-Errno.EIO, bed.send(0, 1));
            assertEquals(PRIMED, bed.hardware.state(OUTPUT, 0));
            bed.hardware.sigaWriteCc = () -> Subchannel.CC_STATUS_PENDING;
            assertEquals(-Errno.EIO, bed.send(2, 1));
            bed.hardware.sigaWriteCc = () -> Subchannel.CC_BUSY;
            assertEquals(-Errno.ENOBUFS, bed.send(4, 1));
            bed.close();
        });
    }

    @Test
    void tellsOnceWhetherTheChannelHasTheSbalsOfAFailedSend() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.hardware.sigaWriteCc = () -> Subchannel.CC_NOT_OPERATIONAL;
            assertEquals(-Errno.EIO, bed.send(0, 1));
            assertTrue(bed.qdio.takeSignalFailed(0));
            assertFalse(bed.qdio.takeSignalFailed(0));
            bed.shutdown();
            assertEquals(-Errno.EIO, bed.send(1, 1));
            assertFalse(bed.qdio.takeSignalFailed(0), "refused before it was primed");
            bed.close();
        });
    }

    /** The channel sees no state before it. */
    @Test
    void aSynchronisationThatFailsLeavesTheSbalsWithTheDriver() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            bed.hardware.qdioac1 = QdioConstants.AC1_SIGA_INPUT_NEEDED | QdioConstants.AC1_SIGA_OUTPUT_NEEDED | QdioConstants.AC1_SIGA_SYNC_NEEDED;
            bed.up();
            assertEquals(0, bed.send(0, 1));
            assertEquals("siga-s 80000000 0", bed.hardware.takeCalls());
            bed.hardware.sigaSyncCc = Subchannel.CC_NOT_OPERATIONAL;
            assertEquals(-Errno.EIO, bed.send(1, 1));
            assertFalse(bed.qdio.takeSignalFailed(0));
            bed.close();
        });
    }

    @Test
    void afterASignalThatFailedAPredecessorThatIsStillPrimedIsNotReliedOn() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.hardware.sigaWriteCc = () -> Subchannel.CC_NOT_OPERATIONAL;
            assertEquals(-Errno.EIO, bed.send(0, 1));
            assertEquals(-Errno.EIO, bed.send(1, 1));
            bed.hardware.sigaWriteCc = () -> Subchannel.CC_OK;
            bed.hardware.takeCalls();
            assertEquals(0, bed.send(2, 1));
            assertEquals("siga-w 80000000", bed.hardware.takeCalls());
            assertEquals(0, bed.send(3, 1));
            assertEquals("", bed.hardware.takeCalls(), "the channel knows of 0 to 2");
            bed.close();
        });
    }

    /** In units of the TOD clock: a microsecond. */
    private static final long MICRO = 1L << 12;

    @Test
    void aBusyQueueIsToldAgainAtOnceForAHundredMicroseconds() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            int[] tries = {0};
            bed.hardware.sigaWriteCc =
                    () -> ++tries[0] < 4 ? Subchannel.CC_BUSY | Subchannel.SIGA_BUSY : Subchannel.CC_OK;
            long start = kernel.todClock();
            assertEquals(0, bed.send(0, 1));
            assertEquals(4, tries[0]);
            assertTrue(kernel.todClock() - start < 100 * MICRO);
            bed.close();
        });
    }

    @Test
    void aQueueThatStaysBusyIsToldEveryTenMillisecondsForTenSecondsUnderTheLockOfTheSender() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            List<Long> pauses = new ArrayList<>();
            long[] last = {kernel.todClock()};
            bed.hardware.sigaWriteCc = () -> {
                pauses.add((kernel.todClock() - last[0]) / MICRO);
                last[0] = kernel.todClock();
                return Subchannel.CC_BUSY | Subchannel.SIGA_BUSY;
            };
            SpinLock lock = kernel.spinLock("req_q_lock", null);
            long start = kernel.todClock();
            lock.lockIrq();
            assertEquals(-Errno.EBUSY, bed.send(2, 1));
            lock.unlockIrq();
            assertEquals(999, pauses.stream().filter(pause -> pause == 10_000).count());
            assertTrue(pauses.stream().allMatch(pause -> pause < 100 || pause == 10_000), pauses.toString());
            assertEquals(999 * 10_000 + 1000 * 100, (kernel.todClock() - start) / MICRO);
            bed.close();
        });
    }

    @Test
    void anErrorWhileTheQueueIsToldAgainIsWhatCounts() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            int[] tries = {0};
            bed.hardware.sigaWriteCc = () ->
                    ++tries[0] < 30 ? Subchannel.CC_BUSY | Subchannel.SIGA_BUSY : Subchannel.CC_NOT_OPERATIONAL;
            long start = kernel.jiffies();
            assertEquals(-Errno.EIO, bed.send(0, 1));
            assertEquals(start + 20, kernel.jiffies());
            bed.hardware.sigaWriteCc = () -> tries[0]++ == 30 ? Subchannel.CC_BUSY | Subchannel.SIGA_BUSY : Subchannel.CC_BUSY;
            assertEquals(-Errno.ENOBUFS, bed.send(2, 1));
            bed.close();
        });
    }

    @Test
    void fetchedBuffersAreFoundAfterASecond() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            long start = kernel.jiffies();
            bed.send(0, 2);
            bed.hardware.setStates(OUTPUT, 0, 2, EMPTY);
            kernel.msleep(500);
            bed.send(2, 1);
            bed.hardware.setStates(OUTPUT, 2, 1, EMPTY);
            kernel.msleep(499);
            assertEquals("", bed.takeHandled());
            kernel.msleep(2000);
            assertEquals("out@" + (start + 1000) + " 0 0+3", bed.takeHandled(), "since the first one");
            bed.close();
        });
    }

    @Test
    void manyBuffersInUseAreScannedAtOnce() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.hardware.sigaWriteCc = () -> {
                bed.hardware.setStates(OUTPUT, 0, 56, EMPTY);
                return Subchannel.CC_OK;
            };
            long now = kernel.jiffies();
            bed.send(0, 56);
            kernel.msleep(1);
            assertEquals("out@" + now + " 0 0+56", bed.takeHandled());
            bed.close();
        });
    }

    @Test
    void anInterruptForInputPokesOutput() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.onInput = (err, queue, first, count) -> bed.receive(first, count);
            bed.send(0, 1);
            bed.hardware.setStates(OUTPUT, 0, 1, EMPTY);
            bed.hardware.setStates(INPUT, 0, 1, 0x82);
            long now = kernel.jiffies();
            bed.interrupt();
            assertEquals("in@" + now + " 0 0+1, out@" + now + " 0 0+1", bed.takeHandled());
            kernel.msleep(20_000);
            assertEquals("", bed.takeHandled(), "nothing in use: no timer");
            bed.close();
        });
    }

    @Test
    void anErrorEndsARunAndIsFoundLater() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            long start = kernel.jiffies();
            bed.send(0, 4);
            bed.hardware.setStates(OUTPUT, 0, 2, EMPTY);
            bed.hardware.setStates(OUTPUT, 2, 1, ERROR);
            bed.hardware.setStates(OUTPUT, 3, 1, EMPTY);
            kernel.msleep(30_000);
            assertEquals("out@" + (start + 1000) + " 0 0+2, out@" + (start + 11_000) + " 100 2+1, out@" + (start + 21_000)
                    + " 0 3+1", bed.takeHandled(), "one run a scan, then ten seconds");
            bed.close();
        });
    }

    @Test
    void indicesWrap() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            for (int i = 0; i < 4; i++) {
                bed.send(i * 32, 32);
                bed.hardware.setStates(OUTPUT, i * 32, 32, EMPTY);
                bed.interrupt();
            }
            bed.handled.clear();
            bed.send(0, 10);
            bed.hardware.setStates(OUTPUT, 0, 10, EMPTY);
            bed.interrupt();
            assertEquals(1, bed.handled.size());
            assertEquals("0 0+10", bed.takeHandled().replaceAll("^out@\\d+ ", ""));
            bed.close();
        });
    }
}
