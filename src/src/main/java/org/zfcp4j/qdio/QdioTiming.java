// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.qdio;

/**
 * How long the operations on a subchannel sleep in addition to waiting for their interrupt, in milliseconds; 0: they do not
 * sleep at all, not even for no time.
 *
 * @param establishSleepMillis at the end of {@link Qdio#establish}
 * @param activateSleepMillis in {@link Qdio#activate}, for the queues to become active
 * @param shutdownSleepMillis at the end of {@link Qdio#shutdown}
 */
public record QdioTiming(int establishSleepMillis, int activateSleepMillis, int shutdownSleepMillis) {
    /** The driver's own: only the activation has a fixed time. */
    public static final QdioTiming LINUX = new QdioTiming(0, 5, 0);

    /** Operations that take no time, for a subchannel that answers within the instruction. */
    public static final QdioTiming NONE = new QdioTiming(0, 0, 0);

    /** Every operation sleeps 5 ms, about what the real ones take. */
    public static final QdioTiming FIVE_EACH = new QdioTiming(5, 5, 5);
}
