// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;

/** The threads and workers that have woken waiters so far: a guess, for reports, at the missing waker. */
final class WakerHistory {
    private final List<Task> tasks = new ArrayList<>(2);

    void add(Task task) {
        if (task.kind().maySleep() && task.id() != 0 && !tasks.contains(task)) {
            tasks.add(task);
        }
    }

    List<Task> tasks() {
        return tasks;
    }
}
