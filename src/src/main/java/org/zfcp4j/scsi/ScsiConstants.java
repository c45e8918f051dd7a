// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;

/** Numbers of the SCSI midlayer that zfcp uses; names as in the kernel. */
public final class ScsiConstants {
    public static final int SCSI_MLQUEUE_HOST_BUSY = 0x1055;
    public static final int SCSI_MLQUEUE_DEVICE_BUSY = 0x1056;
    public static final int SCSI_MLQUEUE_TARGET_BUSY = 0x1058;
    public static final int SUCCESS = 0x2002;
    public static final int FAILED = 0x2003;
    public static final int FAST_IO_FAIL = 0x2009;
    public static final int DID_OK = 0x00;
    public static final int DID_NO_CONNECT = 0x01;
    public static final int DID_ERROR = 0x07;
    public static final int DID_SOFT_ERROR = 0x0b;
    public static final int DID_IMM_RETRY = 0x0c;
    public static final int DID_TRANSPORT_DISRUPTED = 0x0e;
    public static final int DID_TRANSPORT_FAILFAST = 0x0f;
    public static final int COMMAND_COMPLETE = 0x00;
    public static final int SAM_STAT_GOOD = 0x00;
    public static final int SAM_STAT_CHECK_CONDITION = 0x02;
    public static final int DRIVER_SENSE = 0x08;
    public static final int ILLEGAL_REQUEST = 0x05;
    public static final int SCSI_SENSE_BUFFERSIZE = 96;
    public static final int DMA_BIDIRECTIONAL = 0;
    public static final int DMA_TO_DEVICE = 1;
    public static final int DMA_FROM_DEVICE = 2;
    public static final int DMA_NONE = 3;
    public static final int SCSI_PROT_NORMAL = 0;
    public static final int SCSI_PROT_READ_INSERT = 1;
    public static final int SCSI_PROT_WRITE_STRIP = 2;
    public static final int SCSI_PROT_READ_STRIP = 3;
    public static final int SCSI_PROT_WRITE_INSERT = 4;
    public static final int SCSI_PROT_READ_PASS = 5;
    public static final int SCSI_PROT_WRITE_PASS = 6;
    public static final int SCSI_PROT_DIF_TYPE0 = 0;
    public static final int SCSI_PROT_DIF_TYPE1 = 1;
    public static final int SHOST_DIF_TYPE1_PROTECTION = 1;
    public static final int SHOST_DIX_TYPE0_PROTECTION = 1 << 3;
    public static final int SHOST_DIX_TYPE1_PROTECTION = 1 << 4;
    public static final int SHOST_DIX_GUARD_CRC = 1;
    public static final int SHOST_DIX_GUARD_IP = 2;
    public static final int SCSI_SCAN_INITIAL = 0;
    public static final int SCSI_SCAN_RESCAN = 1;
    public static final int SCSI_SCAN_MANUAL = 2;
    public static final long SCAN_WILD_CARD = ~0L;
    public static final int SCSI_ADAPTER_RESET = 1;
    public static final int SCSI_FIRMWARE_RESET = 2;
    public static final int SG_NONE = 0;

    private ScsiConstants() {
    }
}
