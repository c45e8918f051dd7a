// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.checked.Branches;
import org.zfcp4j.kernel.virtual.AccessListener;
import org.zfcp4j.kernel.virtual.Shared;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.trace.TraceRecord;

/**
 * What an execution covers: pairs of operations on one object by two tasks, one directly after the other, at least one of them a change (a task
 * counts by what runs in it, an object by its name); trace records by their tag and what they say of states and statuses; branches of the driver.
 */
public final class Coverage implements AccessListener {
    /** An operation. */
    record Access(String task, String operation, boolean reading) {
    }

    /** Two operations, one directly after the other. */
    record Pair(String object, Access first, Access second) {
    }

    private final AccessListener next;
    private final Map<Shared, Access> last = new HashMap<>();
    private final Set<Object> covered = new HashSet<>();

    /** @param next sees everything as well */
    Coverage(AccessListener next) {
        this.next = next;
    }

    @Override
    public void access(Task task) {
        next.access(task);
        Shared object = task.target();
        if (object == null) {
            return;
        }
        Access access = new Access(task.label(), task.operation().name(), task.operation().isReading());
        Access before = last.put(object, access);
        if (before != null && !before.task.equals(access.task) && !(before.reading && access.reading)) {
            covered.add(new Pair(object.name(), before, access));
        }
    }

    /** A record that the driver made. */
    void traced(TraceRecord record) {
        reached(TraceShape.of(record));
    }

    /** Something else that counts if it is new. */
    void reached(Object what) {
        covered.add(what);
    }

    /** Branches that were taken since the last call. */
    void branches() {
        Branches.taken(covered::add);
    }

    /** Adds what was covered: how much of it is new. */
    int addTo(Set<Object> known) {
        int before = known.size();
        known.addAll(covered);
        return known.size() - before;
    }
}
