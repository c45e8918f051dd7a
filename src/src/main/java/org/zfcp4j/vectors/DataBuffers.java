// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.scsi.ScatterList;

/**
 * Main storage for the data of SCSI commands. Segment {@code i} of every command has the same content, so that all commands share
 * it: however many are outstanding, the storage holds the largest one only. The driver never reads it.
 */
final class DataBuffers {
    /** Content of a segment. */
    interface Pattern {
        /** Byte {@code offset} of segment {@code index}. */
        byte at(int index, int offset);
    }

    private record Buffer(long address, int size) {
    }

    private final Storage storage;
    private final Pattern pattern;
    private final List<Buffer> buffers = new ArrayList<>();

    DataBuffers(Storage storage, Pattern pattern) {
        this.storage = storage;
        this.pattern = pattern;
    }

    /**
     * Segments of these lengths.
     *
     * @throws ReplayFailure if the storage does not hold them
     */
    ScatterList list(int[] lengths) {
        ScatterList list = new ScatterList(lengths.length);
        for (int i = 0; i < lengths.length; i++) {
            list.set(i, address(i, lengths[i]), lengths[i]);
        }
        return list;
    }

    private long address(int index, int length) {
        if (index == buffers.size()) {
            buffers.add(allocate(index, length));
        } else if (buffers.get(index).size() < length) {
            // Commands that are outstanding keep the smaller one.
            buffers.set(index, allocate(index, length));
        }
        return buffers.get(index).address();
    }

    private Buffer allocate(int index, int length) {
        int size = Math.max(length, Storage.PAGE_SIZE);
        long address = storage.alloc(size, Storage.PAGE_SIZE);
        if (address == 0) {
            throw new ReplayFailure("no storage for a data segment of " + length + " bytes");
        }
        byte[] bytes = new byte[size];
        for (int j = 0; j < size; j++) {
            bytes[j] = pattern.at(index, j);
        }
        Memory.put(address, bytes);
        return new Buffer(address, size);
    }
}
