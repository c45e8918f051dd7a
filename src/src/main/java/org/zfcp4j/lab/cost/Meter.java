// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.zfcp4j.channel.AccessLog;
import org.zfcp4j.checked.FieldGuard;
import org.zfcp4j.coherence.Caches;
import org.zfcp4j.coherence.Labels;
import org.zfcp4j.coherence.Latencies;
import org.zfcp4j.coherence.Ledger;
import org.zfcp4j.coherence.LineAccess;
import org.zfcp4j.coherence.MemoryMap;
import org.zfcp4j.kernel.virtual.AccessListener;
import org.zfcp4j.kernel.virtual.Operation;
import org.zfcp4j.kernel.virtual.Shared;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.VirtualStorage;
import org.zfcp4j.layout.Access;
import org.zfcp4j.layout.MemoryGuard;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/**
 * Takes each access to the processor that its task runs on: bytes in main storage, fields of the driver's objects, and the words behind
 * the primitives of the kernel.
 */
final class Meter implements AccessListener, MemoryGuard, FieldGuard, MemoryMap {
    private static final int WORD = 4;
    private static final int POINTER = 8;
    /** Operations that load one word. */
    private static final Set<Operation> LOADS = EnumSet.of(Operation.ATOMIC_READ, Operation.SHOULD_STOP);
    /** Operations that have no word of their own: what they do to memory is seen by itself. */
    private static final Set<Operation> NOTHING = EnumSet.of(Operation.IDLE, Operation.SLEEP, Operation.DELAY, Operation.MEMORY_READ,
            Operation.MEMORY_WRITE, Operation.HARDWARE_STEP, Operation.CREATE_THREAD, Operation.STOP_THREAD);

    private static final Set<Operation> LOCKS = EnumSet.of(Operation.SPIN_LOCK, Operation.WRITE_LOCK, Operation.MUTEX_LOCK);

    private final Labels labels = new Labels();
    /** When each lock was released last, by the clock of who did. */
    private final Map<Shared, Long> releases = new IdentityHashMap<>();
    private final HostMemory host = new HostMemory(labels);
    private final Processors processors;
    private final Latencies latencies;
    private final Ledger ledger;
    private final Caches caches;
    private StorageMap storage;
    private Supplier<Task> current;

    Meter(CostSettings settings, Processors processors) {
        this.processors = processors;
        this.latencies = settings.latencies();
        this.ledger = new Ledger(settings.processors());
        this.caches = new Caches(settings.processors(), settings.line(), this, ledger);
    }

    /** Before the run: where main storage is, and who runs. */
    void attach(VirtualStorage main, Supplier<Task> task) {
        storage = new StorageMap(main, labels);
        current = task;
    }

    /** Counts from now on. */
    void begin(ZfcpQdio qdio) {
        storage.learn(qdio);
        ledger.begin();
    }

    /** Counts no more. */
    Ledger end() {
        caches.finish();
        ledger.end();
        return ledger;
    }

    Labels labels() {
        return labels;
    }

    @Override
    public int label(long address) {
        if (address >= HostMemory.BASE) {
            return host.label(address);
        }
        return storage.has(address) ? storage.label(address) : -1;
    }

    @Override
    public void check(long address, long length, Access access) {
        Task task = current.get();
        if (task != null) {
            account(task, address, length, access.isWrite(), access == Access.VOLATILE_WRITE);
        }
    }

    /** What the channel has accessed in the step that its task has just done. */
    void channelStep(AccessLog log) {
        log.replay(this);
    }

    @Override
    public void access(Object owner, String field, boolean write) {
        Task task = current.get();
        long address = task == null ? 0 : host.addressOf(owner, field);
        if (address != 0) {
            account(task, address, POINTER, write, false);
        }
    }

    @Override
    public void fence(String kind) {
        if (current.get() != null && kind.equals("fullFence")) {
            processors.pass(latencies.atomic());
        }
    }

    @Override
    public void access(Task task) {
        Operation operation = task.operation();
        Shared target = task.target();
        if (operation == Operation.DOORBELL) {
            processors.of(task);
            processors.pass(latencies.signal());
            processors.signal();
        } else if (target != null && !NOTHING.contains(operation)) {
            processors.of(task);
            if (LOCKS.contains(operation)) {
                // Whoever was decided to get the lock next gets it when the holder lets go.
                processors.awaitUntil(releases.getOrDefault(target, 0L));
            }
            word(task, target, !LOADS.contains(operation), operation != Operation.ATOMIC_SET);
        }
    }

    @Override
    public void released(Task task, Shared lock) {
        word(task, lock, true, false);
        releases.put(lock, processors.now());
    }

    private void word(Task task, Shared target, boolean write, boolean atomic) {
        long address = host.addressOf(target);
        if (address != 0) {
            account(task, address, WORD, write, write && atomic);
        }
    }

    private void account(Task task, long address, long length, boolean write, boolean atomic) {
        int processor = processors.of(task);
        if (atomic) {
            processors.pass(latencies.atomic());
        }
        int lines = caches.lines(address, length);
        caches.access(processor, address, length, write, access -> account(access, lines));
    }

    private void account(LineAccess access, int lines) {
        int cost = latencies.of(access, lines) + latencies.other() / lines;
        processors.pass(cost);
        ledger.add(access, cost);
    }
}
