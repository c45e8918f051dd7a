// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.function.Consumer;

/**
 * The kernel's {@code struct work_struct} and {@code struct delayed_work}: a function that a {@link WorkQueue} runs in
 * process context. An item that is pending is not queued twice; one that runs may be queued again.
 */
public abstract class Work {
    private final String name;
    private final Object owner;
    private final Consumer<Work> function;

    protected Work(String name, Object owner, Consumer<Work> function) {
        this.name = name;
        this.owner = owner;
        this.function = function;
    }

    /** The C name of the member, for instance {@code stat_work}. */
    public final String name() {
        return name;
    }

    /** What {@code container_of} yields in C. */
    public final Object owner() {
        return owner;
    }

    protected final void run() {
        function.accept(this);
    }

    /** {@code work_pending}: queued or delayed, and not yet started. */
    public abstract boolean isPending();

    /** {@code flush_work}, {@code flush_delayed_work}: a delay is cut short; returns when it has run. */
    public abstract boolean flush();

    /**
     * {@code cancel_work_sync}, {@code cancel_delayed_work_sync}: takes it off the queue and waits for one that runs,
     * not for other items. True if it was pending.
     */
    public abstract boolean cancelSync();
}
