// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_IRQ_STATE_CLEANUP;
import static org.zfcp4j.qdio.OnVirtualKernel.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.real.RealKernel;

/** A device between its driver and its subchannel. */
class CcwDeviceTest {

    private static final class Driver implements CcwDriver {
        final List<String> calls = new ArrayList<>();
        int rc;

        @Override
        public int probe(CcwDevice cdev) {
            return 0;
        }

        @Override
        public void remove(CcwDevice cdev) {
            calls.add("remove");
        }

        @Override
        public int setOnline(CcwDevice cdev) {
            calls.add("online");
            return rc;
        }

        @Override
        public int setOffline(CcwDevice cdev) {
            calls.add("offline");
            return rc;
        }

        @Override
        public int notify(CcwDevice cdev, CioEvent event) {
            calls.add(event.name());
            return 1;
        }

        @Override
        public void shutdown(CcwDevice cdev) {
            calls.add("shutdown");
        }

        @Override
        public int freeze(CcwDevice cdev) {
            return 0;
        }

        @Override
        public int thaw(CcwDevice cdev) {
            return 0;
        }

        @Override
        public int restore(CcwDevice cdev) {
            return 0;
        }
    }

    @Test
    void onlineAndEvents() {
        run(kernel -> {
            ScriptedSubchannel hardware = new ScriptedSubchannel();
            Driver driver = new Driver();
            CcwDevice cdev = new CcwDevice(kernel, new Device(kernel, "0.0.1900", null, null, dev -> { }), hardware, driver);
            assertEquals("0.0.1900", cdev.busId());
            assertEquals(-Errno.EINVAL, cdev.setOffline());
            hardware.interrupts().path(CioEvent.GONE);
            driver.rc = -Errno.EIO;
            assertEquals(-Errno.EIO, cdev.setOnline());
            assertFalse(cdev.online());
            driver.rc = 0;
            assertEquals(0, cdev.setOnline());
            assertTrue(cdev.online());
            assertEquals(-Errno.EINVAL, cdev.setOnline());
            hardware.interrupts().path(CioEvent.NO_PATH);
            hardware.interrupts().ioInterrupt(0, ScriptedSubchannel.GOOD);
            hardware.interrupts().thinInterrupt();
            assertEquals(0, cdev.setOffline());
            assertEquals(List.of("online", "online", "NO_PATH", "offline"), driver.calls);
            assertEquals(0, cdev.siosl());
            assertEquals("siosl", hardware.takeCalls());
        });
    }

    /** Holds the lock for as long as the instruction that it answers takes, as common I/O does in C. */
    @Test
    void anInterruptOfAnotherContextWaitsForTheInstructionThatIsUnderWay() {
        try (RealKernel kernel = new RealKernel(8 << 20)) {
            QdioBed bed = new QdioBed(kernel).up();
            SubchannelInterrupts interrupts = bed.hardware.interrupts();
            Thread late = new Thread(() -> interrupts.ioInterrupt(0, 0));
            Thread gone = new Thread(() -> interrupts.ioError(-Errno.EIO));
            bed.hardware.clearAnswers = false;
            int[] state = {0};
            bed.hardware.onClear = () -> {
                assertEquals(QDIO_IRQ_STATE_CLEANUP, bed.cdev.qdioData().state());
                late.start();
                gone.start();
                waitUntilItSpins(late);
                waitUntilItSpins(gone);
                state[0] = bed.cdev.qdioData().state();
            };
            assertEquals(0, bed.shutdown());
            assertEquals(QDIO_IRQ_STATE_CLEANUP, state[0], "while the lock was held");
            bed.qdio.free();
        }
    }

    /** Or has ended, as it would without the lock. */
    private static void waitUntilItSpins(Thread thread) {
        while (thread.isAlive()
                && Arrays.stream(thread.getStackTrace()).noneMatch(frame -> frame.getMethodName().equals("lockContended"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anAnswerWithinTheInstructionFindsTheLockHeldByItsOwnContext() {
        try (RealKernel kernel = new RealKernel(8 << 20)) {
            QdioBed bed = new QdioBed(kernel).up();
            assertEquals(0, bed.shutdown());
            assertEquals("clear", bed.hardware.takeCalls());
            bed.up();
            bed.close();
        }
    }
}
