// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.erp.ErpBed;

/** Making, finding and releasing remote ports, with their references. */
class PortsTest {
    private static final long WWPN = 0x50050763030bc562L;

    @Test
    void aPortHoldsItsAdapter() {
        ErpBed.run(bed -> {
            Adapter adapter = bed.adapter;
            Port port = Ports.portEnqueue(adapter, WWPN, 0x00200000, 0x020400);
            assertEquals("0x50050763030bc562", port.dev.name());
            assertEquals(0x40200000, port.status.read());
            assertEquals(0x020400, port.dId);
            assertEquals(2, adapter.ref.count());

            assertSame(port, Ports.getPortByWwpn(adapter, WWPN));
            assertEquals(2, port.dev.references());
            port.dev.put();
            assertNull(Ports.getPortByWwpn(adapter, WWPN + 1));

            port.list.del();
            port.dev.unregister();
            assertEquals(1, adapter.ref.count());
        });
    }

    @Test
    void oneThatIsThereIsNotMadeTwice() {
        ErpBed.run(bed -> {
            AtomicInteger error = new AtomicInteger();
            assertNull(Ports.portEnqueue(bed.adapter, bed.port.wwpn, 0, 0, error::set));
            assertEquals(-Errno.EEXIST, error.get());
            assertEquals(1, bed.adapter.ref.count());
            assertEquals(1, bed.port.dev.references());
        });
    }

    @Test
    void aDeviceThatCannotBeRegisteredLeavesNothing() {
        ErpBed.run(bed -> {
            bed.adapter.module.kernel.setObserver(new KernelObserver() {
                @Override
                public int deviceRegister(Device device) {
                    return -Errno.EEXIST;
                }
            });
            AtomicInteger error = new AtomicInteger();
            assertNull(Ports.portEnqueue(bed.adapter, WWPN, 0, 0, error::set));
            assertEquals(-Errno.EINVAL, error.get());
            assertEquals(1, bed.adapter.ref.count());
            assertEquals(1, bed.adapter.portList.count());
        });
    }
}
