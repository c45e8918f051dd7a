// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Time, storage, and what is built on top of the primitives. */
public interface StorageContract extends OnKernel {
    @Test
    default void clocksAgree() {
        onKernel(kernel -> {
            long before = kernel.jiffies();
            kernel.msleep(3);
            long after = kernel.jiffies();
            assertTrue(after - before >= 2, "slept " + (after - before));
            kernel.mdelay(2);
            kernel.cpuRelax();
            assertTrue(kernel.jiffies() >= after + 2);
            long tod = kernel.todClock();
            assertEquals(0, tod & 0xfff);
            assertTrue((tod - Kernel.TOD_UNIX_EPOCH >>> 12) / 1000 >= after);
            assertEquals(0, kernel.randomBelow(0));
            assertEquals(0, kernel.randomBelow(1));
            int random = kernel.randomBelow(250);
            assertTrue(random >= 0 && random < 250);
        });
    }

    @Test
    default void storageIsAlignedAndAccountedFor() {
        onKernel(kernel -> {
            Storage storage = kernel.storage();
            long before = storage.allocated();
            List<Long> blocks = new ArrayList<>();
            for (int size : new int[] {1, 16, 100, 256, 1696, 4096, 40_000, 70_000, 200_000}) {
                for (long align : new long[] {1, 16, 256, 4096}) {
                    long block = storage.zalloc(size, align);
                    assertNotEquals(0, block);
                    assertEquals(0, block % align);
                    assertTrue(block >= storage.base() && block + size <= storage.limit());
                    blocks.add(block);
                }
            }
            assertEquals(blocks.size(), blocks.stream().distinct().count());
            assertTrue(storage.allocated() > before);
            blocks.forEach(storage::free);
            storage.free(0);
            assertEquals(before, storage.allocated());
            assertEquals(0, storage.alloc(storage.limit() - storage.base() + 1, 1), "exhausted");
            for (long size : new long[] {1L << 31, 1L << 47, 1L << 48, Long.MAX_VALUE}) {
                assertEquals(0, storage.alloc(size, 1), "more than there can be");
                assertEquals(0, storage.zalloc(size, 4096), "more than there can be");
            }
            assertEquals(before, storage.allocated());
        });
    }

    @Test
    default void storageIsFoundAgainAfterItWasFreed() {
        onKernel(kernel -> {
            Storage storage = kernel.storage();
            long size = (storage.limit() - storage.base()) / 8;
            for (int i = 0; i < 30; i++) {
                long block = storage.alloc(size, 256);
                assertNotEquals(0, block);
                storage.free(block);
            }
        });
    }

    @Test
    default void mempoolFallsBackOnItsReserve() {
        onKernel(kernel -> {
            boolean[] memory = {true};
            int[] made = new int[1];
            ObjectCache<Integer> cache = new ObjectCache<>(kernel, "elements", () -> memory[0] ? made[0]++ : null);
            Mempool<Integer> pool = Mempool.create(kernel, "pool", 2, cache);
            assertEquals(2, pool.alloc(), "elements 0 and 1 are the reserve");
            memory[0] = false;
            Integer first = pool.alloc();
            Integer second = pool.alloc();
            assertTrue(first != null && second != null);
            assertEquals(null, pool.alloc());
            pool.free(first);
            assertEquals(first, pool.alloc());
            pool.free(first);
            pool.free(second);
            pool.free(2);
            assertEquals(2, cache.outstanding(), "elements 0 and 1 are the reserve again, 2 went back to the cache");
            pool.destroy();
            assertEquals(0, cache.outstanding());
            assertEquals(null, Mempool.create(kernel, "none", 1, new ObjectCache<Integer>(kernel, "none", () -> null)));
        });
    }

    @Test
    default void listsKeepTheKernelsOrder() {
        ListHead<String> list = new ListHead<>();
        ListNode<String> a = new ListNode<>("a");
        ListNode<String> b = new ListNode<>("b");
        ListNode<String> c = new ListNode<>("c");
        assertTrue(list.isEmpty());
        list.addTail(a);
        list.addTail(b);
        list.addHead(c);
        assertEquals(List.of("c", "a", "b"), content(list));
        list.moveToHead(b);
        list.moveToTail(c);
        assertEquals(List.of("b", "a", "c"), content(list));
        ListHead<String> other = new ListHead<>();
        ListNode<String> d = new ListNode<>("d");
        other.addTail(d);
        list.spliceInitTo(other);
        assertEquals(List.of("b", "a", "c", "d"), content(other));
        assertTrue(list.isEmpty());
        other.forEach(name -> {
            if (name.equals("a")) {
                a.del();
            }
        });
        assertFalse(a.isLinked());
        assertEquals(3, other.count());
    }

    private static List<String> content(ListHead<String> list) {
        List<String> names = new ArrayList<>();
        for (ListNode<String> n = list.first(); n != null; n = list.next(n)) {
            names.add(n.owner());
        }
        return names;
    }

    @Test
    default void lastPutReleases() {
        onKernel(kernel -> {
            List<String> released = new ArrayList<>();
            Kref<String> kref = new Kref<>(kernel, "object", released::add);
            kref.get();
            assertFalse(kref.put());
            assertTrue(kref.put());
            assertEquals(List.of("object"), released);
        });
    }

    @Test
    default void deviceHoldsItsParentWhileItIsRegistered() {
        onKernel(kernel -> {
            List<String> released = Collections.synchronizedList(new ArrayList<>());
            Consumer<Device> release = device -> released.add(device.name());
            Device parent = new Device(kernel, "parent", null, null, release);
            Device child = new Device(kernel, "child", parent, "container", release);
            assertEquals(0, child.register());
            assertEquals(2, parent.references());
            assertTrue(child.get());
            child.unregister();
            assertEquals(List.of(), released);
            child.put();
            parent.put();
            assertEquals(List.of("child", "parent"), released);
            assertFalse(child.get(), "no reference on a dead device");
        });
    }
}
