// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** An ordered work queue of the kernel ({@code alloc_ordered_workqueue}): one item at a time, in the order of queueing. */
public abstract class WorkQueue {
    private final String name;

    protected WorkQueue(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /** {@code queue_work}: false if the item was pending already. Any context. */
    public abstract boolean queue(Work work);

    /** {@code queue_delayed_work}: the same after {@code jiffies}; 0 queues at once. */
    public abstract boolean queueDelayed(Work work, long jiffies);

    /** {@code destroy_workqueue}: runs what is queued, then ends the worker. Process context. */
    public abstract void destroy();
}
