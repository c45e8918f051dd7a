// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;

/** A {@code struct scatterlist} table: pieces of main storage in order. Owned by the request it belongs to. */
public final class ScatterList {
    private final long[] addresses;
    private final int[] lengths;
    private final int count;

    /** {@code sg_init_table}: {@code count} empty entries. */
    public ScatterList(int count) {
        this.count = count;
        this.addresses = new long[count];
        this.lengths = new int[count];
    }

    /** {@code sg_init_one}. */
    public static ScatterList one(long address, int length) {
        ScatterList list = new ScatterList(1);
        list.set(0, address, length);
        return list;
    }

    /** {@code sg_set_buf}. */
    public void set(int index, long address, int length) {
        addresses[index] = address;
        lengths[index] = length;
    }

    /** {@code sg_nents}. */
    public int count() {
        return count;
    }

    /** {@code sg_phys} and {@code sg_virt}: absolute address of an entry. */
    public long address(int index) {
        return addresses[index];
    }

    /** Bytes of an entry. */
    public int length(int index) {
        return lengths[index];
    }

    /** Bytes of all entries. */
    public int totalLength() {
        int total = 0;
        for (int length : lengths) {
            total += length;
        }
        return total;
    }
}
