// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.Arrays;

/**
 * Freed objects of a cache, the last one on top, since that is the one most likely still in the processor's cache. Any context;
 * allocates only to grow.
 */
final class FreeList<T> {
    private final SpinLock lock;
    private Object[] objects = new Object[64];
    private int count;
    private int out;

    FreeList(SpinLock lock) {
        this.lock = lock;
    }

    /** The object freed last, or null; either way one more is out. */
    @SuppressWarnings("unchecked")
    T take() {
        lock.lockIrq();
        out++;
        T object = count == 0 ? null : (T) objects[--count];
        lock.unlockIrq();
        return object;
    }

    void add(T object) {
        lock.lockIrq();
        out--;
        if (count == objects.length) {
            objects = Arrays.copyOf(objects, 2 * count);
        }
        objects[count++] = object;
        lock.unlockIrq();
    }

    /** Objects taken and not added. */
    int outstanding() {
        lock.lockIrq();
        int number = out;
        lock.unlockIrq();
        return number;
    }
}
