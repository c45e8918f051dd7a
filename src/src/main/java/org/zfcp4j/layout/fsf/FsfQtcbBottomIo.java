// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Bytes;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Part;
import org.zfcp4j.layout.U16;
import org.zfcp4j.layout.U32;
import org.zfcp4j.layout.U8;
import org.zfcp4j.layout.fc.FcpCmnd;
import org.zfcp4j.layout.fc.FcpRespWithExt;

/** Bottom of a QTCB that carries a SCSI command or a task management function. */
public final class FsfQtcbBottomIo {
    private static final Members MEMBERS = Members.device("fsf_qtcb_bottom_io");
    /** Direction and protection operation, {@code FSF_DATADIR_*}. */
    public static final U32 DATA_DIRECTION = MEMBERS.u32("data_direction");
    /** Fibre Channel class of service. */
    public static final U32 SERVICE_CLASS = MEMBERS.u32("service_class");
    /** Which tags to check, {@code FSF_APP_TAG_CHECK_ENABLE}. */
    public static final U8 DATA_PROT_FLAGS = MEMBERS.reserved8("res1").u8("data_prot_flags");
    /** Application tag of the protection information. */
    public static final U16 APP_TAG_VALUE = MEMBERS.u16("app_tag_value");
    /** Reference tag of the first block. */
    public static final U32 REF_TAG_VALUE = MEMBERS.u32("ref_tag_value");
    /** Length of the FCP command IU in bytes. */
    public static final U32 FCP_CMND_LENGTH = MEMBERS.u32("fcp_cmnd_length");
    /** Length of a protected block in bytes. */
    public static final U32 DATA_BLOCK_LENGTH = MEMBERS.u32("data_block_length");
    /** Length of the protection information in bytes. */
    public static final U32 PROT_DATA_LENGTH = MEMBERS.u32("prot_data_length");
    private static final Members FCP_CMND_MEMBERS = MEMBERS.reserved("res2", 4).union("fcp_cmnd");
    /** The FCP command IU as bytes. */
    public static final Bytes FCP_CMND_BYTE = FCP_CMND_MEMBERS.bytes("byte", 288);
    /** The FCP command IU, see {@link org.zfcp4j.layout.fc.FcpCmnd}. */
    public static final Part FCP_CMND_IU = FCP_CMND_MEMBERS.part("iu", FcpCmnd.LAYOUT);
    /** The FCP command IU. */
    public static final Part FCP_CMND = FCP_CMND_MEMBERS.whole();
    private static final Members FCP_RSP_MEMBERS = MEMBERS.union("fcp_rsp");
    /** The FCP response IU as bytes, with room for response information and sense data. */
    public static final Bytes FCP_RSP_BYTE = FCP_RSP_MEMBERS.bytes("byte", 128);
    /** The FCP response IU, see {@link org.zfcp4j.layout.fc.FcpRespWithExt}. */
    public static final Part FCP_RSP_IU = FCP_RSP_MEMBERS.part("iu", FcpRespWithExt.LAYOUT);
    /** The FCP response IU. */
    public static final Part FCP_RSP = FCP_RSP_MEMBERS.whole();

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.reserved("res3", 64).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQtcbBottomIo() {
    }
}
