// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.io;

import org.zfcp4j.kernel.Storage;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;

/** What a command reads or writes: whole blocks with the same byte everywhere, a scatter list element each. */
final class Transfer {
    static final int BLOCK = 512;
    private static final byte READ_10 = 0x28;
    private static final byte WRITE_10 = 0x2a;
    private static final byte INQUIRY = 0x12;
    /** In place of a block, for what has none. */
    private static final int INQUIRY_LBA = -1;
    private static final int CDB_LENGTH = 10;
    /** Blocks that have main storage of their own; beyond, the elements begin with the first one again. */
    private static final int OWN = 4;

    private final Storage storage;
    private final boolean write;
    private final int lba;
    private final int blocks;
    private final ScatterList data;
    /** Null unless the host checks blocks itself. */
    private ProtectionData protection;

    /**
     * @param lba the first block
     * @param blocks how many
     * @param fill what is written; for reading, anything
     */
    Transfer(Storage storage, boolean write, int lba, int blocks, byte fill) {
        this.storage = storage;
        this.write = write;
        this.lba = lba;
        this.blocks = blocks;
        long address = storage.alloc(OWN * BLOCK, BLOCK);
        if (address == 0) {
            throw new IllegalStateException("no storage left for data");
        }
        Memory.fill(address, OWN * BLOCK, fill);
        this.data = new ScatterList(blocks);
        for (int i = 0; i < blocks; i++) {
            data.set(i, address + (long) i % OWN * BLOCK, BLOCK);
        }
    }

    /** Asks the LUN what it is: room for more than there is to say. */
    static Transfer inquiry(Storage storage) {
        return new Transfer(storage, false, INQUIRY_LBA, 1, (byte) 0);
    }

    /**
     * What the midlayer asks for when the disk has protection information.
     *
     * @param capabilities of the host: {@code SHOST_DIF_TYPE1_PROTECTION}, {@code SHOST_DIX_TYPE1_PROTECTION}
     */
    void protect(ScsiCmnd cmnd, int capabilities) {
        if (lba == INQUIRY_LBA || (capabilities & ScsiConstants.SHOST_DIF_TYPE1_PROTECTION) == 0) {
            return;
        }
        boolean host = (capabilities & ScsiConstants.SHOST_DIX_TYPE1_PROTECTION) != 0;
        cmnd.protType = ScsiConstants.SCSI_PROT_DIF_TYPE1;
        cmnd.lba = lba;
        if (!host) {
            cmnd.protOp = write ? ScsiConstants.SCSI_PROT_WRITE_INSERT : ScsiConstants.SCSI_PROT_READ_STRIP;
            return;
        }
        if (protection == null) {
            protection = new ProtectionData(storage, blocks);
        }
        cmnd.protOp = write ? ScsiConstants.SCSI_PROT_WRITE_PASS : ScsiConstants.SCSI_PROT_READ_PASS;
        cmnd.prot = protection.list();
        if (write) {
            protection.make(data, lba);
        }
    }

    byte[] cdb() {
        if (lba == INQUIRY_LBA) {
            return new byte[] {INQUIRY, 0, 0, (byte) (BLOCK >> 8), (byte) BLOCK, 0};
        }
        byte[] cdb = new byte[CDB_LENGTH];
        cdb[0] = write ? WRITE_10 : READ_10;
        cdb[2] = (byte) (lba >> 24);
        cdb[3] = (byte) (lba >> 16);
        cdb[4] = (byte) (lba >> 8);
        cdb[5] = (byte) lba;
        cdb[7] = (byte) (blocks >> 8);
        cdb[8] = (byte) blocks;
        return cdb;
    }

    int direction() {
        return write ? ScsiConstants.DMA_TO_DEVICE : ScsiConstants.DMA_FROM_DEVICE;
    }

    boolean isWrite() {
        return write;
    }

    ScatterList data() {
        return data;
    }

    /** True if all bytes are {@code value}, and the protection information is that of such blocks. */
    boolean isFilledWith(byte value) {
        if (protection != null && !protection.isOf(data, Math.min(blocks, OWN), lba)) {
            return false;
        }
        long end = data.address(0) + (long) Math.min(blocks, OWN) * BLOCK;
        for (long at = data.address(0); at < end; at++) {
            if (Memory.getUnsignedByte(at) != (value & 0xff)) {
                return false;
            }
        }
        return true;
    }

    void free() {
        storage.free(data.address(0));
        if (protection != null) {
            protection.free();
        }
    }
}
