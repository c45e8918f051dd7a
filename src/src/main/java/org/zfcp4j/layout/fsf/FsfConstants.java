// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

/** Numbers of the FSF interface to the FCP channel, with their C names. */
public final class FsfConstants {

    // Version of the QTCB layout.
    public static final int FSF_QTCB_CURRENT_VERSION = 1;

    // Commands.
    public static final int FSF_QTCB_FCP_CMND = 0x1;
    public static final int FSF_QTCB_ABORT_FCP_CMND = 0x2;
    public static final int FSF_QTCB_OPEN_PORT_WITH_DID = 0x5;
    public static final int FSF_QTCB_OPEN_LUN = 0x6;
    public static final int FSF_QTCB_CLOSE_LUN = 0x7;
    public static final int FSF_QTCB_CLOSE_PORT = 0x8;
    public static final int FSF_QTCB_CLOSE_PHYSICAL_PORT = 0x9;
    public static final int FSF_QTCB_SEND_ELS = 0xb;
    public static final int FSF_QTCB_SEND_GENERIC = 0xc;
    public static final int FSF_QTCB_EXCHANGE_CONFIG_DATA = 0xd;
    public static final int FSF_QTCB_EXCHANGE_PORT_DATA = 0xe;
    public static final int FSF_QTCB_DOWNLOAD_CONTROL_FILE = 0x12;
    public static final int FSF_QTCB_UPLOAD_CONTROL_FILE = 0x13;

    // QTCB types: which bottom a QTCB has.
    public static final int FSF_IO_COMMAND = 0x1;
    public static final int FSF_SUPPORT_COMMAND = 0x2;
    public static final int FSF_CONFIG_COMMAND = 0x3;
    public static final int FSF_PORT_COMMAND = 0x4;

    // Protocol status, in the QTCB prefix.
    public static final int FSF_PROT_GOOD = 0x1;
    public static final int FSF_PROT_QTCB_VERSION_ERROR = 0x10;
    public static final int FSF_PROT_SEQ_NUMB_ERROR = 0x20;
    public static final int FSF_PROT_UNSUPP_QTCB_TYPE = 0x40;
    /** The channel is not ready yet: try exchange config data again. */
    public static final int FSF_PROT_HOST_CONNECTION_INITIALIZING = 0x80;
    /** The protocol layer succeeded; the FSF status has the result. */
    public static final int FSF_PROT_FSF_STATUS_PRESENTED = 0x100;
    public static final int FSF_PROT_DUPLICATE_REQUEST_ID = 0x200;
    public static final int FSF_PROT_LINK_DOWN = 0x400;
    public static final int FSF_PROT_REEST_QUEUE = 0x800;
    public static final int FSF_PROT_ERROR_STATE = 0x1000000;

    // FSF status, in the QTCB header.
    public static final int FSF_GOOD = 0x0;
    public static final int FSF_PORT_ALREADY_OPEN = 0x1;
    public static final int FSF_LUN_ALREADY_OPEN = 0x2;
    public static final int FSF_PORT_HANDLE_NOT_VALID = 0x3;
    public static final int FSF_LUN_HANDLE_NOT_VALID = 0x4;
    public static final int FSF_HANDLE_MISMATCH = 0x5;
    public static final int FSF_SERVICE_CLASS_NOT_SUPPORTED = 0x6;
    public static final int FSF_FCPLUN_NOT_VALID = 0x9;
    public static final int FSF_LUN_SHARING_VIOLATION = 0x12;
    public static final int FSF_FCP_COMMAND_DOES_NOT_EXIST = 0x22;
    public static final int FSF_DIRECTION_INDICATOR_NOT_VALID = 0x30;
    public static final int FSF_CMND_LENGTH_NOT_VALID = 0x33;
    public static final int FSF_MAXIMUM_NUMBER_OF_PORTS_EXCEEDED = 0x40;
    public static final int FSF_MAXIMUM_NUMBER_OF_LUNS_EXCEEDED = 0x41;
    public static final int FSF_ELS_COMMAND_REJECTED = 0x50;
    public static final int FSF_GENERIC_COMMAND_REJECTED = 0x51;
    public static final int FSF_PORT_BOXED = 0x59;
    public static final int FSF_LUN_BOXED = 0x5a;
    public static final int FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE = 0x5b;
    public static final int FSF_PAYLOAD_SIZE_MISMATCH = 0x60;
    public static final int FSF_REQUEST_SIZE_TOO_LARGE = 0x61;
    public static final int FSF_RESPONSE_SIZE_TOO_LARGE = 0x62;
    public static final int FSF_SBAL_MISMATCH = 0x63;
    public static final int FSF_INCONSISTENT_PROT_DATA = 0x70;
    public static final int FSF_INVALID_PROT_PARM = 0x71;
    public static final int FSF_BLOCK_GUARD_CHECK_FAILURE = 0x81;
    public static final int FSF_APP_TAG_CHECK_FAILURE = 0x82;
    public static final int FSF_REF_TAG_CHECK_FAILURE = 0x83;
    public static final int FSF_SECURITY_ERROR = 0x90;
    public static final int FSF_ADAPTER_STATUS_AVAILABLE = 0xad;
    public static final int FSF_FCP_RSP_AVAILABLE = 0xaf;
    public static final int FSF_UNKNOWN_COMMAND = 0xe2;
    public static final int FSF_UNKNOWN_OP_SUBTYPE = 0xe3;
    public static final int FSF_INVALID_COMMAND_OPTION = 0xe5;

    // Sizes of the qualifiers in bytes.
    public static final int FSF_PROT_STATUS_QUAL_SIZE = 16;
    public static final int FSF_STATUS_QUALIFIER_SIZE = 16;

    // FSF status qualifier, word 0: what the channel recommends.
    public static final int FSF_SQ_NO_RECOM = 0x0;
    public static final int FSF_SQ_FCP_RSP_AVAILABLE = 0x1;
    public static final int FSF_SQ_RETRY_IF_POSSIBLE = 0x2;
    public static final int FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED = 0x3;
    public static final int FSF_SQ_INVOKE_LINK_TEST_PROCEDURE = 0x4;
    public static final int FSF_SQ_COMMAND_ABORTED = 0x6;
    public static final int FSF_SQ_NO_RETRY_POSSIBLE = 0x7;

    // Why the link is down.
    public static final int FSF_PSQ_LINK_NO_LIGHT = 0x4;
    public static final int FSF_PSQ_LINK_WRAP_PLUG = 0x8;
    public static final int FSF_PSQ_LINK_NO_FCP = 0x10;
    public static final int FSF_PSQ_LINK_FIRMWARE_UPDATE = 0x20;
    public static final int FSF_PSQ_LINK_INVALID_WWPN = 0x100;
    public static final int FSF_PSQ_LINK_NO_NPIV_SUPPORT = 0x200;
    public static final int FSF_PSQ_LINK_NO_FCP_RESOURCES = 0x400;
    public static final int FSF_PSQ_LINK_NO_FABRIC_RESOURCES = 0x800;
    public static final int FSF_PSQ_LINK_FABRIC_LOGIN_UNABLE = 0x1000;
    public static final int FSF_PSQ_LINK_WWPN_ASSIGNMENT_CORRUPTED = 0x2000;
    public static final int FSF_PSQ_LINK_MODE_TABLE_CURRUPTED = 0x4000;
    public static final int FSF_PSQ_LINK_NO_WWPN_ASSIGNMENT = 0x8000;

    // FSF status qualifier of a security error.
    public static final int FSF_SQ_SECURITY_REQUIRED = 0x1;
    public static final int FSF_SQ_SECURITY_TIMEOUT = 0x2;
    public static final int FSF_SQ_SECURITY_KM_UNAVAILABLE = 0x3;
    public static final int FSF_SQ_SECURITY_RKM_UNAVAILABLE = 0x4;
    public static final int FSF_SQ_SECURITY_AUTH_FAILURE = 0x5;
    public static final int FSF_SQ_SECURITY_ENC_FAILURE = 0x10;

    // Status reads: payload in bytes, and how many buffers a channel gets at least.
    public static final int FSF_STATUS_READ_PAYLOAD_SIZE = 4032;
    /** Number of status read buffers unless the channel wants more. */
    public static final int FSF_STATUS_READS_RECOM = 16;

    // Types of unsolicited status.
    public static final int FSF_STATUS_READ_PORT_CLOSED = 0x1;
    public static final int FSF_STATUS_READ_INCOMING_ELS = 0x2;
    public static final int FSF_STATUS_READ_SENSE_DATA_AVAIL = 0x3;
    public static final int FSF_STATUS_READ_BIT_ERROR_THRESHOLD = 0x4;
    public static final int FSF_STATUS_READ_LINK_DOWN = 0x5;
    public static final int FSF_STATUS_READ_LINK_UP = 0x6;
    public static final int FSF_STATUS_READ_NOTIFICATION_LOST = 0x9;
    public static final int FSF_STATUS_READ_FEATURE_UPDATE_ALERT = 0xc;
    /** From level 7.1 on. */
    public static final int FSF_STATUS_READ_VERSION_CHANGE = 0xd;

    // Subtypes: link down, notification lost.
    public static final int FSF_STATUS_READ_SUB_NO_PHYSICAL_LINK = 0x0;
    public static final int FSF_STATUS_READ_SUB_FDISC_FAILED = 0x1;
    public static final int FSF_STATUS_READ_SUB_FIRMWARE_UPDATE = 0x2;
    public static final int FSF_STATUS_READ_SUB_INCOMING_ELS = 0x1;
    /** From level 7.1 on. */
    public static final int FSF_STATUS_READ_SUB_VERSION_CHANGE = 0x100;
    /** From level 7.1 on. */
    public static final int FSF_STATUS_READ_SUB_LIC_CHANGE = 0x1;

    // Topologies.
    public static final int FSF_TOPO_P2P = 0x1;
    public static final int FSF_TOPO_FABRIC = 0x2;
    public static final int FSF_TOPO_AL = 0x3;

    // Data directions, with protection information from DIF_WRITE_INSERT on.
    public static final int FSF_DATADIR_WRITE = 0x1;
    public static final int FSF_DATADIR_READ = 0x2;
    public static final int FSF_DATADIR_CMND = 0x4;
    public static final int FSF_DATADIR_DIF_WRITE_INSERT = 0x9;
    public static final int FSF_DATADIR_DIF_READ_STRIP = 0xa;
    public static final int FSF_DATADIR_DIF_WRITE_CONVERT = 0xb;
    public static final int FSF_DATADIR_DIF_READ_CONVERT = 0xc;

    // Data protection flags.
    public static final int FSF_APP_TAG_CHECK_ENABLE = 0x10;

    // Class of service.
    public static final int FSF_CLASS_3 = 0x3;

    // Length of the log of a QTCB in bytes.
    public static final int FSF_QTCB_LOG_SIZE = 1024;

    // Channel features. One bit has two names: reported by the channel, and requested by the driver.
    public static final int FSF_FEATURE_NOTIFICATION_LOST = 0x8;
    public static final int FSF_FEATURE_HBAAPI_MANAGEMENT = 0x10;
    public static final int FSF_FEATURE_ELS_CT_CHAINED_SBALS = 0x20;
    public static final int FSF_FEATURE_UPDATE_ALERT = 0x100;
    public static final int FSF_FEATURE_MEASUREMENT_DATA = 0x200;
    public static final int FSF_FEATURE_REQUEST_SFP_DATA = 0x200;
    public static final int FSF_FEATURE_REPORT_SFP_DATA = 0x800;
    public static final int FSF_FEATURE_FC_SECURITY = 0x1000;
    public static final int FSF_FEATURE_DIF_PROT_TYPE1 = 0x10000;
    public static final int FSF_FEATURE_DIX_PROT_TCPIP = 0x20000;

    // Connection features.
    public static final int FSF_FEATURE_NPIV_MODE = 0x1;

    // Options of open LUN.
    public static final int FSF_OPEN_LUN_SUPPRESS_BOXING = 0x1;

    // Fibre Channel endpoint security.
    public static final int FSF_FC_SECURITY_AUTH = 0x1;
    public static final int FSF_FC_SECURITY_ENC_FCSP2 = 0x2;
    public static final int FSF_FC_SECURITY_ENC_ERAS = 0x4;

    // Lengths in bytes: shortest login payload, rooms for FCP command and response.
    public static final int FSF_PLOGI_MIN_LEN = 112;
    public static final int FSF_FCP_CMND_SIZE = 288;
    public static final int FSF_FCP_RSP_SIZE = 128;

    // Latency measurement and block trace.
    public static final int ZFCP_FSF_TIMER_INT_MASK = 0x3fff;
    public static final int ZFCP_BLK_DRV_DATA_MAGIC = 0x1;
    public static final int ZFCP_BLK_LAT_VALID = 0x1;
    public static final int ZFCP_BLK_REQ_ERROR = 0x2;

    private FsfConstants() {
    }

    /**
     * The type of QTCB that a command needs, as the C table {@code fsf_qtcb_type} says.
     *
     * @param fsfCommand {@code FSF_QTCB_*} command
     * @return {@code FSF_*_COMMAND}, or 0 for a number that is no command
     */
    public static int qtcbType(int fsfCommand) {
        return switch (fsfCommand) {
            case FSF_QTCB_FCP_CMND -> FSF_IO_COMMAND;
            case FSF_QTCB_ABORT_FCP_CMND, FSF_QTCB_OPEN_PORT_WITH_DID, FSF_QTCB_OPEN_LUN, FSF_QTCB_CLOSE_LUN,
                    FSF_QTCB_CLOSE_PORT, FSF_QTCB_CLOSE_PHYSICAL_PORT, FSF_QTCB_SEND_ELS, FSF_QTCB_SEND_GENERIC,
                    FSF_QTCB_DOWNLOAD_CONTROL_FILE, FSF_QTCB_UPLOAD_CONTROL_FILE -> FSF_SUPPORT_COMMAND;
            case FSF_QTCB_EXCHANGE_CONFIG_DATA -> FSF_CONFIG_COMMAND;
            case FSF_QTCB_EXCHANGE_PORT_DATA -> FSF_PORT_COMMAND;
            default -> 0;
        };
    }
}
