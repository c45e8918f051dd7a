// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import org.zfcp4j.kernel.virtual.Task;

/** Names of contexts in a recording. */
public final class Contexts {
    /** The script. */
    public static final String USER = "user";
    /** A process of the script that sets a device online. */
    public static final String ONLINE = "online";
    /** Interrupt of the channel, and what the driver does about responses. */
    public static final String IRQ = "irq";
    /** What the driver does about request SBALs that come back. */
    public static final String TASKLET = "tasklet";
    public static final String TIMER = "timer";

    private static final String THREAD_PREFIX = "zfcperp";
    private static final String QUEUE_PREFIX = "zfcp_q_";
    private static final String INBOUND_PREFIX = "qdio_inbound:";
    private static final String REQUEST_TIMER = "request_timer";
    private static final String REQUEST_TASKLET_PREFIX = "request_tasklet:";
    private static final String IRQ_TASKLET_PREFIX = "irq_tasklet:";

    private Contexts() {
    }

    /** The name of the context that {@code task} is. */
    public static String of(Task task) {
        return switch (task.kind()) {
            case USER -> task.name();
            case THREAD -> "erp:" + after(THREAD_PREFIX, task.name());
            case WORKER -> task.name().startsWith(QUEUE_PREFIX) ? "wq:" + after(QUEUE_PREFIX, task.name()) : task.name();
            case TASKLET -> isInbound(task) ? IRQ : TASKLET;
            case TIMER -> TIMER;
            case IRQ, CHANNEL -> IRQ;
        };
    }

    private static String after(String prefix, String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /**
     * The recorded driver's responses are handled in the interrupt itself, those of the port in a tasklet: of the input queue, or
     * of the driver.
     */
    public static boolean isInbound(Task task) {
        return task.label().startsWith(INBOUND_PREFIX) || task.label().startsWith(IRQ_TASKLET_PREFIX);
    }

    /** True for the check of requests by a driver that polls its queues. */
    static boolean isRequestScan(Task task) {
        return task.label().startsWith(REQUEST_TASKLET_PREFIX);
    }

    /** True for the timer that starts this check. */
    static boolean isRequestTimer(Task task) {
        return task.label().equals(REQUEST_TIMER);
    }

    /** True for a further process of the script. */
    static boolean isOtherUser(String context) {
        return context.startsWith(USER) && !context.equals(USER);
    }

    /** True for a worker of an adapter, which one of the recorded policies prefers. */
    static boolean isAdapterWorker(Task task) {
        return task.name().startsWith(QUEUE_PREFIX);
    }
}
