// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/**
 * Names off-heap memory that several contexts or the hardware access without a lock, such as the SLSB of a queue: the
 * access itself is made through the layout classes, right after it was announced here. In the virtual kernel the
 * announcement is a scheduling point; on real threads it is nothing.
 */
public abstract class SharedMemory {
    private final String name;
    private final Object owner;

    protected SharedMemory(String name, Object owner) {
        this.name = name;
        this.owner = owner;
    }

    public final String name() {
        return name;
    }

    /** The object that the memory belongs to; may be null. */
    public final Object owner() {
        return owner;
    }

    /** The caller is about to read the memory. */
    public abstract void read();

    /** The caller is about to write the memory. */
    public abstract void write();
}
