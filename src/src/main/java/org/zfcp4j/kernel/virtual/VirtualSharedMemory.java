// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.function.LongSupplier;
import org.zfcp4j.kernel.SharedMemory;

/** Each announced access is a scheduling point. */
final class VirtualSharedMemory extends SharedMemory implements Shared {
    private final Engine engine;
    private final int id;
    /** Digest of what those knew who have written. */
    private long data;

    VirtualSharedMemory(Engine engine, String name, Object owner) {
        super(name, owner);
        this.engine = engine;
        this.id = engine.newSharedId(this);
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public long content() {
        return engine.tracker.description(name()) != null ? 0 : data;
    }

    @Override
    public void read() {
        engine.point(Operation.MEMORY_READ, this);
        if (engine.tracker != null) {
            LongSupplier description = engine.tracker.description(name());
            engine.learn(this, description == null ? data : description.getAsLong());
        }
    }

    @Override
    public void write() {
        engine.point(Operation.MEMORY_WRITE, this);
        data = StateTracker.mix(data, engine.self().seen);
    }
}
