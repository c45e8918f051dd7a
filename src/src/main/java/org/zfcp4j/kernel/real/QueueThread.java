// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.concurrent.locks.LockSupport;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.ListNode;

/**
 * A thread that takes items off a queue, one after the other. Queueing takes a spin lock and links the item's own node, so it
 * needs no allocation and may be done in any context.
 *
 * @param <T> type of the items
 */
abstract class QueueThread<T> extends ContextThread {
    private final RealSpinLock lock;
    private final ListHead<T> items = new ListHead<>();
    /**
     * What is being processed; written under the lock. Storing null is a release: whoever reads null, even without the lock, sees
     * what was done.
     */
    private volatile T current;
    /**
     * Written under the lock. Either the appender sees it and wakes the thread, or the thread, which sets it under the same lock,
     * has seen the item. Read by the thread alone without the lock: {@code unpark} is kept for a thread that is about to park.
     */
    private volatile boolean parked;
    private boolean stopping;

    QueueThread(RealKernel kernel, String name, String context) {
        super(kernel, name, context);
        lock = new RealSpinLock(name);
    }

    /** Called with the lock held when an item is taken off; {@link #process} follows. */
    abstract void taken(T item);

    abstract void process(T item);

    /** Called with the lock held when an item was processed. */
    abstract void processed(T item);

    /** Called without the lock after {@link #processed}. */
    abstract void announce(T item);

    final RealSpinLock lock() {
        return lock;
    }

    final T current() {
        return current;
    }

    /** With the lock held. */
    final boolean isDrained() {
        return items.isEmpty() && current == null;
    }

    /** With the lock held: appends; the caller unlocks and then calls {@link #wake} if this is true. */
    final boolean append(ListNode<T> node) {
        items.addTail(node);
        boolean wake = parked;
        parked = false;
        return wake;
    }

    final void wake() {
        LockSupport.unpark(this);
    }

    /** Ends the thread once the queue is empty. */
    final void requestStop() {
        lock.lock();
        stopping = true;
        parked = false;
        lock.unlock();
        wake();
    }

    @Override
    final void live() {
        T item;
        while ((item = take()) != null) {
            process(item);
            finish(item);
        }
    }

    private void finish(T item) {
        lock.lock();
        current = null;
        processed(item);
        lock.unlock();
        announce(item);
    }

    /** With the lock held: takes the first item off, or null. */
    final T takeFirst() {
        ListNode<T> first = items.first();
        if (first == null) {
            return null;
        }
        first.del();
        T item = first.owner();
        current = item;
        taken(item);
        return item;
    }

    private T take() {
        while (true) {
            lock.lock();
            T item = takeFirst();
            if (item != null) {
                lock.unlock();
                return item;
            }
            boolean stop = stopping;
            parked = !stop;
            lock.unlock();
            if (stop) {
                return null;
            }
            while (parked) {
                LockSupport.park(this);
            }
        }
    }
}
