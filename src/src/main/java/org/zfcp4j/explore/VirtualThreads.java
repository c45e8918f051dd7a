// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

/** Executions are hosted by virtual threads: to wake one of these costs a fraction of what a platform thread costs. */
final class VirtualThreads {
    private VirtualThreads() {
    }

    /** Does something in a virtual thread, waits for it, and throws what it throws. */
    static void run(Runnable work) {
        Throwable[] failure = new Throwable[1];
        join(Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failure[0] = e;
            }
        }));
        if (failure[0] instanceof Error error) {
            throw error;
        }
        if (failure[0] instanceof RuntimeException e) {
            throw e;
        }
    }

    /** Waits for the end of a thread, interrupted or not. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
