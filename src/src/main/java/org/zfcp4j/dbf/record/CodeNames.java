// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcCtHdr;

/** What codes of the FSF interface and of Fibre Channel are called, without their prefix; a code without a name is shown in hex. */
public final class CodeNames {
    private CodeNames() {
    }

    /** {@code FSF_QTCB_*}. */
    public static String command(int code) {
        return switch (code) {
            case FSF_QTCB_FCP_CMND -> "FCP_CMND";
            case FSF_QTCB_ABORT_FCP_CMND -> "ABORT_FCP_CMND";
            case FSF_QTCB_OPEN_PORT_WITH_DID -> "OPEN_PORT_WITH_DID";
            case FSF_QTCB_OPEN_LUN -> "OPEN_LUN";
            case FSF_QTCB_CLOSE_LUN -> "CLOSE_LUN";
            case FSF_QTCB_CLOSE_PORT -> "CLOSE_PORT";
            case FSF_QTCB_CLOSE_PHYSICAL_PORT -> "CLOSE_PHYSICAL_PORT";
            case FSF_QTCB_SEND_ELS -> "SEND_ELS";
            case FSF_QTCB_SEND_GENERIC -> "SEND_GENERIC";
            case FSF_QTCB_EXCHANGE_CONFIG_DATA -> "EXCHANGE_CONFIG_DATA";
            case FSF_QTCB_EXCHANGE_PORT_DATA -> "EXCHANGE_PORT_DATA";
            case FSF_QTCB_DOWNLOAD_CONTROL_FILE -> "DOWNLOAD_CONTROL_FILE";
            case FSF_QTCB_UPLOAD_CONTROL_FILE -> "UPLOAD_CONTROL_FILE";
            default -> hex(code);
        };
    }

    /** {@code FSF_PROT_*}. */
    public static String protStatus(int code) {
        return switch (code) {
            case FSF_PROT_GOOD -> "GOOD";
            case FSF_PROT_QTCB_VERSION_ERROR -> "QTCB_VERSION_ERROR";
            case FSF_PROT_SEQ_NUMB_ERROR -> "SEQ_NUMB_ERROR";
            case FSF_PROT_UNSUPP_QTCB_TYPE -> "UNSUPP_QTCB_TYPE";
            case FSF_PROT_HOST_CONNECTION_INITIALIZING -> "HOST_CONNECTION_INITIALIZING";
            case FSF_PROT_FSF_STATUS_PRESENTED -> "FSF_STATUS_PRESENTED";
            case FSF_PROT_DUPLICATE_REQUEST_ID -> "DUPLICATE_REQUEST_ID";
            case FSF_PROT_LINK_DOWN -> "LINK_DOWN";
            case FSF_PROT_REEST_QUEUE -> "REEST_QUEUE";
            case FSF_PROT_ERROR_STATE -> "ERROR_STATE";
            default -> hex(code);
        };
    }

    /** FSF status, {@code FSF_*}. */
    public static String fsfStatus(int code) {
        return switch (code) {
            case FSF_GOOD -> "GOOD";
            case FSF_PORT_ALREADY_OPEN -> "PORT_ALREADY_OPEN";
            case FSF_LUN_ALREADY_OPEN -> "LUN_ALREADY_OPEN";
            case FSF_PORT_HANDLE_NOT_VALID -> "PORT_HANDLE_NOT_VALID";
            case FSF_LUN_HANDLE_NOT_VALID -> "LUN_HANDLE_NOT_VALID";
            case FSF_HANDLE_MISMATCH -> "HANDLE_MISMATCH";
            case FSF_SERVICE_CLASS_NOT_SUPPORTED -> "SERVICE_CLASS_NOT_SUPPORTED";
            case FSF_FCPLUN_NOT_VALID -> "FCPLUN_NOT_VALID";
            case FSF_LUN_SHARING_VIOLATION -> "LUN_SHARING_VIOLATION";
            case FSF_FCP_COMMAND_DOES_NOT_EXIST -> "FCP_COMMAND_DOES_NOT_EXIST";
            case FSF_DIRECTION_INDICATOR_NOT_VALID -> "DIRECTION_INDICATOR_NOT_VALID";
            case FSF_CMND_LENGTH_NOT_VALID -> "CMND_LENGTH_NOT_VALID";
            case FSF_MAXIMUM_NUMBER_OF_PORTS_EXCEEDED -> "MAXIMUM_NUMBER_OF_PORTS_EXCEEDED";
            case FSF_MAXIMUM_NUMBER_OF_LUNS_EXCEEDED -> "MAXIMUM_NUMBER_OF_LUNS_EXCEEDED";
            case FSF_ELS_COMMAND_REJECTED -> "ELS_COMMAND_REJECTED";
            case FSF_GENERIC_COMMAND_REJECTED -> "GENERIC_COMMAND_REJECTED";
            case FSF_PORT_BOXED -> "PORT_BOXED";
            case FSF_LUN_BOXED -> "LUN_BOXED";
            case FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE -> "EXCHANGE_CONFIG_DATA_INCOMPLETE";
            case FSF_PAYLOAD_SIZE_MISMATCH -> "PAYLOAD_SIZE_MISMATCH";
            case FSF_REQUEST_SIZE_TOO_LARGE -> "REQUEST_SIZE_TOO_LARGE";
            case FSF_RESPONSE_SIZE_TOO_LARGE -> "RESPONSE_SIZE_TOO_LARGE";
            case FSF_SBAL_MISMATCH -> "SBAL_MISMATCH";
            case FSF_INCONSISTENT_PROT_DATA -> "INCONSISTENT_PROT_DATA";
            case FSF_INVALID_PROT_PARM -> "INVALID_PROT_PARM";
            case FSF_BLOCK_GUARD_CHECK_FAILURE -> "BLOCK_GUARD_CHECK_FAILURE";
            case FSF_APP_TAG_CHECK_FAILURE -> "APP_TAG_CHECK_FAILURE";
            case FSF_REF_TAG_CHECK_FAILURE -> "REF_TAG_CHECK_FAILURE";
            case FSF_SECURITY_ERROR -> "SECURITY_ERROR";
            case FSF_ADAPTER_STATUS_AVAILABLE -> "ADAPTER_STATUS_AVAILABLE";
            case FSF_FCP_RSP_AVAILABLE -> "FCP_RSP_AVAILABLE";
            case FSF_UNKNOWN_COMMAND -> "UNKNOWN_COMMAND";
            case FSF_UNKNOWN_OP_SUBTYPE -> "UNKNOWN_OP_SUBTYPE";
            case FSF_INVALID_COMMAND_OPTION -> "INVALID_COMMAND_OPTION";
            default -> hex(code);
        };
    }

    /** Type of an unsolicited status, {@code FSF_STATUS_READ_*}. */
    public static String unsolicited(int type) {
        return switch (type) {
            case FSF_STATUS_READ_PORT_CLOSED -> "PORT_CLOSED";
            case FSF_STATUS_READ_INCOMING_ELS -> "INCOMING_ELS";
            case FSF_STATUS_READ_SENSE_DATA_AVAIL -> "SENSE_DATA_AVAIL";
            case FSF_STATUS_READ_BIT_ERROR_THRESHOLD -> "BIT_ERROR_THRESHOLD";
            case FSF_STATUS_READ_LINK_DOWN -> "LINK_DOWN";
            case FSF_STATUS_READ_LINK_UP -> "LINK_UP";
            case FSF_STATUS_READ_NOTIFICATION_LOST -> "NOTIFICATION_LOST";
            case FSF_STATUS_READ_FEATURE_UPDATE_ALERT -> "FEATURE_UPDATE_ALERT";
            case FSF_STATUS_READ_VERSION_CHANGE -> "VERSION_CHANGE";
            default -> hex(type);
        };
    }

    /** A CT request or answer, by its header, or an ELS, by its first byte. */
    static String payload(Entry san, long offset, boolean ct) {
        if (ct) {
            int code = san.u16(offset + FcCtHdr.CT_CMD.offset());
            return switch (code) {
                case FcConstants.FC_NS_GPN_FT -> "GPN_FT";
                case FcConstants.FC_NS_GID_PN -> "GID_PN";
                case FcConstants.FC_NS_GSPN_ID -> "GSPN_ID";
                case FcConstants.FC_NS_RSPN_ID -> "RSPN_ID";
                case FcConstants.FC_FS_ACC -> "accept";
                case FcConstants.FC_FS_RJT -> "reject";
                default -> hex(code);
            };
        }
        int code = san.u8(offset);
        return switch (code) {
            case FcConstants.ELS_LS_RJT -> "LS_RJT";
            case FcConstants.ELS_LS_ACC -> "LS_ACC";
            case FcConstants.ELS_PLOGI -> "PLOGI";
            case FcConstants.ELS_LOGO -> "LOGO";
            case FcConstants.ELS_ADISC -> "ADISC";
            case FcConstants.ELS_RSCN -> "RSCN";
            case FcConstants.ELS_PRLI -> "PRLI";
            case FcConstants.ELS_PRLO -> "PRLO";
            default -> hex(code);
        };
    }

    static String hex(int code) {
        return "0x" + Integer.toHexString(code);
    }
}
