// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.level;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.zfcp.bed.AdapterBed;
import org.zfcp4j.zfcp.def.Configuring;
import org.zfcp4j.zfcp.def.Level;

/** What each level does at the places where they differ, as far as it is not seen in a recording. */
class LevelsTest {
    @Test
    void levelsAreFoundByTheirReleases() {
        assertEquals(List.of("5.10", "7.1"), Levels.releases());
        assertEquals("7.1", Levels.byRelease("7.1").release());
        assertEquals("5.10", Levels.byRelease(Levels.DEFAULT).toString());
        String message = assertThrows(IllegalArgumentException.class, () -> Levels.byRelease("6.6")).getMessage();
        assertEquals("no level \"6.6\"; there are 5.10, 7.1", message);
    }

    private static List<String> removal(Level level) {
        List<String> order = new ArrayList<>();
        try (VirtualKernel kernel = new VirtualKernel()) {
            kernel.runOrThrow(() -> {
                Device dev = new Device(kernel, "unit", null, "container", released -> order.add("released"));
                dev.register();
                dev.get();
                Configuring configuring = level.configuring();
                configuring.offList(dev);
                order.add("unregister");
                dev.unregister();
                configuring.unregistered(dev);
                order.add("done");
            });
        }
        return order;
    }

    /** In both the device outlives its unregistering: in 5.10 by the caller's luck, in 7.1 by the reference of the look-up. */
    @Test
    void aRemovalDropsTheReferenceOfItsLookUpFirstIn510AndLastIn71() {
        assertEquals(List.of("unregister", "released", "done"), removal(Levels.linux510()));
        assertEquals(List.of("unregister", "released", "done"), removal(Levels.linux71()));
        List<String> puts = new ArrayList<>();
        try (VirtualKernel kernel = new VirtualKernel()) {
            kernel.runOrThrow(() -> {
                for (Level level : List.of(Levels.linux510(), Levels.linux71())) {
                    Device dev = new Device(kernel, "unit", null, "container", released -> puts.add(level.release()));
                    dev.register();
                    level.configuring().offList(dev);
                    puts.add("unregister " + level.release());
                }
            });
        }
        assertEquals(List.of("5.10", "unregister 5.10", "unregister 7.1"), puts, "5.10 would release one that nobody else holds");
    }

    @Test
    void senseDataSetTheDriverByteIn510AndReplaceTheResultIn71() {
        ScsiCmnd old = new ScsiCmnd(null, new byte[16], 0, null, command -> { });
        old.result = 0x1;
        Levels.linux510().senseResult().checkCondition(old);
        assertEquals(0x08000003, old.result);
        ScsiCmnd current = new ScsiCmnd(null, new byte[16], 0, null, command -> { });
        current.result = 0x1;
        Levels.linux71().senseResult().checkCondition(current);
        assertEquals(0x2, current.result);
    }

    @Test
    void aRequestThatIsGoneIsRecordedByItsIdIn71Only() {
        AdapterBed.run(bed -> {
            Levels.linux510().failedSend().lookedUp(bed.adapter, 0x1234, null);
            assertEquals(List.of(), bed.traced);
            Levels.linux71().failedSend().lookedUp(bed.adapter, 0x1234, bed.module.fsfReqCache.alloc());
            assertEquals(List.of(), bed.traced);
            Levels.linux71().failedSend().lookedUp(bed.adapter, 0x1234, null);
            assertEquals(1, bed.traced.size());
            AdapterBed.Traced record = bed.traced.get(0);
            assertEquals("hba 1 fsrsrmf", record.area() + " " + record.level() + " " + record.tag());
            byte[] bytes = record.record();
            assertEquals(1, bytes[0], "a record about a response");
            assertArrayEquals(new byte[] {0, 0, 0, 0, 0, 0, 0x12, 0x34}, Arrays.copyOfRange(bytes, 8, 16));
            for (int i = 16; i < 28; i++) {
                assertEquals(-1, bytes[i], "request status, command and sequence number are all ones: " + i);
            }
            assertEquals(0, bytes[28] | bytes[29], "no payload");
            assertTrue(allOnes(bytes, 30, 8 + 4 + 16 + 4 + 16 + 4 + 4), "so is what would be the answer");
        });
    }

    private static boolean allOnes(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != -1) {
                return false;
            }
        }
        return true;
    }
}
