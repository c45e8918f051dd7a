// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.Arrays;

/** The tasks that can go on, except the current one, in the order in which they became runnable. Of the current task. */
final class ReadyQueue {
    private Task[] tasks = new Task[16];
    private int size;

    int size() {
        return size;
    }

    Task get(int index) {
        return tasks[index];
    }

    void append(Task task) {
        if (size == tasks.length) {
            tasks = Arrays.copyOf(tasks, 2 * size);
        }
        task.state = Task.State.READY;
        tasks[size++] = task;
    }

    Task take(int index) {
        Task task = tasks[index];
        System.arraycopy(tasks, index + 1, tasks, index, --size - index);
        tasks[size] = null;
        return task;
    }

    /** Takes out a task whatever its place; false if it is not here. */
    boolean remove(Task task) {
        for (int i = 0; i < size; i++) {
            if (tasks[i] == task) {
                take(i);
                return true;
            }
        }
        return false;
    }
}
