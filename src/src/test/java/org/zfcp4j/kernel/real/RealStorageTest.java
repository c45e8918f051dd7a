// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Main storage that is larger than an int can count; 3 GiB of it. */
@Tag("soak")
class RealStorageTest {
    private static final long GIB = 1L << 30;

    @Test
    void whatLiesBeyondTwoGibibytesIsFoundAgain() {
        RealStorage storage = new RealStorage(3 * GIB);
        try {
            assertEquals(3 * GIB, storage.limit() - storage.base());
            long low = storage.alloc(GIB, 1);
            long middle = storage.alloc(GIB + GIB / 2, 1);
            long page = storage.zalloc(4096, 4096);
            long small = storage.alloc(16, 16);
            long large = storage.alloc(100_000, 4096);
            assertEquals(storage.base(), low);
            assertEquals(storage.base() + GIB, middle);
            assertEquals(storage.base() + 2 * GIB + GIB / 2, page);
            assertEquals(page + RealStorage.CHUNK, small);
            assertEquals(small + RealStorage.CHUNK, large);
            assertEquals(2 * GIB + GIB / 2 + 4096 + 16 + 2 * RealStorage.CHUNK, storage.allocated());
            for (long block : new long[] {page, small, large, middle, low}) {
                storage.free(block);
            }
            assertEquals(0, storage.allocated());
            assertEquals(page, storage.alloc(4096, 4096));
            assertEquals(0, storage.alloc(3 * GIB, 1), "a page of it is taken");
        } finally {
            storage.close();
        }
    }
}
