// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

/** Readable names of FSF commands and of unsolicited statuses. */
public final class FsfNames {
    private FsfNames() {
    }

    /** Of an FSF command; 0 is a status read. */
    public static String command(int code) {
        return switch (code) {
            case 0 -> "status read";
            case FSF_QTCB_FCP_CMND -> "FCP command";
            case FSF_QTCB_ABORT_FCP_CMND -> "abort";
            case FSF_QTCB_OPEN_PORT_WITH_DID -> "open port";
            case FSF_QTCB_OPEN_LUN -> "open LUN";
            case FSF_QTCB_CLOSE_LUN -> "close LUN";
            case FSF_QTCB_CLOSE_PORT -> "close port";
            case FSF_QTCB_CLOSE_PHYSICAL_PORT -> "close physical port";
            case FSF_QTCB_SEND_ELS -> "ELS";
            case FSF_QTCB_SEND_GENERIC -> "CT";
            case FSF_QTCB_EXCHANGE_CONFIG_DATA -> "exchange config data";
            case FSF_QTCB_EXCHANGE_PORT_DATA -> "exchange port data";
            default -> "command 0x" + Integer.toHexString(code);
        };
    }

    /** Of an unsolicited status. */
    public static String status(int type) {
        return switch (type) {
            case FSF_STATUS_READ_PORT_CLOSED -> "PORT_CLOSED";
            case FSF_STATUS_READ_INCOMING_ELS -> "INCOMING_ELS";
            case FSF_STATUS_READ_SENSE_DATA_AVAIL -> "SENSE_DATA_AVAIL";
            case FSF_STATUS_READ_BIT_ERROR_THRESHOLD -> "BIT_ERROR_THRESHOLD";
            case FSF_STATUS_READ_LINK_DOWN -> "LINK_DOWN";
            case FSF_STATUS_READ_LINK_UP -> "LINK_UP";
            case FSF_STATUS_READ_NOTIFICATION_LOST -> "NOTIFICATION_LOST";
            case FSF_STATUS_READ_FEATURE_UPDATE_ALERT -> "FEATURE_UPDATE";
            case FSF_STATUS_READ_VERSION_CHANGE -> "VERSION_CHANGE";
            default -> "status " + type;
        };
    }

    /** Of a protocol status, or of the FSF status if that is presented. */
    public static String answer(int protStatus, int fsfStatus) {
        return switch (protStatus) {
            case FSF_PROT_GOOD -> "good";
            case FSF_PROT_FSF_STATUS_PRESENTED -> fsfStatus == 0 ? "good" : "FSF status 0x" + Integer.toHexString(fsfStatus);
            case FSF_PROT_HOST_CONNECTION_INITIALIZING -> "HOST_CONNECTION_INITIALIZING";
            case FSF_PROT_LINK_DOWN -> "LINK_DOWN";
            default -> "protocol status 0x" + Integer.toHexString(protStatus);
        };
    }
}
