// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;

/** An ordered work queue on a thread of its own. */
final class RealWorkQueue extends WorkQueue {
    /** The worker. */
    private final class Worker extends QueueThread<RealWork> {
        Worker(RealKernel kernel, String name) {
            super(kernel, name, name);
        }

        @Override
        void taken(RealWork work) {
            work.taken();
        }

        @Override
        void process(RealWork work) {
            work.execute(this);
        }

        @Override
        void processed(RealWork work) {
            work.processed();
        }

        @Override
        void announce(RealWork work) {
            ended.wakeUp();
        }
    }

    private final RealKernel kernel;
    private final Worker worker;
    /** Woken when an item has ended or was taken back. */
    private final RealWaitQueue ended;
    /**
     * As in Linux it catches queueing after destruction has begun, but not queueing that races with it: the owner of the queue
     * must prevent that.
     */
    private volatile boolean draining;

    RealWorkQueue(RealKernel kernel, String name) {
        super(name);
        this.kernel = kernel;
        this.ended = new RealWaitQueue(name);
        this.worker = new Worker(kernel, name);
    }

    /** Starts the worker. */
    RealWorkQueue start() {
        kernel.register(worker);
        worker.start();
        return this;
    }

    QueueThread<RealWork> worker() {
        return worker;
    }

    RealWaitQueue ended() {
        return ended;
    }

    @Override
    public boolean queue(Work work) {
        return ((RealWork) work).queueOn(this, 0);
    }

    @Override
    public boolean queueDelayed(Work work, long jiffies) {
        return ((RealWork) work).queueOn(this, jiffies);
    }

    /** False, with a message, once the queue is being destroyed; an item that runs on it may still queue others then. */
    boolean accepts(RealWork work) {
        if (draining && Thread.currentThread() != worker) {
            kernel.message(LogLevel.ERR, null, null, work.name() + " queued on " + name() + ", which is being destroyed");
            return false;
        }
        return true;
    }

    private boolean isDrained() {
        worker.lock().lock();
        boolean drained = worker.isDrained();
        worker.lock().unlock();
        return drained;
    }

    @Override
    public void destroy() {
        draining = true;
        ended.waitEvent(this::isDrained);
        worker.requestStop();
        worker.joinFor(0);
    }
}
