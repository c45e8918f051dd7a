// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** A piece of main storage that a {@link StorageCache} hands out; {@link #address} is absolute, {@link #size} in bytes. */
public final class StorageBlock {
    final long address;
    final int size;

    StorageBlock(long address, int size) {
        this.address = address;
        this.size = size;
    }

    public long address() {
        return address;
    }

    public int size() {
        return size;
    }
}
