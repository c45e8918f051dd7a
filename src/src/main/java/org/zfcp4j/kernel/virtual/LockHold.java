// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/**
 * A task holds a lock.
 *
 * @param lock the C name
 * @param owner the object that the lock is a member of; may be null
 * @param task name of the task, as {@link Task#name} gives it
 * @param exclusive false for who shares a read-write lock with others
 */
public record LockHold(String lock, Object owner, String task, boolean exclusive) {
}
