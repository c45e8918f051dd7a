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
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.layout.qdio.QdioConstants;

/** Establish, activate, shutdown, and what goes wrong with them. */
class QdioLifeTest {

    @Test
    void eachStepHasItsTime() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            assertEquals(-Errno.EIO, bed.send(0, 1));
            assertEquals(-Errno.EBUSY, bed.qdio.activate());
            assertEquals(0, bed.qdio.establish(bed.init()));
            assertEquals(-Errno.EIO, bed.receive(0, 128), "established is not active");
            assertEquals(0, bed.qdio.activate());
            assertEquals(0, bed.receive(0, 128));
            assertEquals(-Errno.EINVAL, bed.send(128, 1));
            assertEquals(-Errno.EINVAL, bed.send(0, 129));
            assertEquals(-Errno.EINVAL, bed.qdio.doQdio(0, 0, 0, 1));
            assertEquals(0, bed.shutdown());
            assertEquals(-Errno.EIO, bed.send(0, 1));
            assertEquals(0, bed.shutdown(), "a second time does nothing");
            assertEquals("establish,activate,clear", bed.hardware.takeCalls());
            assertEquals(0, bed.qdio.free());
            assertEquals(-Errno.ENODEV, bed.send(0, 1));
            assertEquals(-Errno.ENODEV, bed.qdio.establish(bed.init()));
            assertEquals(-Errno.ENODEV, bed.qdio.free());
            bed.close();
        });
    }

    @Test
    void haltOnDemand() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            assertEquals(0, bed.qdio.shutdown(QdioConstants.QDIO_FLAG_CLEANUP_USING_HALT));
            assertEquals("halt", bed.hardware.takeCalls());
            bed.close();
        });
    }

    @Test
    void nothingIsHandledAfterShutdown() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.send(0, 1);
            bed.hardware.setStates(OUTPUT, 0, 1, 0xa1);
            bed.hardware.setStates(INPUT, 0, 1, 0x82);
            TaskletOutputQueue output = (TaskletOutputQueue) bed.cdev.qdioData().outputQ(0);
            assertTrue(output.timer().isPending());
            assertEquals(0, bed.shutdown());
            assertFalse(output.timer().isPending());
            assertEquals(0, bed.hardware.indicator());
            bed.interrupt();
            bed.hardware.interrupts().ioInterrupt(0, ScriptedSubchannel.GOOD);
            kernel.msleep(30_000);
            assertEquals("", bed.takeHandled());
            bed.close();
        });
    }

    @Test
    void anAdapterInterruptDuringShutdownIsIgnored() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.hardware.setStates(INPUT, 0, 1, 0x82);
            bed.hardware.onClear = bed.hardware::raiseThinInterrupt;
            assertEquals(0, bed.shutdown());
            kernel.msleep(1);
            assertEquals(0x82, bed.hardware.state(INPUT, 0), "no tasklet has touched it");
            bed.close();
        });
    }

    @Test
    void establishedAgainTheQueuesAreNew() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            bed.onInput = (err, queue, first, count) -> bed.receive(first, count);
            bed.send(0, 3);
            bed.hardware.setStates(INPUT, 0, 5, 0x82);
            bed.interrupt();
            bed.shutdown();
            bed.takeHandled();
            bed.up();
            assertEquals(0xa0, bed.hardware.state(OUTPUT, 0));
            bed.send(0, 1);
            bed.hardware.setStates(OUTPUT, 0, 1, 0xa1);
            bed.hardware.setStates(INPUT, 0, 1, 0x82);
            bed.interrupt();
            assertEquals("in 0 0+1, out 0 0+1", bed.takeHandled().replaceAll("@\\d+", ""));
            bed.close();
        });
    }

    @Test
    void aRefusedEstablishIsCleared() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            bed.hardware.establishStatus = ScriptedSubchannel.GOOD | SubchannelInterrupts.DEV_STAT_UNIT_CHECK;
            assertEquals(-Errno.EIO, bed.qdio.establish(bed.init()));
            assertEquals("establish,clear", bed.hardware.takeCalls());
            bed.hardware.establishStatus = SubchannelInterrupts.DEV_STAT_CHN_END;
            assertEquals(-Errno.EIO, bed.qdio.establish(bed.init()), "without device end");
            bed.hardware.establishStatus = SubchannelInterrupts.DEV_STAT_DEV_END;
            assertEquals(0, bed.qdio.establish(bed.init()));
            bed.close();
        });
    }

    @Test
    void establishWaitsForASecond() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            bed.hardware.establishStatus = -1;
            long start = kernel.jiffies();
            assertEquals(-Errno.ETIME, bed.qdio.establish(bed.init()));
            assertEquals(start + 1000, kernel.jiffies());
            assertEquals("establish,clear", bed.hardware.takeCalls());
            bed.hardware.establishCc = Subchannel.CC_BUSY;
            assertEquals(-Errno.EBUSY, bed.qdio.establish(bed.init()));
            bed.hardware.establishCc = Subchannel.CC_NOT_OPERATIONAL;
            assertEquals(-Errno.ENODEV, bed.qdio.establish(bed.init()));
            assertEquals(0, bed.hardware.indicator());
            bed.close();
        });
    }

    @Test
    void establishIsWokenByItsInterrupt() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            bed.hardware.establishStatus = -1;
            kernel.timer("late", null,
                    () -> bed.hardware.interrupts().ioInterrupt(0, ScriptedSubchannel.GOOD)).arm(40);
            long start = kernel.jiffies();
            assertEquals(0, bed.qdio.establish(bed.init()));
            assertEquals(start + 40, kernel.jiffies());
            bed.hardware.clearAnswers = false;
            start = kernel.jiffies();
            assertEquals(0, bed.shutdown());
            assertEquals(start + 10_000, kernel.jiffies(), "clear was not answered");
            bed.close();
        });
    }

    @Test
    void anEndWithoutStatusIsAnError() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel);
            bed.hardware.establishStatus = -1;
            kernel.timer("gone", null, () -> bed.hardware.interrupts().ioError(-Errno.EIO)).arm(40);
            assertEquals(-Errno.EIO, bed.qdio.establish(bed.init()));
            bed.close();
        });
    }

    @Test
    void anActivateCheckStopsTheQueues() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel).up();
            long now = kernel.jiffies();
            kernel.interrupt("check", () -> bed.hardware.interrupts().ioInterrupt(0, ScriptedSubchannel.GOOD)).schedule();
            kernel.msleep(1);
            assertEquals("in@" + now + " 1 0+0", bed.takeHandled());
            assertEquals(-Errno.EIO, bed.send(0, 1));
            bed.hardware.setStates(INPUT, 0, 1, 0x82);
            bed.interrupt();
            assertEquals("", bed.takeHandled());
            assertEquals(0, bed.shutdown());
            assertEquals("clear", bed.hardware.takeCalls());
            bed.close();
        });
    }

    @Test
    void aCheckDuringActivationFailsIt() {
        run(kernel -> {
            QdioBed bed = new QdioBed(kernel, QdioTiming.LINUX, QdioObserver.NONE);
            assertEquals(0, bed.qdio.establish(bed.init()));
            kernel.timer("check", null,
                    () -> bed.hardware.interrupts().ioInterrupt(0x20, 0)).arm(2);
            assertEquals(-Errno.EIO, bed.qdio.activate());
            bed.hardware.activateCc = Subchannel.CC_BUSY;
            assertEquals(-Errno.EBUSY, bed.qdio.activate());
            bed.close();
        });
    }

    @Test
    void operationsSleepAsTheTimingSays() {
        assertEquals("establish 0,activate 0,shutdown 1", sequence(QdioTiming.NONE));
        assertEquals("establish 0,sleep 5,activate 0,shutdown 1", sequence(QdioTiming.LINUX));
        assertEquals("sleep 5,establish 0,sleep 5,activate 0,shutdown 1,sleep 5", sequence(QdioTiming.FIVE_EACH));
    }

    private static String sequence(QdioTiming timing) {
        List<String> seen = new ArrayList<>();
        run(kernel -> {
            KernelObserver before = kernel.observer();
            kernel.setObserver(new KernelObserver() {
                @Override
                public void sleep(long millis) {
                    seen.add("sleep " + millis);
                }
            });
            QdioBed bed = new QdioBed(kernel, timing, new QdioObserver() {
                @Override
                public void establish(CcwDevice cdev, QdioInitialize init, int rc) {
                    seen.add("establish " + rc);
                }

                @Override
                public void activate(CcwDevice cdev, int rc) {
                    seen.add("activate " + rc);
                }

                @Override
                public void shutdown(CcwDevice cdev, int how) {
                    seen.add("shutdown " + how);
                }
            });
            bed.up();
            bed.shutdown();
            kernel.setObserver(before);
            bed.qdio.free();
            bed.close();
        });
        // close() calls shutdown once more, of a device without queues.
        return String.join(",", seen);
    }
}
