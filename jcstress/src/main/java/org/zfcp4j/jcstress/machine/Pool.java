// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.jcstress.machine;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Lends what is too expensive to be made for each state of a test. The harness also makes states that it never runs, to see how
 * many fit into memory; what those have borrowed comes back when the collector finds them. Any thread.
 *
 * @param <T> what is lent
 */
final class Pool<T> {
    private static final long PATIENCE_MILLIS = 500;

    private final Supplier<List<T>> maker;
    private final int limit;
    private final Queue<T> free = new ConcurrentLinkedQueue<>();
    private final Set<Reference<?>> lent = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Object> abandoned = new ReferenceQueue<>();

    /** A thing that is lent to an object. */
    static final class Lease<T> extends PhantomReference<Object> {
        private final Pool<T> pool;
        private final T thing;

        private Lease(Pool<T> pool, Object borrower, T thing) {
            super(borrower, pool.abandoned);
            this.pool = pool;
            this.thing = thing;
        }

        T thing() {
            return thing;
        }

        /** The borrower does not use it any more. */
        void end() {
            clear();
            takeBack();
        }

        private void takeBack() {
            pool.lent.remove(this);
            pool.free.add(thing);
        }
    }

    /**
     * @param limit how many may be lent at a time
     * @param maker makes some more
     */
    Pool(int limit, Supplier<List<T>> maker) {
        this.limit = limit;
        this.maker = maker;
    }

    /** Lends to {@code borrower}, at the longest until nobody can reach it any more. */
    Lease<T> lend(Object borrower) {
        T thing = free.poll();
        if (thing == null) {
            thing = find();
        }
        Lease<T> lease = new Lease<>(this, borrower, thing);
        lent.add(lease);
        return lease;
    }

    private synchronized T find() {
        if (lent.size() >= limit) {
            System.gc();
        }
        T thing;
        while ((thing = free.poll()) == null) {
            if (lent.size() < limit) {
                free.addAll(maker.get());
            } else if (!collect()) {
                // The harness takes this as a sign that fewer states at a time will do.
                throw new OutOfMemoryError("all " + limit + " are lent");
            }
        }
        return thing;
    }

    /** True if something came back. */
    private boolean collect() {
        try {
            Reference<?> reference = abandoned.remove(PATIENCE_MILLIS);
            while (reference != null) {
                ((Lease<?>) reference).takeBack();
                reference = abandoned.poll();
            }
            return !free.isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
