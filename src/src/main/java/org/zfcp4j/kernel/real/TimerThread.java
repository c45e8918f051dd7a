// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.concurrent.locks.LockSupport;
import org.zfcp4j.kernel.TimedQueue;

/** The thread that calls the functions of all timers of a kernel, one after the other, at the time they are due. */
final class TimerThread extends ContextThread {
    private final RealSpinLock lock = new RealSpinLock("timers");
    private final TimedQueue<RealTimer.Entry> queue = new TimedQueue<>();
    /**
     * The timer whose function runs; set under the lock, in the same section that takes it off the queue, so that whoever finds it
     * off the queue, under the lock, also finds it running. Cleared without: that releases what the function did.
     */
    private volatile RealTimer running;
    private volatile boolean stopping;
    /** When the thread wakes up by itself; under the lock. */
    private long wakesAt = Long.MIN_VALUE;

    TimerThread(RealKernel kernel) {
        super(kernel, "timer", "timer");
    }

    RealTimer running() {
        return running;
    }

    void arm(RealTimer.Entry entry, long dueNanos) {
        lock.lock();
        queue.remove(entry);
        queue.add(entry, dueNanos);
        boolean early = dueNanos < wakesAt;
        lock.unlock();
        if (early) {
            // kept if the thread, which has noted under the lock until when it sleeps, has not gone to sleep yet
            LockSupport.unpark(this);
        }
    }

    /** As {@link #arm}, unless the timer is due no later already: checked without the lock first, since that is the common case. */
    void reduce(RealTimer.Entry entry, long dueNanos) {
        if (entry.isQueued() && entry.due() <= dueNanos) {
            return;
        }
        lock.lock();
        boolean later = !entry.isQueued() || entry.due() > dueNanos;
        if (later) {
            queue.remove(entry);
            queue.add(entry, dueNanos);
        }
        boolean early = later && dueNanos < wakesAt;
        lock.unlock();
        if (early) {
            LockSupport.unpark(this);
        }
    }

    boolean delete(RealTimer.Entry entry) {
        lock.lock();
        boolean pending = queue.remove(entry);
        lock.unlock();
        return pending;
    }

    /** {@code timer_pending}: without the lock, as in Linux. */
    boolean isPending(RealTimer.Entry entry) {
        return entry.isQueued();
    }

    void requestStop() {
        stopping = true;
        LockSupport.unpark(this);
    }

    @Override
    void live() {
        while (!stopping) {
            long now = kernel().nanosSinceStart();
            lock.lock();
            RealTimer.Entry entry = queue.pollDue(now);
            long next = queue.firstDue();
            wakesAt = entry == null ? next : Long.MIN_VALUE;
            running = entry == null ? null : entry.timer();
            lock.unlock();
            if (entry != null) {
                guard(entry.timer().body());
                running = null;
            } else if (next == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, next - now);
            }
        }
    }
}
