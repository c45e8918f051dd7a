// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import org.openjdk.jmh.infra.Control;

/**
 * How many buffers the threads that play channels have consumed, for those that play drivers: these count as many operations as there
 * were buffers to serve. It changes once in {@link #STEP} buffers, so that the line that it lies in hardly matters.
 */
public abstract class SideProgress {
    private static final int STEP = 128;

    private final AtomicLong consumed = new AtomicLong();

    /**
     * Plays a channel.
     *
     * @param buffers to consume
     * @param step consumes up to as many as it gets, and returns how many there were
     */
    public final void consume(int buffers, Control control, IntUnaryOperator step) {
        for (int done = 0; done < buffers && !control.stopMeasurement;) {
            int got = step.applyAsInt(Math.min(buffers - done, STEP));
            consumed.addAndGet(got);
            done += got;
        }
    }

    /** Plays a driver, until channels have consumed so many buffers more. */
    public final void serve(int buffers, Control control, Runnable step) {
        long until = consumed.get() + buffers;
        while (consumed.get() < until && !control.stopMeasurement) {
            step.run();
        }
    }
}
