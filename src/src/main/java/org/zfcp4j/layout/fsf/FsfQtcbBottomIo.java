// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u16;
import static org.zfcp4j.layout.Fields.u32;
import static org.zfcp4j.layout.Fields.u8;
import static org.zfcp4j.layout.Fields.union;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcpCmnd;
import org.zfcp4j.layout.fc.FcpRespWithExt;

/**
 * Bottom of a QTCB that carries a SCSI command or a task management function.
 *
 * <p>C type: {@code struct fsf_qtcb_bottom_io}.
 */
public final class FsfQtcbBottomIo {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_qtcb_bottom_io",
                    u32("data_direction"),
                    u32("service_class"),
                    u8("res1"),
                    u8("data_prot_flags"),
                    u16("app_tag_value"),
                    u32("ref_tag_value"),
                    u32("fcp_cmnd_length"),
                    u32("data_block_length"),
                    u32("prot_data_length"),
                    bytes("res2", 4),
                    union("fcp_cmnd",
                            bytes("byte", 288),
                            part("iu", FcpCmnd.LAYOUT)),
                    union("fcp_rsp",
                            bytes("byte", 128),
                            part("iu", FcpRespWithExt.LAYOUT)),
                    bytes("res3", 64));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_DATA_DIRECTION = offset(LAYOUT, "data_direction");
    public static final long OFFSET_SERVICE_CLASS = offset(LAYOUT, "service_class");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");
    public static final long OFFSET_DATA_PROT_FLAGS = offset(LAYOUT, "data_prot_flags");
    public static final long OFFSET_APP_TAG_VALUE = offset(LAYOUT, "app_tag_value");
    public static final long OFFSET_REF_TAG_VALUE = offset(LAYOUT, "ref_tag_value");
    public static final long OFFSET_FCP_CMND_LENGTH = offset(LAYOUT, "fcp_cmnd_length");
    public static final long OFFSET_DATA_BLOCK_LENGTH = offset(LAYOUT, "data_block_length");
    public static final long OFFSET_PROT_DATA_LENGTH = offset(LAYOUT, "prot_data_length");
    public static final long OFFSET_RES2 = offset(LAYOUT, "res2");
    public static final long OFFSET_FCP_CMND = offset(LAYOUT, "fcp_cmnd");
    public static final long OFFSET_FCP_CMND_BYTE = offset(LAYOUT, "fcp_cmnd", "byte");
    public static final long OFFSET_FCP_CMND_IU = offset(LAYOUT, "fcp_cmnd", "iu");
    public static final long OFFSET_FCP_RSP = offset(LAYOUT, "fcp_rsp");
    public static final long OFFSET_FCP_RSP_BYTE = offset(LAYOUT, "fcp_rsp", "byte");
    public static final long OFFSET_FCP_RSP_IU = offset(LAYOUT, "fcp_rsp", "iu");
    public static final long OFFSET_RES3 = offset(LAYOUT, "res3");

    /** Length of {@code fcp_cmnd.byte} in bytes. */
    public static final int LENGTH_FCP_CMND_BYTE = 288;

    /** Length of {@code fcp_rsp.byte} in bytes. */
    public static final int LENGTH_FCP_RSP_BYTE = 128;

    private FsfQtcbBottomIo() {
    }

    /** Direction and protection operation, {@code FSF_DATADIR_*}. */
    public static int dataDirection(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_DATA_DIRECTION);
    }

    /** Sets it: see {@link #dataDirection(long)}. */
    public static void dataDirection(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_DATA_DIRECTION, value);
    }

    /** Fibre Channel class of service. */
    public static int serviceClass(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_SERVICE_CLASS);
    }

    /** Sets it: see {@link #serviceClass(long)}. */
    public static void serviceClass(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_SERVICE_CLASS, value);
    }

    /** Which tags to check, {@code FSF_APP_TAG_CHECK_ENABLE}. */
    public static int dataProtFlags(long struct) {
        return Memory.getUnsignedByte(struct + OFFSET_DATA_PROT_FLAGS);
    }

    /** Sets it: see {@link #dataProtFlags(long)}. */
    public static void dataProtFlags(long struct, int value) {
        Memory.putByte(struct + OFFSET_DATA_PROT_FLAGS, (byte) value);
    }

    /** Application tag of the protection information. */
    public static int appTagValue(long struct) {
        return DeviceMemory.getUnsignedShort(struct + OFFSET_APP_TAG_VALUE);
    }

    /** Sets it: see {@link #appTagValue(long)}. */
    public static void appTagValue(long struct, int value) {
        DeviceMemory.putShort(struct + OFFSET_APP_TAG_VALUE, (short) value);
    }

    /** Reference tag of the first block. */
    public static int refTagValue(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_REF_TAG_VALUE);
    }

    /** Sets it: see {@link #refTagValue(long)}. */
    public static void refTagValue(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_REF_TAG_VALUE, value);
    }

    /** Length of the FCP command IU in bytes. */
    public static int fcpCmndLength(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FCP_CMND_LENGTH);
    }

    /** Sets it: see {@link #fcpCmndLength(long)}. */
    public static void fcpCmndLength(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FCP_CMND_LENGTH, value);
    }

    /** Length of a protected block in bytes. */
    public static int dataBlockLength(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_DATA_BLOCK_LENGTH);
    }

    /** Sets it: see {@link #dataBlockLength(long)}. */
    public static void dataBlockLength(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_DATA_BLOCK_LENGTH, value);
    }

    /** Length of the protection information in bytes. */
    public static int protDataLength(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_PROT_DATA_LENGTH);
    }

    /** Sets it: see {@link #protDataLength(long)}. */
    public static void protDataLength(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_PROT_DATA_LENGTH, value);
    }

    /** Address of the FCP command IU. */
    public static long fcpCmnd(long struct) {
        return struct + OFFSET_FCP_CMND;
    }

    /** Address of the FCP command IU as bytes. */
    public static long fcpCmndByte(long struct) {
        return struct + OFFSET_FCP_CMND_BYTE;
    }

    /** Address of the FCP command IU, see {@link org.zfcp4j.layout.fc.FcpCmnd}. */
    public static long fcpCmndIu(long struct) {
        return struct + OFFSET_FCP_CMND_IU;
    }

    /** Address of the FCP response IU. */
    public static long fcpRsp(long struct) {
        return struct + OFFSET_FCP_RSP;
    }

    /** Address of the FCP response IU as bytes, with room for response information and sense data. */
    public static long fcpRspByte(long struct) {
        return struct + OFFSET_FCP_RSP_BYTE;
    }

    /** Address of the FCP response IU, see {@link org.zfcp4j.layout.fc.FcpRespWithExt}. */
    public static long fcpRspIu(long struct) {
        return struct + OFFSET_FCP_RSP_IU;
    }
}
