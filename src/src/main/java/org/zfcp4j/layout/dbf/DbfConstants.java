// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.dbf;

/** Numbers in trace records, with their C names. */
public final class DbfConstants {

    // Length of a tag; what stands for an absent port or LUN.
    public static final int ZFCP_DBF_TAG_LEN = 7;
    public static final long ZFCP_DBF_INVALID_WWPN = 0x0L;
    public static final long ZFCP_DBF_INVALID_LUN = 0xffffffffffffffffL;

    // Actions of remote port work, traced as if they were recovery.
    public static final int ZFCP_PSEUDO_ERP_ACTION_RPORT_ADD = 0xff;
    public static final int ZFCP_PSEUDO_ERP_ACTION_RPORT_DEL = 0xfe;

    // Kinds of recovery records.
    public static final int ZFCP_DBF_REC_TRIG = 1;
    public static final int ZFCP_DBF_REC_RUN = 2;

    // Kinds of SAN records.
    public static final int ZFCP_DBF_SAN_REQ = 1;
    public static final int ZFCP_DBF_SAN_RES = 2;
    public static final int ZFCP_DBF_SAN_ELS = 3;

    // Payload in a SAN record in bytes.
    public static final int ZFCP_DBF_SAN_MAX_PAYLOAD = 48;

    // Kinds of HBA records.
    public static final int ZFCP_DBF_HBA_RES = 1;
    public static final int ZFCP_DBF_HBA_USS = 2;
    public static final int ZFCP_DBF_HBA_BIT = 3;
    /** A tag alone. */
    public static final int ZFCP_DBF_HBA_BASIC = 4;
    public static final int ZFCP_DBF_HBA_FCES = 5;

    // Kinds of SCSI records; CDB bytes in one.
    public static final int ZFCP_DBF_SCSI_CMND = 1;
    public static final int ZFCP_DBF_SCSI_OPCODE = 16;

    // Data in a payload record in bytes.
    public static final int ZFCP_DBF_PAY_MAX_REC = 256;

    private DbfConstants() {
    }
}
