// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.function.IntSupplier;

/**
 * The machine's main storage: off-heap memory that the channel may address. Addresses are absolute, as
 * {@code virt_to_phys} yields them. What was allocated here is below {@link #limit} and at or above {@link #base}.
 * Any thread.
 */
public abstract class Storage implements AutoCloseable {
    public static final int PAGE_SIZE = 4096;

    /** First address. */
    public abstract long base();

    /** First address beyond. */
    public abstract long limit();

    /**
     * {@code kmalloc}, {@code __get_free_page}: the address, or 0 when memory is exhausted or the environment lets it fail.
     * The content is undefined.
     *
     * @param size bytes
     * @param align power of two
     */
    public abstract long alloc(long size, long align);

    /** {@code kzalloc}, {@code get_zeroed_page}: the same, zeroed. */
    public abstract long zalloc(long size, long align);

    /**
     * A cache will keep freed blocks of this size for its own later use; {@code count} tells how many it has at the moment. They
     * count as freed. Only where {@link Kernel#reusesFreed}.
     */
    public void keptIdle(int size, int align, IntSupplier count) {
        throw new IllegalStateException("a cache keeps freed blocks although the kernel does not use them again");
    }

    /** {@code kfree}: of an address that {@link #alloc} returned; 0 is allowed. */
    public abstract void free(long address);

    /** Bytes allocated and not freed, for leak checks. */
    public abstract long allocated();

    @Override
    public abstract void close();
}
