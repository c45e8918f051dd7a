// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import org.zfcp4j.kernel.SharedMemory;

/** Each announced access is a scheduling point. */
final class VirtualSharedMemory extends SharedMemory implements Shared {
    private final Engine engine;
    private final int id;

    VirtualSharedMemory(Engine engine, String name, Object owner) {
        super(name, owner);
        this.engine = engine;
        this.id = engine.newSharedId();
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public void read() {
        engine.point(Operation.MEMORY_READ, this);
    }

    @Override
    public void write() {
        engine.point(Operation.MEMORY_WRITE, this);
    }
}
