// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/**
 * Says where a task is at the head of a loop or at a call in which no local variable is live but those that are the same in
 * every schedule: what it has learned before cannot bear on what it does.
 */
@FunctionalInterface
public interface ForgetRule {
    /** {@link Task#operation} and {@link Task#target} tell what the task is about to do. */
    boolean forgets(Task task);
}
