// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** How a run ended. */
public enum Outcome {
    /** All that had to end has ended, and nothing is left to run. */
    QUIESCENT,
    /** The main task ended, and the run was to end with it. */
    MAIN_ENDED,
    /** A task is blocked forever. */
    DEADLOCK,
    /** A task is blocked forever although the condition that it waits for is true. */
    LOST_WAKEUP,
    /** A rule of contexts or locks was violated. */
    VIOLATION,
    /** A task ended with an exception. */
    FAILED,
    /** {@code panic} was called. */
    PANIC,
    /** {@link VirtualKernel#stop} was called. */
    STOPPED,
    /** The limit of steps or of virtual time was reached. */
    LIMIT
}
