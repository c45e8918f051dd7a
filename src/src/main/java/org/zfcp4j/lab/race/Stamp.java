// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import org.zfcp4j.kernel.virtual.Task;

/** An access: who, when on its own clock, and where in the code. */
final class Stamp {
    final Task task;
    /** Of the task in vector clocks; others may have had it before. */
    final int place;
    final int time;
    final boolean write;
    final boolean atomic;
    /** Its stack, which is resolved when it is asked for. */
    private final Throwable trace = new Throwable();

    Stamp(Task task, Knowledge knowledge, boolean write, boolean atomic) {
        this.task = task;
        this.place = knowledge.place;
        this.time = knowledge.now();
        this.write = write;
        this.atomic = atomic;
    }

    StackTraceElement[] stack() {
        return trace.getStackTrace();
    }

    /** True if an access of the same kind by the same task, with nothing in between that could order others, adds nothing. */
    boolean covers(Task by, int now, boolean writing, boolean atomically) {
        return task == by && time == now && (write || !writing) && atomic == atomically;
    }
}
