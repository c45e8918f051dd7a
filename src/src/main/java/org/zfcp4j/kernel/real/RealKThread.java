// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import java.util.function.Consumer;
import org.zfcp4j.kernel.KThread;

/** A kernel thread on a platform thread. */
final class RealKThread extends KThread {
    private final ContextThread thread;
    private volatile boolean stop;
    /** The wait queue on which the thread may be about to sleep. */
    private volatile RealWaitQueue waitingOn;

    RealKThread(RealKernel kernel, String name, Consumer<KThread> body) {
        super(name);
        this.thread = new ContextThread(kernel, name, name) {
            @Override
            void live() {
                body.accept(RealKThread.this);
            }

            @Override
            RealKThread kthread() {
                return RealKThread.this;
            }
        };
    }

    ContextThread thread() {
        return thread;
    }

    /** Called by the thread itself: set after it became a waiter, and before it evaluates its condition. */
    void setWaitingOn(RealWaitQueue queue) {
        waitingOn = queue;
    }

    @Override
    public boolean shouldStop() {
        return stop;
    }

    @Override
    public void stop() {
        requestStop();
        thread.joinFor(0);
    }

    void requestStop() {
        // Both are volatile: either the thread sees the stop, or the stopper sees it waiting, and then it is already announced to
        // the queue.
        stop = true;
        RealWaitQueue queue = waitingOn;
        if (queue != null) {
            queue.wakeUp();
        }
    }
}
