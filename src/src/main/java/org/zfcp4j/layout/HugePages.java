// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Pages of 2 MiB of Linux: reserved ones (hugetlb) if there are enough, otherwise those that the system makes up of free memory
 * for a mapping that asks for it ({@code MADV_HUGEPAGE}).
 */
final class HugePages {
    /** Of a page. */
    static final long SIZE = 2 << 20;

    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    private static final int HUGETLB = 0x40000;
    private static final int MADV_HUGEPAGE = 14;
    private static final long NO_MAPPING = -1;
    private static final Path SMAPS = Path.of("/proc/self/smaps");
    private static final Set<String> HUGE_FIELDS = Set.of("AnonHugePages:", "Private_Hugetlb:");
    private static final int HEX = 16;
    private static final int KIB_SHIFT = 10;

    private static final MethodHandle MMAP = function("mmap", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle MUNMAP = function("munmap", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle MADVISE = function("madvise", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    private HugePages() {
    }

    static boolean supported() {
        return System.getProperty("os.name").equals("Linux") && Files.isReadable(SMAPS);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), FunctionDescriptor.of(result, parameters));
    }

    /**
     * Zeroed memory, aligned to such a page, whose pages are there already; null if there is no room. Which pages it got is told by
     * {@link #backed}.
     *
     * @param arena unmaps it
     * @param size  rounded up to whole pages
     */
    @SuppressWarnings("restricted")
    static MemorySegment map(Arena arena, long size) {
        long length = size + SIZE - 1 & -SIZE;
        try {
            long begin = (long) MMAP.invokeExact(0L, length, READ_WRITE, PRIVATE_ANONYMOUS | HUGETLB, -1, 0L);
            long mapped = length;
            if (begin == NO_MAPPING) {
                mapped = length + SIZE;
                begin = (long) MMAP.invokeExact(0L, mapped, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
                if (begin == NO_MAPPING) {
                    return null;
                }
            }
            long from = begin;
            long room = mapped;
            long aligned = begin + SIZE - 1 & -SIZE;
            // Fails where the kernel was built without it; backed() tells.
            int advised = (int) MADVISE.invokeExact(aligned, length, MADV_HUGEPAGE);
            MemorySegment segment = MemorySegment.ofAddress(aligned).reinterpret(length, arena, gone -> unmap(from, room));
            return segment.fill((byte) 0);
        } catch (Throwable e) {
            throw new LinkageError("mmap", e);
        }
    }

    private static void unmap(long begin, long length) {
        try {
            int ignored = (int) MUNMAP.invokeExact(begin, length);
        } catch (Throwable e) {
            throw new LinkageError("munmap", e);
        }
    }

    /** How many of its bytes lie in such pages, as the system tells; 0 if it does not. */
    static long backed(MemorySegment segment) {
        long first = segment.address();
        long end = first + segment.byteSize();
        long bytes = 0;
        boolean within = false;
        try {
            for (String line : Files.readAllLines(SMAPS)) {
                String[] words = line.strip().split("\\s+");
                if (words[0].indexOf('-') > 0 && words[0].indexOf(':') < 0) {
                    String[] range = words[0].split("-");
                    within = Long.parseUnsignedLong(range[0], HEX) < end && Long.parseUnsignedLong(range[1], HEX) > first;
                } else if (within && HUGE_FIELDS.contains(words[0])) {
                    bytes += Long.parseLong(words[1]) << KIB_SHIFT;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return Math.min(bytes, segment.byteSize());
    }
}
