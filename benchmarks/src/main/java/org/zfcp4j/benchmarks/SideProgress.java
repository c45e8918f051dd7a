// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many buffers the threads that play channels have consumed, for those that play drivers: these count as many operations as there
 * were buffers to serve. JMH lays lines of nothing around the object, and it changes once in {@link #STEP} buffers.
 */
public abstract class SideProgress {
    /** Buffers that a channel consumes before it says so. */
    public static final int STEP = 128;

    private final AtomicLong consumed = new AtomicLong();

    /** Of a channel. */
    public final int add(int buffers) {
        consumed.addAndGet(buffers);
        return buffers;
    }

    public final long get() {
        return consumed.get();
    }
}
