// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** A kernel thread ({@code kthread_run}). */
public abstract class KThread {
    private final String name;

    protected KThread(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /** {@code kthread_should_stop}. */
    public abstract boolean shouldStop();

    /** {@code kthread_stop}: asks it to end, wakes it if it waits, and returns when it has ended. */
    public abstract void stop();
}
