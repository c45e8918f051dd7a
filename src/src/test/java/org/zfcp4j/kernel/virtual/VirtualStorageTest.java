// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.zfcp4j.kernel.Storage;

/** The storage finds what goes wrong with off-heap memory. */
class VirtualStorageTest {
    @SuppressWarnings("restricted")
    private static final MemorySegment ALL = MemorySegment.ofAddress(0).reinterpret(Long.MAX_VALUE);

    private static byte get(long address) {
        return ALL.get(ValueLayout.JAVA_BYTE, address);
    }

    private static void set(long address, int value) {
        ALL.set(ValueLayout.JAVA_BYTE, address, (byte) value);
    }

    private static VirtualKernel kernel() {
        return new VirtualKernel(new VirtualConfig().storageSize(1 << 20));
    }

    @Test
    void freshAndFreedMemoryIsRecognised() {
        try (VirtualKernel kernel = kernel()) {
            Storage storage = kernel.storage();
            long block = storage.alloc(100, 16);
            assertEquals(VirtualStorage.FRESH, get(block));
            assertEquals(VirtualStorage.FRESH, get(block + 99));
            storage.free(block);
            assertEquals(VirtualStorage.FREED, get(block));
            assertEquals(VirtualStorage.FREED, get(block + 99));
            assertEquals(0, get(storage.zalloc(100, 16) + 99));
        }
    }

    @Test
    void freedBlockIsNotUsedAgainAtOnce() {
        try (VirtualKernel kernel = kernel()) {
            Storage storage = kernel.storage();
            long first = storage.alloc(4096, 4096);
            storage.free(first);
            assertTrue(storage.alloc(4096, 4096) != first);
        }
    }

    @Test
    void writeAfterFreeIsFound() {
        try (VirtualKernel kernel = kernel()) {
            VirtualStorage storage = kernel.storage();
            long block = storage.alloc(64, 16);
            storage.free(block);
            assertTrue(storage.corruptions().isEmpty());
            set(block + 63, 1);
            assertEquals(1, storage.corruptions().size());
            assertTrue(storage.corruptions().get(0).contains("freed"), storage.corruptions().toString());
        }
    }

    @Test
    void writeBeyondTheEndIsFound() {
        try (VirtualKernel kernel = kernel()) {
            long[] block = new long[1];
            RunResult result = kernel.run(() -> {
                block[0] = kernel.storage().alloc(61, 16);
                set(block[0] + 61, 1);
                assertEquals(1, kernel.storage().corruptions().size());
                kernel.storage().free(block[0]);
            });
            assertEquals(Violation.Rule.STORAGE_MISUSE, result.violations().get(0).rule(), result.toString());
        }
    }

    @Test
    void doubleFreeIsFound() {
        try (VirtualKernel kernel = kernel()) {
            RunResult result = kernel.run(() -> {
                long block = kernel.storage().alloc(16, 16);
                kernel.storage().free(block);
                kernel.storage().free(block);
            });
            assertEquals(Violation.Rule.STORAGE_MISUSE, result.violations().get(0).rule());
        }
    }

    @Test
    void allocatedRangesAreKnown() {
        try (VirtualKernel kernel = kernel()) {
            VirtualStorage storage = kernel.storage();
            long block = storage.alloc(64, 16);
            assertTrue(storage.isAllocated(block, 64));
            assertTrue(storage.isAllocated(block + 8, 8));
            assertFalse(storage.isAllocated(block, 65));
            assertFalse(storage.isAllocated(storage.limit(), 1));
            storage.free(block);
            assertFalse(storage.isAllocated(block, 1));
        }
    }

    @Test
    void leaksAreReported() {
        try (VirtualKernel kernel = kernel()) {
            kernel.runOrThrow(() -> {
                kernel.msleep(5);
                kernel.storage().alloc(1696, 8);
            });
            assertEquals("1696 bytes at +0x0, allocated by user at 5 ms", kernel.storage().leaks().get(0).toString());
            assertEquals(1696, kernel.storage().allocated());
        }
    }

    @Test
    void allocationsFailAsAskedFor() {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig().allocation(AllocationPolicy.failNth(1)))) {
            assertTrue(kernel.mayAllocate("zfcp_fsf_req"));
            assertEquals(0, kernel.storage().alloc(16, 16));
            assertTrue(kernel.storage().alloc(16, 16) != 0);
        }
    }
}
