// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** The kernel's {@code struct completion}. */
public abstract class Completion {
    private final String name;

    protected Completion(String name) {
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /** {@code init_completion}: makes it incomplete again; only while nobody waits. */
    public abstract void init();

    /** Process context. */
    public abstract void waitForCompletion();

    /** Any context. */
    public abstract void complete();

    public abstract boolean isDone();
}
