// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import org.zfcp4j.kernel.TimedEntry;
import org.zfcp4j.kernel.Timer;

/** A timer of the kernel's timer thread. Arming and deleting allocate nothing. */
final class RealTimer extends Timer {
    /** The place in the queue of the thread. */
    static final class Entry extends TimedEntry {
        private final RealTimer timer;

        private Entry(RealTimer timer) {
            this.timer = timer;
        }

        RealTimer timer() {
            return timer;
        }
    }

    private final TimerThread thread;
    private final Entry entry = new Entry(this);
    private final Runnable body = this::run;

    RealTimer(TimerThread thread, String name, Object owner, Runnable function) {
        super(name, owner, function);
        this.thread = thread;
    }

    Runnable body() {
        return body;
    }

    @Override
    public void arm(long jiffies) {
        thread.arm(entry, thread.kernel().nanosSinceStart() + jiffies * 1_000_000);
    }

    @Override
    public void reduce(long jiffies) {
        thread.reduce(entry, thread.kernel().nanosSinceStart() + jiffies * 1_000_000);
    }

    @Override
    public boolean delete() {
        return thread.delete(entry);
    }

    @Override
    public boolean deleteSync() {
        boolean wasPending = delete();
        if (Thread.currentThread() != thread) {
            // an acquire: the function has ended, and what it stored is seen
            for (int look = 0; thread.running() == this; look++) {
                Spin.pause(look);
            }
        }
        return wasPending;
    }

    @Override
    public boolean isPending() {
        return thread.isPending(entry);
    }
}
