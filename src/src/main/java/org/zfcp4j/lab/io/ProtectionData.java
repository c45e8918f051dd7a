// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.io;

import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.scsi.ScatterList;

/** Protection information (DIX, type 1) of blocks: for each a tuple of guard (internet checksum), application tag 0 and reference tag. */
final class ProtectionData {
    static final int TUPLE = 8;
    private static final int REF_TAG = 4;
    private static final int PAGE = 4096;

    private final Storage storage;
    private final ScatterList list = new ScatterList(1);

    /** Of so many blocks; all zero. The tuples of a command fit into a page. */
    ProtectionData(Storage storage, int blocks) {
        this.storage = storage;
        int length = blocks * TUPLE;
        long address = storage.alloc(length, PAGE);
        if (address == 0) {
            throw new IllegalStateException("no storage left for protection data");
        }
        Memory.fill(address, length, (byte) 0);
        list.set(0, address, length);
    }

    ScatterList list() {
        return list;
    }

    /** What belongs to data that begin at block {@code lba}. */
    void make(ScatterList data, int lba) {
        for (int i = 0; i < data.count(); i++) {
            long tuple = list.address(0) + (long) i * TUPLE;
            Memory.putShort(tuple, (short) guard(data.address(i), data.length(i)));
            Memory.putInt(tuple + REF_TAG, lba + i);
        }
    }

    /** Whether it belongs to the first {@code count} blocks of these data. */
    boolean isOf(ScatterList data, int count, int lba) {
        for (int i = 0; i < count; i++) {
            long tuple = list.address(0) + (long) i * TUPLE;
            if (Memory.getUnsignedShort(tuple) != guard(data.address(i), data.length(i)) || Memory.getInt(tuple + REF_TAG) != lba + i) {
                return false;
            }
        }
        return true;
    }

    /** The internet checksum. */
    private static int guard(long address, int length) {
        int sum = 0;
        for (long at = address; at < address + length; at += Short.BYTES) {
            sum += Memory.getUnsignedShort(at);
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return ~sum & 0xffff;
    }

    void free() {
        storage.free(list.address(0));
    }
}
