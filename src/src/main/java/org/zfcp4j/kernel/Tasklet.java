// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** The kernel's {@code struct tasklet_struct}: runs in soft interrupt context, never on two processors at a time. */
public abstract class Tasklet {
    private final String name;
    private final Runnable function;

    protected Tasklet(String name, Runnable function) {
        this.name = name;
        this.function = function;
    }

    public final String name() {
        return name;
    }

    protected final void run() {
        function.run();
    }

    /** {@code tasklet_schedule}: no effect if scheduled and not yet started. Any context. */
    public abstract void schedule();

    /** {@code tasklet_kill}: waits until it neither runs nor is scheduled. Process context. */
    public abstract void kill();

    /**
     * {@code tasklet_disable}: from its return on the function does not run until {@link #enable} was called as often. The
     * tasklet can still be scheduled, and stays so; {@link #kill} then waits forever. Process context.
     */
    public abstract void disable();

    /** {@code tasklet_enable}: a tasklet that was scheduled meanwhile runs. Any context. */
    public abstract void enable();
}
