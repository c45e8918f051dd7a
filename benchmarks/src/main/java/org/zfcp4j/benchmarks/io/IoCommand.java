// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.scsi.ScsiDevice;

/** A command with a data area of its own, used over and over. Each area of the disk has a stamp in front with its place. */
final class IoCommand {
    private static final int READ_10 = 0x28;
    private static final int WRITE_10 = 0x2a;
    private static final int CDB = 10;
    private static final int CDB_LBA = 2;
    private static final int CDB_BLOCKS = 7;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    final ScsiCmnd scsi;
    /** The next one in the list of those that are done. */
    IoCommand next;
    /** When the process had it ready, even if the driver refused it at first, and when the driver called {@code scsi_done}: {@link System#nanoTime}. */
    long begun;
    long ended;

    private final boolean write;
    private final int blocks;
    private final Storage storage;
    private final long data;
    private long area;
    private boolean prepared;

    IoCommand(ScsiDevice device, Storage storage, boolean write, int size, IoQueue queue) {
        this.write = write;
        this.blocks = size / IoMachine.BLOCK;
        this.storage = storage;
        data = storage.zalloc(size, Storage.PAGE_SIZE);
        if (data == 0) {
            throw new OutOfMemoryError("data area");
        }
        int pages = (size + Storage.PAGE_SIZE - 1) / Storage.PAGE_SIZE;
        ScatterList list = new ScatterList(pages);
        for (int i = 0; i < pages; i++) {
            list.set(i, data + (long) i * Storage.PAGE_SIZE, Math.min(Storage.PAGE_SIZE, size - i * Storage.PAGE_SIZE));
        }
        byte[] cdb = new byte[CDB];
        cdb[0] = (byte) (write ? WRITE_10 : READ_10);
        cdb[CDB_BLOCKS] = (byte) (blocks >> Byte.SIZE);
        cdb[CDB_BLOCKS + 1] = (byte) blocks;
        scsi = new ScsiCmnd(device, cdb, write ? ScsiConstants.DMA_TO_DEVICE : ScsiConstants.DMA_FROM_DEVICE, list,
                done -> queue.done(this));
        scsi.underflow = size;
    }

    /** What the first bytes of an area are, never 0. */
    static long stamp(long area) {
        return (area + 1) * MIX;
    }

    /** True if it was prepared, but the driver had no room for it. */
    boolean isPrepared() {
        return prepared;
    }

    /** Makes it a command for another area of the disk. */
    void prepare(long newArea) {
        prepared = true;
        area = newArea;
        long lba = area * blocks;
        for (int i = 0; i < Integer.BYTES; i++) {
            scsi.cmnd[CDB_LBA + i] = (byte) (lba >> Byte.SIZE * (Integer.BYTES - 1 - i));
        }
        scsi.lba = lba;
        scsi.resid = 0;
        Memory.putLong(data, write ? stamp(area) : 0);
    }

    /** It has ended well, and what was read is what belongs there. */
    void check() {
        prepared = false;
        if (scsi.result != 0 || scsi.resid != 0) {
            throw new IllegalStateException("a command failed: result 0x" + Integer.toHexString(scsi.result) + ", residual count "
                    + scsi.resid);
        }
        if (!write && Memory.getLong(data) != stamp(area)) {
            throw new IllegalStateException("read 0x" + Long.toHexString(Memory.getLong(data)) + " from area " + area);
        }
    }

    void free() {
        storage.free(data);
    }
}
