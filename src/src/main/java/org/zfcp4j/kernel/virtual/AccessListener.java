// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** Sees each operation when its turn has come, directly before it is done. */
@FunctionalInterface
public interface AccessListener {
    /** {@link Task#operation} and {@link Task#target} tell what {@code task} does now. */
    void access(Task task);

    /** The task releases a lock, which is no operation of its own. */
    default void released(Task task, Shared lock) {
    }
}
