// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** What a task that plays the hardware does; see {@link VirtualKernel#hardware}. */
@FunctionalInterface
public interface HardwareTask {
    /** Returned by {@link #step} when there is nothing to do before the next doorbell. */
    long IDLE = Long.MAX_VALUE;

    /**
     * Does one thing that the hardware would do next. It may schedule interrupts and read and write memory, not block.
     *
     * @param nowNanos virtual time
     * @return when to call again, in virtual time: now or before means as soon as it is this task's turn; or {@link #IDLE}
     */
    long step(long nowNanos);
}
