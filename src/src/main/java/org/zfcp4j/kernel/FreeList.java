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

    FreeList(SpinLock lock) {
        this.lock = lock;
    }

    /** The object freed last, or null. */
    @SuppressWarnings("unchecked")
    T take() {
        T object = null;
        lock.lockIrq();
        int top = count - 1;
        if (top >= 0) {
            object = (T) objects[top];
            count = top;
        }
        lock.unlockIrq();
        return object;
    }

    void add(T object) {
        lock.lockIrq();
        int top = count;
        if (top == objects.length) {
            objects = Arrays.copyOf(objects, 2 * top);
        }
        objects[top] = object;
        count = top + 1;
        lock.unlockIrq();
    }

    int size() {
        lock.lockIrq();
        int size = count;
        lock.unlockIrq();
        return size;
    }
}
