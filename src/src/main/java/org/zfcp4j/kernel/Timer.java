// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** The kernel's {@code struct timer_list}: runs a function once, in timer (soft interrupt) context. */
public abstract class Timer {
    private final String name;
    private final Object owner;
    private final Runnable function;

    protected Timer(String name, Object owner, Runnable function) {
        this.name = name;
        this.owner = owner;
        this.function = function;
    }

    public final String name() {
        return name;
    }

    public final Object owner() {
        return owner;
    }

    protected final void run() {
        function.run();
    }

    /** {@code add_timer} and {@code mod_timer}: expires {@code jiffies} from now; re-arms a pending one. */
    public abstract void arm(long jiffies);

    /** {@code timer_reduce}: as {@link #arm}, but a pending timer that expires no later stays as it is. */
    public abstract void reduce(long jiffies);

    /** {@code del_timer}: true if it was pending. */
    public abstract boolean delete();

    /** {@code del_timer_sync}: also waits for a function that runs. Must not be called from the function itself. */
    public abstract boolean deleteSync();

    public abstract boolean isPending();
}
