// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Memory to serve as main storage, which driver and channel share: zeroed, and in pages of 2 MiB where the {@link Geometry} asks for
 * them. If there are none, or not enough, ordinary ones do, and that is said once on the error output. Any thread.
 */
public final class StoragePages {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private StoragePages() {
    }

    /**
     * Allocates.
     *
     * @param arena frees it
     * @param size  bytes
     * @param align a power of two
     */
    public static MemorySegment allocate(Arena arena, long size, long align) {
        if (Geometry.CURRENT.placement() != Geometry.Placement.HUGE) {
            return arena.allocate(size, align);
        }
        if (!HugePages.supported()) {
            say("only Linux is asked for pages of 2 MiB");
            return arena.allocate(size, align);
        }
        MemorySegment segment = HugePages.map(arena, size);
        if (segment == null) {
            say("no room for a mapping of its own");
            return arena.allocate(size, align);
        }
        long huge = HugePages.backed(segment);
        if (huge < segment.byteSize()) {
            say(String.format("the system gave %d of %d MiB in pages of 2 MiB (/sys/kernel/mm/transparent_hugepage/enabled)",
                    huge >> 20, segment.byteSize() >> 20));
        }
        return segment.asSlice(0, size);
    }

    /** What the system gives when it is asked, in words. */
    public static String probe() {
        if (!HugePages.supported()) {
            return "not asked for on this system";
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment segment = HugePages.map(arena, HugePages.SIZE);
            return segment != null && HugePages.backed(segment) == HugePages.SIZE ? "2 MiB, on request" : "none on request";
        }
    }

    private static void say(String what) {
        if (SAID.compareAndSet(false, true)) {
            System.err.println("zfcp4j: geometry: placement=huge: " + what + "; the rest of main storage is in ordinary pages");
        }
    }
}
