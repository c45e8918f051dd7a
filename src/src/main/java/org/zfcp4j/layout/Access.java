// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout;

/** How main storage is accessed: the order that an access has with others, as in the names of the methods of {@link Memory}. */
public enum Access {
    READ, WRITE, OPAQUE_READ, OPAQUE_WRITE, ACQUIRE_READ, RELEASE_WRITE, VOLATILE_READ, VOLATILE_WRITE;

    private final boolean writing = name().endsWith("WRITE");

    /** Whether it stores. */
    public boolean isWrite() {
        return writing;
    }

    /** Whether two threads may access the same byte so without a data race. */
    public boolean isAtomic() {
        return this != READ && this != WRITE;
    }
}
