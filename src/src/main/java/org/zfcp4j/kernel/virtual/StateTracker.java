// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Follows what each task can know and what each object holds, so that a search can tell when two schedules have led to the same
 * state. What a task does next is a function of where it began and of what it has learned since; so a digest of its operations
 * and of their results stands for its stack. What lies under a lock is a function of what those knew who held it; so a lock
 * passes on the digest of its last holder, unless somebody has said how to digest the data themselves.
 */
class StateTracker {
    private final List<Shared> objects = new ArrayList<>(128);
    private final Map<String, LongSupplier> contents = new HashMap<>();
    private final Set<String> inert = new HashSet<>();
    private final Set<String> inertTasks = new HashSet<>();
    private final ForgetRule forgetRule;

    StateTracker(ForgetRule forgetRule) {
        this.forgetRule = forgetRule;
    }

    static long mix(long digest, long value) {
        long h = (digest ^ value) * 0x9e3779b97f4a7c15L;
        h ^= h >>> 32;
        h *= 0xd6e8feb86659fd93L;
        return h ^ h >>> 29;
    }

    void register(Shared object) {
        objects.add(object);
    }

    void describe(String name, LongSupplier content) {
        contents.put(name, content);
    }

    /** How the data behind all objects of that name are digested, or null. */
    LongSupplier description(String name) {
        return contents.get(name);
    }

    void ignore(Set<String> objects, Set<String> tasks) {
        inert.addAll(objects);
        inertTasks.addAll(tasks);
    }

    /** True if what the objects of that name hold is of no account. */
    boolean ignores(String name) {
        return inert.contains(name);
    }

    void pending(Task task) {
        if (forgetRule != null && forgetRule.forgets(task)) {
            task.seen = 0;
        }
    }

    /** The task does now what it was about to do. */
    void performed(Task task, long now) {
        task.seen = mix(mix(task.seen, task.operation.ordinal() + 1), task.target == null ? 0 : task.target.id());
    }

    /** The task has changed an object by the way: what its holders knew, or the hardware. */
    void touched(Task task, Shared object) {
    }

    /** Digest of all that can bear on what happens from now on; times count from now on. */
    long fingerprint(List<Task> tasks, long now) {
        long sum = 0;
        for (int i = 0; i < objects.size(); i++) {
            Shared object = objects.get(i);
            long content = object.content();
            if (content != 0 && !inert.contains(object.name())) {
                sum += mix(object.id(), content);
            }
        }
        sum += digests(tasks, now);
        for (LongSupplier content : contents.values()) {
            sum = mix(sum, content.getAsLong());
        }
        return sum;
    }

    /** Digest of the tasks. */
    final long digests(List<Task> tasks, long now) {
        long sum = 0;
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            if (!inertTasks.contains(task.label())) {
                sum += digest(task, now);
            }
        }
        return sum;
    }

    private static long digest(Task task, long now) {
        if (task.hasEnded()) {
            return mix(task.id(), -1);
        }
        boolean begun = task.state != Task.State.NEW;
        int flags = (begun && !task.isBlocked() ? 1 : 0) | (task.timedOut ? 2 : 0) | (task.woken ? 4 : 0) | (begun ? 8 : 0);
        long h = mix(task.id() << 8 | flags, task.operation.ordinal());
        h = mix(h, task.target == null ? 0 : task.target.id());
        h = mix(h, task.seen);
        if (task.alarm.isQueued()) {
            h = mix(h, task.alarm.due() - now);
        }
        return task.deadline == 0 ? h : mix(h, task.deadline - now);
    }
}
