// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

/**
 * Something that happened in a world.
 *
 * @param micros since the start of the kernel
 * @param device bus id, empty if none is concerned
 * @param context name of the context
 * @param name depends on the kind
 * @param a depends on the kind
 * @param b depends on the kind
 */
public record Event(long micros, Lane lane, String device, String context, Kind kind, String name, long a, long b) {
    /** What happened. */
    public enum Kind {
        /** {@code stat_miss} changed from {@code a} to {@code b}. */
        STAT_MISS,
        /** The adapter's status changed from {@code a} to {@code b}. */
        STATUS,
        /** {@code req_q_free} changed from {@code a} to {@code b}. */
        FREE_SBALS,
        /** A status read buffer was primed in SBAL {@code a}, with request id {@code b}. */
        POST,
        /** Command {@code name} was primed in SBAL {@code a}, with request id {@code b}. */
        SEND,
        /** The driver refuses or cannot send what is in SBAL {@code a}: errno {@code b}. */
        REFUSED,
        /** A request was completed; trace tag {@code name}, request id {@code a}. */
        COMPLETE,
        /** Another trace record, with tag {@code name}. */
        TRACE,
        /** Recovery was triggered with tag {@code name}: {@code a} wanted, {@code b} queued. */
        TRIGGER,
        /** Work item {@code name} was queued, with a delay of {@code a} ms; {@code b} is 0 if it was pending already. */
        WORK_QUEUED,
        /** Work item {@code name} starts. */
        WORK_START,
        /** Work item {@code name} has ended. */
        WORK_END,
        /** A sleep of {@code a} ms begins. */
        SLEEP,
        /** Operation {@code name} on the subchannel, with result {@code a}. */
        QDIO,
        /** A handler was called for SBAL {@code a} with QDIO error {@code b}. */
        QDIO_ERROR,
        /** The channel took SBAL {@code a} and set its state to {@code b}; {@code name} says more. */
        FETCH,
        /** The channel ended command {@code name} with protocol status {@code a} and FSF status {@code b}. */
        FINISH,
        /** The channel filled a status read buffer with {@code name}; it has {@code a} left. */
        NOTIFY,
        /** The channel raised an interrupt. */
        IRQ,
        /** The channel dropped a notification. */
        LOST,
        /** A kernel message. */
        MESSAGE,
        /** The scenario did something. */
        ACTION
    }
}
