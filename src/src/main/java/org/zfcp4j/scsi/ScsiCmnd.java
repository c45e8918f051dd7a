// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;

/** The fields of {@code struct scsi_cmnd} that zfcp uses. */
public final class ScsiCmnd {
    public final ScsiDevice device;
    /** The CDB. */
    public final byte[] cmnd;
    public int cmdLen;
    /** DMA_TO_DEVICE, DMA_FROM_DEVICE, DMA_NONE of {@link ScsiConstants}. */
    public int dataDirection;
    public ScatterList sdb;
    /** Protection data, or null. */
    public ScatterList prot;
    public int protOp;
    public int protType;
    /** {@code scsi_get_lba}. */
    public long lba;
    public int underflow;
    public int resid;
    public int result;
    public int retries;
    public int allowed;
    public final byte[] senseBuffer = new byte[ScsiConstants.SCSI_SENSE_BUFFERSIZE];
    /** {@code host_scribble}: the driver's request id, 0 for NULL. */
    public volatile long hostScribble;
    private final java.util.function.Consumer<ScsiCmnd> done;

    /** @param done {@code scsi_done}; any context */
    public ScsiCmnd(ScsiDevice device, byte[] cmnd, int dataDirection, ScatterList sdb,
            java.util.function.Consumer<ScsiCmnd> done) {
        this.device = device;
        this.cmnd = cmnd;
        this.cmdLen = cmnd.length;
        this.dataDirection = dataDirection;
        this.sdb = sdb;
        this.done = done;
    }

    /** {@code scsi_bufflen}. */
    public int bufflen() {
        return sdb == null ? 0 : sdb.totalLength();
    }

    /** {@code set_host_byte}. */
    public void setHostByte(int value) {
        result = (result & 0xff00ffff) | value << 16;
    }

    /** {@code set_msg_byte}. */
    public void setMsgByte(int value) {
        result = (result & 0xffff00ff) | value << 8;
    }

    /** {@code set_driver_byte}. */
    public void setDriverByte(int value) {
        result = (result & 0x00ffffff) | value << 24;
    }

    /** {@code scsi_done}. */
    public void scsiDone() {
        done.accept(this);
    }
}
