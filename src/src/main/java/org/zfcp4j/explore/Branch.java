// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

/**
 * A part of the search that is still to be done: all schedules that begin with the first {@code length} choices of {@code
 * path}, then {@code pick}.
 *
 * @param path ids of the chosen tasks, shared with other branches
 * @param pick id of a task, or {@link org.zfcp4j.kernel.virtual.Schedule#ADVANCE}
 * @param preemptions how many there are, that of {@code pick} included
 * @param share which part of the whole search this is, as far as the number of choices so far tells
 */
record Branch(int[] path, int length, int pick, int preemptions, double share) {
    /** All schedules. */
    static final Branch ROOT = new Branch(new int[0], 0, -1, 0, 1);

    /** Number of choices that are given. */
    int given() {
        return pick < 0 ? 0 : length + 1;
    }

    int choice(int number) {
        return number == length ? pick : path[number];
    }
}
