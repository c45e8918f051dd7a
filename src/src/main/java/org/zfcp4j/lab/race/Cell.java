// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.virtual.Task;

/** What is known of a variable: its last write, and the reads since then that are not ordered with each other. */
final class Cell {
    private Stamp lastWrite;
    /** Of most variables one. */
    private Stamp lastRead;
    private List<Stamp> otherReads;

    boolean isCovered(Task by, int now, boolean writing, boolean atomically) {
        return lastWrite != null && lastWrite.covers(by, now, writing, atomically)
                || !writing && lastRead != null && lastRead.covers(by, now, false, atomically);
    }

    /** The access that races with {@code stamp}; null if there is none. Then takes it down. */
    Stamp add(Stamp stamp, VectorClock clock) {
        Stamp race = conflict(lastWrite, stamp, clock);
        if (stamp.write) {
            race = race != null ? race : conflict(lastRead, stamp, clock);
            for (int i = 0; race == null && otherReads != null && i < otherReads.size(); i++) {
                race = conflict(otherReads.get(i), stamp, clock);
            }
            lastWrite = stamp;
            lastRead = null;
            otherReads = null;
        } else {
            if (lastRead != null && !isBefore(lastRead, clock)) {
                keep(lastRead, clock);
            }
            lastRead = stamp;
        }
        return race;
    }

    private void keep(Stamp read, VectorClock clock) {
        if (otherReads == null) {
            otherReads = new ArrayList<>(2);
        }
        otherReads.removeIf(other -> isBefore(other, clock) || other.task == read.task);
        otherReads.add(read);
    }

    private static Stamp conflict(Stamp earlier, Stamp later, VectorClock clock) {
        boolean unordered = earlier != null && earlier.task != later.task && !(earlier.atomic && later.atomic) && !isBefore(earlier, clock);
        return unordered ? earlier : null;
    }

    private static boolean isBefore(Stamp earlier, VectorClock clock) {
        return earlier.time <= clock.get(earlier.place);
    }
}
