// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.ccw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.AllocationPolicy;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.CioEvent;
import org.zfcp4j.qdio.Subchannel;
import org.zfcp4j.zfcp.adapter.AdapterSetup;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.level.Levels;

/** The life of an adapter whose subchannel answers nothing: recovery gives up, and all that was made is given back. */
class CcwOpsTest {
    private final List<String> tags = new ArrayList<>();
    private CcwOps ops;
    private CcwDevice cdev;
    private ZfcpModule module;

    private void setUp(Kernel kernel) {
        ModuleParameters parameters = new ModuleParameters();
        parameters.portScanBackoff = 0;
        module = new ZfcpModule(kernel, null, null, this::traced, parameters, new AddUnless(), Levels.linux510(), AdapterSetup.UPCALLS);
        ops = new CcwOps(module);
        Subchannel dead = (Subchannel) Proxy.newProxyInstance(Subchannel.class.getClassLoader(),
                new Class<?>[] {Subchannel.class},
                (proxy, method, args) -> method.getReturnType() == int.class ? Subchannel.CC_NOT_OPERATIONAL : null);
        cdev = new CcwDevice(kernel, new Device(kernel, "0.0.1900", null, null, dev -> { }), dead, ops);
    }

    private void traced(DebugArea area, int level, long tod, byte[] record, int length) {
        if (area.name().contains("rec")) {
            tags.add(new String(record, (int) ZfcpDbfRec.TAG.offset(), 7, StandardCharsets.US_ASCII));
        }
    }

    private void nothingIsLeft(Kernel kernel) {
        assertNull(cdev.device().driverData());
        assertEquals(1, cdev.device().references());
        assertEquals(0, module.fsfReqCache.outstanding());
        assertEquals(0, kernel.storage().allocated());
    }

    @Test
    void recoveryGivesUpAfterFourAttempts() {
        try (VirtualKernel kernel = new VirtualKernel()) {
            kernel.runOrThrow(() -> {
                setUp(kernel);
                assertEquals(0, cdev.setOnline());
                Adapter adapter = (Adapter) cdev.device().driverData();
                assertNotNull(adapter);
                assertEquals(32_000, kernel.jiffies());
                assertEquals(0x60000000, adapter.status.read());
                assertEquals(4, adapter.erpCounter.read());
                assertEquals(List.of("ccsonl1", "ersff_1", "ersff_1", "ersff_1"),
                        tags.stream().filter(tag -> tag.equals("ccsonl1") || tag.startsWith("ersff")).toList());
                assertEquals(2, cdev.device().references());
                assertEquals(1, adapter.ref.count());

                // Common I/O may still tell of it; and a shutdown of what is closed needs nothing.
                assertEquals(1, ops.notify(cdev, CioEvent.OPER));
                assertEquals(1, ops.notify(cdev, CioEvent.GONE));
                assertTrue(tags.contains("ccnoti4") && tags.contains("ccnoti1"), tags::toString);

                ops.remove(cdev);
                nothingIsLeft(kernel);
            });
        }
    }

    @Test
    void aSystemShutdownEndsTheThreadForGood() {
        try (VirtualKernel kernel = new VirtualKernel()) {
            kernel.runOrThrow(() -> {
                setUp(kernel);
                assertEquals(0, cdev.setOnline());
                ops.shutdown(cdev);
                assertNull(((Adapter) cdev.device().driverData()).erpThread);
                ops.remove(cdev);
                nothingIsLeft(kernel);
            });
        }
    }

    @Test
    void setOnlineSurvivesTheFailureOfAnyAllocation() {
        int failed = 0;
        for (long n = 0; n < 200; n++) {
            try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().allocation(AllocationPolicy.failNth(n)))) {
                int[] rc = {0};
                kernel.runOrThrow(() -> {
                    setUp(kernel);
                    rc[0] = cdev.setOnline();
                    ops.remove(cdev);
                    nothingIsLeft(kernel);
                });
                if (rc[0] != 0) {
                    assertEquals(-Errno.ENOMEM, rc[0]);
                    failed++;
                }
            }
        }
        assertTrue(failed > 40, failed + " of the allocations are needed");
    }
}
