// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zfcp4j.qdio.OnVirtualKernel.run;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;

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
            FakeSubchannel hardware = new FakeSubchannel();
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
            hardware.interrupts().ioInterrupt(0, FakeSubchannel.GOOD);
            hardware.interrupts().thinInterrupt();
            assertEquals(0, cdev.setOffline());
            assertEquals(List.of("online", "online", "NO_PATH", "offline"), driver.calls);
            assertEquals(0, cdev.siosl());
            assertEquals("siosl", hardware.takeCalls());
        });
    }
}
