// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

/**
 * One step of a schedule, for display.
 *
 * @param nanos virtual time
 * @param task number of the task
 * @param context what runs: the name of the thread, interrupt or tasklet
 * @param lane column: 0 ERP thread, 1 work queue, 2 interrupts, tasklets and timers, 3 channel, 4 others
 * @param function the C function that it is done in, or the method where there is none
 * @param operation what is done
 * @param variable to which variable; empty if it concerns the task alone
 * @param before value of the variable before; empty if it has none that can be shown
 * @param after value after
 * @param preempts true if the task took the processor from one that could have gone on, or time passed before one
 * @param notable false for what no other task notices
 */
public record StoryLine(long nanos, int task, String context, int lane, String function, String operation, String variable, String before,
        String after, boolean preempts, boolean notable) {
    /** The change of the value, if there is one to show. */
    public String change() {
        return before.isEmpty() && after.isEmpty() ? "" : before.equals(after) ? " = " + after : " " + before + " -> " + after;
    }

    /** True for a step that changes something, waits, wakes or starts: what is left out is looking, and taking of locks. */
    public boolean tells() {
        return notable && (!before.equals(after) || preempts || switch (operation) {
            case "queue work", "start work", "flush work", "cancel work", "wait event", "wake up", "wait completion", "complete",
                "sleep" -> true;
            default -> variable.equals("stat_miss");
        });
    }

    StoryLine withAfter(String value) {
        return new StoryLine(nanos, task, context, lane, function, operation, variable, before, value, preempts, notable);
    }
}
