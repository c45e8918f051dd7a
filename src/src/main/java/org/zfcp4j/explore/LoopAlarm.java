// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.time.Duration;

/**
 * Reports an execution stuck in a loop. Its threads are lost, and with them as many carriers of virtual threads, so that whoever
 * waits for one of these may wait forever.
 */
final class LoopAlarm {
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Ends a search whose threads are lost. */
    static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Finding finding;

        private Raised(Finding finding) {
            super(finding.execution().fault(), null, false, false);
            this.finding = finding;
        }

        Finding finding() {
            return finding;
        }
    }

    private volatile Finding finding;

    /** In a thread of the kernel's. */
    void raise(Execution execution) {
        finding = Finding.of(execution);
    }

    /** Does something in a virtual thread, waits for it, and throws what it throws. On a platform thread. */
    void run(Runnable work) {
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

    /**
     * Waits for the end of a thread, interrupted or not.
     *
     * @throws Raised if an execution loops
     */
    void join(Thread thread) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended && finding == null) {
            try {
                ended = thread.join(LOOK);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (finding != null) {
            throw new Raised(finding);
        }
    }
}
