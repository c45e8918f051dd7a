// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which locks were taken while which others were held, by name, as the kernel's lock checker does: a cycle is a deadlock that
 * waits for its interleaving, whether or not it came up. Also tells locks that an interrupt takes and that are elsewhere
 * held with interrupts enabled. One object can serve many runs, one after the other, and then knows all of them.
 */
public final class LockOrder {
    /**
     * One lock taken while another was held, and where that was seen first.
     *
     * @param held name of the lock that was held
     * @param heldExclusive false for the read side of an rwlock
     * @param taken name of the lock that was taken
     * @param takenExclusive false for the read side of an rwlock
     * @param context name of the task
     */
    public record Edge(String held, boolean heldExclusive, String taken, boolean takenExclusive, String context) {
        @Override
        public String toString() {
            return held + mode(heldExclusive) + " -> " + taken + mode(takenExclusive) + " in " + context;
        }

        private static String mode(boolean exclusive) {
            return exclusive ? "" : "(r)";
        }
    }

    /** Locks that are taken in a cycle; the last edge ends where the first one began. */
    public record Cycle(List<Edge> edges) {
        /** The names of the locks, in order, without the first one again. */
        public List<String> locks() {
            return edges.stream().map(Edge::held).toList();
        }

        @Override
        public String toString() {
            return "lock order: " + String.join("; ", edges.stream().map(Edge::toString).toList());
        }
    }

    private final Map<String, LockClass> byName = new HashMap<>();
    private final List<LockClass> classes = new ArrayList<>();
    private final Map<Long, Edge> edges = new java.util.LinkedHashMap<>();

    LockClass lockClass(String name) {
        LockClass found = byName.get(name);
        if (found == null) {
            found = new LockClass(name, classes.size());
            byName.put(name, found);
            classes.add(found);
        }
        return found;
    }

    void record(Task task, LockCore taken, boolean exclusive, boolean irq) {
        int level = task.kind().level();
        LockClass to = taken.lockClass();
        int usage = LockClass.usage(level, exclusive);
        to.usedAt |= usage;
        if (!irq && !task.held.irqsDisabled()) {
            to.interruptibleAt |= usage;
        }
        for (int i = 0; i < task.held.count(); i++) {
            LockCore held = task.held.lock(i);
            LockClass from = held.lockClass();
            if (held != taken && !from.after.get(to.index)) {
                from.after.set(to.index);
                edges.put(key(from, to), new Edge(from.name, task.held.exclusive(i), to.name, exclusive, task.name()));
            }
        }
    }

    private static long key(LockClass from, LockClass to) {
        return (long) from.index << 32 | to.index;
    }

    /** All pairs that were seen, in the order in which they first were. */
    public List<Edge> edges() {
        return List.copyOf(edges.values());
    }

    /** For each pair of locks taken in a cycle, a shortest one through them; each circle once. */
    public List<Cycle> cycles() {
        List<Cycle> found = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (LockClass from : classes) {
            for (int i = from.after.nextSetBit(0); i >= 0; i = from.after.nextSetBit(i + 1)) {
                Cycle cycle = shortest(from, classes.get(i));
                if (cycle != null && seen.add(new TreeSet<>(cycle.locks()).toString())) {
                    found.add(cycle);
                }
            }
        }
        return found;
    }

    private Cycle shortest(LockClass from, LockClass first) {
        Map<LockClass, LockClass> cameFrom = new HashMap<>();
        ArrayDeque<LockClass> queue = new ArrayDeque<>(List.of(first));
        cameFrom.put(first, from);
        while (!queue.isEmpty()) {
            LockClass at = queue.poll();
            if (at == from) {
                return path(from, cameFrom);
            }
            for (int i = at.after.nextSetBit(0); i >= 0; i = at.after.nextSetBit(i + 1)) {
                if (cameFrom.putIfAbsent(classes.get(i), at) == null) {
                    queue.add(classes.get(i));
                }
            }
        }
        return null;
    }

    private Cycle path(LockClass from, Map<LockClass, LockClass> cameFrom) {
        ArrayDeque<Edge> path = new ArrayDeque<>();
        LockClass at = from;
        do {
            LockClass before = cameFrom.get(at);
            path.addFirst(edges.get(key(before, at)));
            at = before;
        } while (at != from);
        return new Cycle(List.copyOf(path));
    }

    /**
     * Names of locks that a context takes which can interrupt another one while that holds the lock: it would spin forever. Two
     * readers do not hinder each other.
     */
    public List<String> unsafeInInterrupts() {
        List<String> names = new ArrayList<>();
        for (LockClass lock : classes) {
            if (isUnsafe(lock)) {
                names.add(lock.name);
            }
        }
        return names;
    }

    private static boolean isUnsafe(LockClass lock) {
        for (int level = 0; level < 2; level++) {
            int above = lock.usedAt >>> (2 * level + 2);
            boolean heldExclusive = (lock.interruptibleAt & LockClass.usage(level, true)) != 0;
            boolean heldShared = (lock.interruptibleAt & LockClass.usage(level, false)) != 0;
            boolean takenExclusive = (above & 0b1010) != 0;
            if (heldExclusive && above != 0 || heldShared && takenExclusive) {
                return true;
            }
        }
        return false;
    }
}
