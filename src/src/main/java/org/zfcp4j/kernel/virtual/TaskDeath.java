// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

/** Unwinds a task whose run has ended. Nothing but the kernel may catch it. */
final class TaskDeath extends Error {
    private static final long serialVersionUID = 1;
    static final TaskDeath INSTANCE = new TaskDeath();

    private TaskDeath() {
        super("the run has ended", null, false, false);
    }
}
