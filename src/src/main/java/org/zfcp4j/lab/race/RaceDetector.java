// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.zfcp4j.channel.AccessLog;
import org.zfcp4j.kernel.virtual.OrderListener;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.kernel.virtual.VirtualStorage;
import org.zfcp4j.layout.Access;

/**
 * Judges the accesses of one world: two to the same variable, at least one a write and at least one plain, which nothing orders, are a
 * race; one to an object or to storage that was freed is a use after free. The order comes from the primitives of the kernel as Linux
 * documents them, from fences, and from acquire, release and volatile accesses; that the virtual kernel runs one task at a time orders
 * nothing.
 */
public final class RaceDetector implements OrderListener {
    private final Map<Task, Knowledge> tasks = new IdentityHashMap<>();
    private final Places places = new Places();
    /** What was handed over through an object. */
    private final Map<Object, VectorClock> objects = new IdentityHashMap<>();
    /** The same, through an address in main storage. */
    private final Map<Long, VectorClock> addresses = new HashMap<>();
    private final Map<Object, Map<String, Cell>> fields = new IdentityHashMap<>();
    private final Map<Object, Stamp> freed = new IdentityHashMap<>();
    private final Map<String, Race> races = new LinkedHashMap<>();
    private final AccessLog log = new AccessLog();
    /** Stands for what the channel has done when a channel program is ended. */
    private final Object ended = new Object();
    private VirtualKernel kernel;
    private VirtualStorage storage;
    private Cell[] bytes;
    private LongFunction<String> names = address -> null;
    /** While a finding gets its name, which looks at the driver's objects. */
    private boolean naming;

    /** Before the run. */
    public void attach(VirtualKernel virtual) {
        kernel = virtual;
        storage = virtual.storage();
        bytes = new Cell[(int) (storage.limit() - storage.base())];
        Races.enter(this);
    }

    /** How what lies at an address is called; null for what has no name. */
    public void names(LongFunction<String> function) {
        names = function;
    }

    /** After the run: what was found, the first of each kind. */
    public List<Race> finish() {
        Races.enter(null);
        return new ArrayList<>(races.values());
    }

    /** The acting task starts a channel program. */
    public void starts() {
        Task task = acting();
        if (task != null) {
            released(task, log);
        }
    }

    /**
     * Before a step of the channel: what others have asked it before counts as theirs, and is not looked at; programs that were started are
     * taken over.
     */
    public void beforeStep() {
        acquired(kernel.actingTask(), log);
        log.replay((address, length, access) -> { });
    }

    /** After a step of the channel, which is a task. */
    public void afterStep() {
        log.replay(this::memory);
        released(kernel.actingTask(), ended);
    }

    /** The acting task has ended what the channel did: what the channel has done comes before what follows. */
    public void ends() {
        Task task = acting();
        if (task != null) {
            acquired(task, ended);
        }
    }

    private Knowledge of(Task task) {
        return tasks.computeIfAbsent(task, t -> made(new VectorClock()));
    }

    private Knowledge made(VectorClock maker) {
        Knowledge knowledge = new Knowledge(places.take(maker));
        knowledge.clock.join(maker);
        knowledge.tick();
        return knowledge;
    }

    @Override
    public void created(Task task, Task by) {
        Knowledge maker = of(by);
        tasks.computeIfAbsent(task, t -> made(maker.clock)).clock.join(maker.clock);
        maker.tick();
    }

    @Override
    public void ended(Task task) {
        Knowledge knowledge = of(task);
        places.leave(knowledge.place, knowledge.now());
    }

    @Override
    public void released(Task by, Object what) {
        Knowledge knowledge = of(by);
        objects.computeIfAbsent(what, o -> new VectorClock()).join(knowledge.clock);
        knowledge.tick();
    }

    @Override
    public void acquired(Task by, Object what) {
        VectorClock handed = objects.get(what);
        if (handed != null) {
            of(by).clock.join(handed);
        }
    }

    @Override
    public void loaded(Task by, Object atomic) {
        VectorClock handed = objects.get(atomic);
        if (handed != null) {
            of(by).seen.join(handed);
        }
    }

    @Override
    public void stored(Task by, Object atomic) {
        objects.computeIfAbsent(atomic, o -> new VectorClock()).join(of(by).fenced);
    }

    @Override
    public void fenced(Task by) {
        Knowledge knowledge = of(by);
        knowledge.acquireFence();
        knowledge.releaseFence();
        knowledge.tick();
    }

    @Override
    public void freed(Task by, Object object) {
        freed.put(object, new Stamp(by, of(by), true, false));
    }

    void fence(String kind) {
        Task task = kernel.actingTask();
        if (task == null) {
            return;
        }
        Knowledge knowledge = of(task);
        if (!kind.equals("releaseFence") && !kind.equals("storeStoreFence")) {
            knowledge.acquireFence();
        }
        if (!kind.equals("acquireFence") && !kind.equals("loadLoadFence")) {
            knowledge.releaseFence();
            knowledge.tick();
        }
    }

    void field(Object owner, String field, boolean write) {
        Task task = acting();
        if (task == null) {
            return;
        }
        Stamp gone = freed.get(owner);
        if (gone != null) {
            found(Race.Kind.USE_AFTER_FREE, Variables.name(field), gone, stamp(task, write, false));
            return;
        }
        if (Variables.isConstant(field)) {
            return;
        }
        Cell cell = fields.computeIfAbsent(owner, o -> new HashMap<>()).computeIfAbsent(field, f -> new Cell());
        Knowledge knowledge = of(task);
        int now = knowledge.now();
        if (cell.isCovered(task, now, write, false)) {
            return;
        }
        Stamp stamp = new Stamp(task, knowledge, write, false);
        Stamp other = cell.add(stamp, knowledge.clock);
        if (other != null) {
            found(Race.Kind.RACE, Variables.name(field), other, stamp);
        }
    }

    void memory(long address, long length, Access access) {
        Task task = acting();
        if (task == null || address < storage.base() || address + length > storage.limit()) {
            return;
        }
        if (!storage.isAllocated(address, length)) {
            found(Race.Kind.USE_AFTER_FREE, name(address), null, stamp(task, access.isWrite(), access.isAtomic()));
            return;
        }
        order(task, address, access, false);
        judge(task, address, length, access);
        order(task, address, access, true);
    }

    private void judge(Task task, long address, long length, Access access) {
        Knowledge knowledge = of(task);
        int now = knowledge.now();
        Stamp stamp = null;
        int first = (int) (address - storage.base());
        for (int i = first; i < first + length; i++) {
            Cell cell = bytes[i];
            if (cell == null) {
                cell = new Cell();
                bytes[i] = cell;
            } else if (cell.isCovered(task, now, access.isWrite(), access.isAtomic())) {
                continue;
            }
            if (stamp == null) {
                stamp = new Stamp(task, knowledge, access.isWrite(), access.isAtomic());
            }
            Stamp other = cell.add(stamp, knowledge.clock);
            if (other != null) {
                found(Race.Kind.RACE, name(storage.base() + i), other, stamp);
            }
        }
    }

    private String name(long address) {
        naming = true;
        try {
            String name = names.apply(address);
            return name != null ? name : storage.describe(address);
        } finally {
            naming = false;
        }
    }

    /** Loads take over before the access is judged, stores hand over after that. */
    private void order(Task task, long address, Access access, boolean after) {
        if (!access.isAtomic() || access.isWrite() != after) {
            return;
        }
        Knowledge knowledge = of(task);
        VectorClock handed = addresses.computeIfAbsent(address, a -> new VectorClock());
        switch (access) {
            case OPAQUE_READ -> knowledge.seen.join(handed);
            case OPAQUE_WRITE -> handed.join(knowledge.fenced);
            case ACQUIRE_READ, VOLATILE_READ -> knowledge.clock.join(handed);
            default -> {
                handed.join(knowledge.clock);
                knowledge.tick();
            }
        }
    }

    private Task acting() {
        return naming ? null : kernel.actingTask();
    }

    private Stamp stamp(Task task, boolean write, boolean atomic) {
        return new Stamp(task, of(task), write, atomic);
    }

    private void found(Race.Kind kind, String variable, Stamp first, Stamp second) {
        Race race = Race.of(kind, variable, first, second);
        if (!KnownRaces.isKnown(race)) {
            races.putIfAbsent(race.key(), race);
        }
    }
}
