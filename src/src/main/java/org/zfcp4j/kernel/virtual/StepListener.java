// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/**
 * Sees each step of a run: called by the current task before each operation, so after all that the step before did. It may read
 * the state of the primitives, which is no scheduling point then, and end the run with {@link VirtualKernel#stop}; it
 * must not change anything.
 */
@FunctionalInterface
public interface StepListener {
    /** {@link Task#operation} and {@link Task#target} tell what {@code task} is about to do. */
    void step(Task task);
}
