// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.zip.CRC32;
import org.zfcp4j.kernel.virtual.AccessListener;
import org.zfcp4j.kernel.virtual.Operation;
import org.zfcp4j.kernel.virtual.SeededScheduler;
import org.zfcp4j.kernel.virtual.Shared;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.TaskKind;

/**
 * Which objects more than one task touches in a way that does not commute, as far as the executions so far have shown. An
 * operation on any other object need not be a point of decision. When an object turns out to be shared after all, {@link
 * #version} changes, and a search that relied on the opposite must begin anew.
 */
final class Sharing implements AccessListener {
    /** Executions that {@link #scout} makes at most, and after how many without anything new it has seen enough. */
    private static final int SCOUTS = 60;
    private static final int NOTHING_NEW = 15;
    private static final int READ = 0;
    private static final int ADD = 1;
    private static final int WRITE = 2;
    /** Objects by their number, which is the same in every execution for those that the start state has. */
    private static final int KNOWN = 4096;
    private static final long MANY = Long.MIN_VALUE;

    private final AtomicLongArray[] byId = {new AtomicLongArray(KNOWN), new AtomicLongArray(KNOWN), new AtomicLongArray(KNOWN)};
    private final ConcurrentHashMap<String, Integer> byName = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger(KNOWN / 2);
    private final AtomicInteger version = new AtomicInteger();
    /** Objects with a higher number are made in the course of an execution; these are told apart by name only. */
    private final int startObjects;
    private final Reduction reduction;

    Sharing(int startObjects, Reduction reduction) {
        this.reduction = reduction;
        this.startObjects = Math.min(startObjects, KNOWN / 2 - 1);
    }

    /** A few random executions find the shared objects, so that a search need not restart for each of them. */
    static Sharing scout(Program program, LoopAlarm alarm) {
        int[] objects = new int[1];
        Execution.run(program, new Execution.Settings(new SeededScheduler(0)).alarm(alarm)
            .onStart((kernel, instance) -> objects[0] = kernel.sharedObjects()));
        Sharing sharing = new Sharing(objects[0], program.reduction());
        boolean ends = true;
        int last = 0;
        for (int seed = 1; seed < Math.min(SCOUTS, last + NOTHING_NEW) && ends; seed++) {
            int known = sharing.version();
            ends = !Execution.run(program, new Execution.Settings(new SeededScheduler(seed, 150, 5)).alarm(alarm)
                .accesses(sharing)).isEndless();
            last = sharing.version() == known ? last : seed;
        }
        return sharing;
    }

    int version() {
        return version.get();
    }

    /** Tells whether two searches know the same objects as shared, and so decide at the same places. */
    String digest() {
        CRC32 digest = new CRC32();
        for (int id = 0; id <= startObjects; id++) {
            if (isShared(id)) {
                digest.update(("#" + id).getBytes(StandardCharsets.UTF_8));
            }
        }
        byName.entrySet().stream().filter(entry -> isShared(entry.getValue())).map(Map.Entry::getKey).sorted()
            .forEach(name -> digest.update((name + '\n').getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(digest.getValue());
    }

    /** True if the task's next operation can be told from its place among the operations of the other tasks. */
    boolean isVisible(Task task) {
        Shared target = task.target();
        Operation operation = task.operation();
        if (target == null) {
            return operation != Operation.START;
        }
        if (reduction.isInert(task) || isHint(task)) {
            return false;
        }
        return kind(operation) < 0 || isShared(index(target));
    }

    /**
     * True for what only makes another context runnable that may be arbitrarily late: a doorbell; in an interrupt handler, the
     * tasklet that it schedules. Whether it is done a little earlier cannot be told from the other context being quicker.
     */
    private static boolean isHint(Task task) {
        return task.operation() == Operation.DOORBELL
            || task.operation() == Operation.SCHEDULE && (task.kind() == TaskKind.IRQ || task.kind() == TaskKind.CHANNEL);
    }

    /** True for the taking of a spin lock by which others are kept out. */
    static boolean isLock(Task task) {
        return task.operation() == Operation.SPIN_LOCK || task.operation() == Operation.WRITE_LOCK;
    }

    @Override
    public void access(Task task) {
        int kind = kind(task.operation());
        if (kind < 0 || task.target() == null || reduction.isInert(task) || reduction.isBackground(task)) {
            return;
        }
        int index = index(task.target());
        long bit = task.id() < 63 ? 1L << task.id() : MANY;
        AtomicLongArray tasks = byId[kind];
        if ((tasks.get(index) & bit) == 0) {
            boolean before = isShared(index);
            tasks.getAndAccumulate(index, bit, (a, b) -> a | b);
            if (!before && isShared(index)) {
                version.incrementAndGet();
            }
        }
    }

    private int index(Shared target) {
        return target.id() <= startObjects ? target.id()
            : byName.computeIfAbsent(target.name(), name -> Math.min(names.getAndIncrement(), KNOWN - 1));
    }

    private boolean isShared(int index) {
        long readers = byId[READ].get(index);
        long adders = byId[ADD].get(index);
        long writers = byId[WRITE].get(index);
        long all = readers | adders | writers;
        boolean several = (all & MANY) != 0 || (all & all - 1) != 0;
        return several && (writers != 0 || readers != 0 && adders != 0);
    }

    /** How an operation uses its object; negative for one that always counts. */
    private static int kind(Operation operation) {
        return switch (operation) {
            case ATOMIC_READ, SHOULD_STOP, READ_LOCK -> READ;
            case ATOMIC_ADD -> ADD;
            case ATOMIC_SET, ATOMIC_MODIFY, SPIN_LOCK, WRITE_LOCK, MUTEX_LOCK, WAIT_EVENT, WAKE_UP, ARM_TIMER, DELETE_TIMER ->
                WRITE;
            default -> -1;
        };
    }
}
