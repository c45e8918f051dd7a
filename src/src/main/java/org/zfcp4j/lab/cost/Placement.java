// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import java.util.Locale;
import org.zfcp4j.kernel.virtual.Task;

/** Which processor runs what. */
public enum Placement {
    /** The channel has a processor of its own; interrupts, the work queue and further contexts have those that follow. */
    APART,
    /** The same, but the channel works on the processor that has signalled last, as in benchmarks in which a thread plays both. */
    TOGETHER,
    /** The channel has a processor of its own, the whole driver another one. */
    PAIR;

    /** Interrupts and the work queue. */
    private static final int KERNEL_CONTEXTS = 2;

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The processor of a task; of the channel, that which it has at the start. */
    int processor(Task task, int processors) {
        int first = processors == 1 ? 0 : 1;
        int drivers = this == PAIR ? 1 : Math.max(1, processors - 1);
        int place = switch (task.kind()) {
            case CHANNEL -> -1;
            case IRQ, TASKLET, TIMER -> 0;
            case WORKER, THREAD -> 1;
            case USER -> KERNEL_CONTEXTS + Context.number(task.name());
        };
        return place < 0 ? 0 : first + place % drivers;
    }

    /** Contexts besides interrupts and the work queue that have a processor. */
    int contexts(int processors) {
        return this == PAIR ? 0 : Math.max(0, processors - 1 - KERNEL_CONTEXTS);
    }
}
