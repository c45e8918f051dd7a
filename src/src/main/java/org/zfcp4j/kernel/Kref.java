// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.function.Consumer;

/**
 * The kernel's {@code struct kref}: the last put calls the release function.
 *
 * @param <T> what is counted
 */
public final class Kref<T> {
    private final AtomicInt refcount;
    private final T object;
    private final Consumer<? super T> release;

    /** {@code kref_init}: one reference, held by the caller. */
    public Kref(Kernel kernel, T object, Consumer<? super T> release) {
        this.refcount = kernel.atomicInt("refcount", this, 1);
        this.object = object;
        this.release = release;
    }

    public void get() {
        refcount.addReturn(1);
    }

    /** {@code kref_put}: true if this was the last reference. */
    public boolean put() {
        if (refcount.decReturn() != 0) {
            return false;
        }
        release.accept(object);
        return true;
    }

    public int count() {
        return refcount.read();
    }
}
