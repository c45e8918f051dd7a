// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import org.zfcp4j.kernel.RateLimit;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.dbf.DbfHba;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.SecurityErrorLimits;

/** FC Endpoint Security: its traces, its messages and the words for its flags. */
public final class FcSecurity {
    /** {@code enum zfcp_fsf_print_fmt}. */
    public enum PrintFmt {
        /** All mnemonics, separated by a comma and a space. */
        ZFCP_FSF_PRINT_FMT_LIST,
        /** One mnemonic, or the hexadecimal value of more than one flag. */
        ZFCP_FSF_PRINT_FMT_SINGLEITEM
    }

    /** Longest mnemonic and its final NUL, in bytes. */
    public static final int ZFCP_FSF_MAX_FC_SECURITY_MNEMONIC_LENGTH = 15;

    private record Mnemonic(int mask, String name) {
    }

    private static final Mnemonic[] FC_SECURITY_MNEMONICS = {
        new Mnemonic(FSF_FC_SECURITY_AUTH, "Authentication"),
        new Mnemonic(FSF_FC_SECURITY_ENC_FCSP2 | FSF_FC_SECURITY_ENC_ERAS, "Encryption"),
    };

    private static final long INVALID_WWPN = 0;

    private FcSecurity() {
    }

    /**
     * {@code zfcp_fsf_scnprint_fc_security}: words for flags of FC Endpoint Security, {@code none} for no flag, and the
     * hexadecimal value of what has no word. Any context.
     *
     * @param size bytes of the C buffer with the final NUL; the result is cut to fit
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_scnprint_fc_security")
    public static String scnprintFcSecurity(int size, int fcSecurity, PrintFmt fmt) {
        String text;
        if (fcSecurity == 0) {
            text = "none";
        } else if (fmt == PrintFmt.ZFCP_FSF_PRINT_FMT_SINGLEITEM && Integer.bitCount(fcSecurity) != 1) {
            text = String.format("0x%08x", fcSecurity);
        } else {
            text = list(fcSecurity);
        }
        return text.substring(0, Math.min(text.length(), Math.max(size - 1, 0)));
    }

    private static String list(int fcSecurity) {
        StringBuilder text = new StringBuilder();
        String prefix = "";
        int rest = fcSecurity;
        for (Mnemonic mnemonic : FC_SECURITY_MNEMONICS) {
            if ((rest & mnemonic.mask()) == 0) {
                continue;
            }
            text.append(prefix).append(mnemonic.name());
            prefix = ", ";
            rest &= ~mnemonic.mask();
        }
        if (rest != 0) {
            text.append(prefix).append(String.format("0x%08x", rest));
        }
        return text.toString();
    }

    /** {@code zfcp_fsf_dbf_adapter_fc_security}: traces a change of what the channel supports. Tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_dbf_adapter_fc_security")
    static void dbfAdapterFcSecurity(Adapter adapter, FsfReq req) {
        if (adapter.fcSecurityAlgorithms == adapter.fcSecurityAlgorithmsOld) {
            return;
        }
        DbfHba.hbaFsfFces("fsfcesa", req, INVALID_WWPN, adapter.fcSecurityAlgorithmsOld, adapter.fcSecurityAlgorithms);

        adapter.fcSecurityAlgorithmsOld = adapter.fcSecurityAlgorithms;
    }

    /** {@code zfcp_fsf_log_port_fc_security}: traces and reports a change of the security of a connection. Tasklet or ERP thread. */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_log_port_fc_security")
    static void logPortFcSecurity(Port port, FsfReq req) {
        if (port.connectionInfo == port.connectionInfoOld) {
            return;
        }
        DbfHba.hbaFsfFces("fsfcesp", req, port.wwpn, port.connectionInfoOld, port.connectionInfo);

        String mnemonicOld = scnprintFcSecurity(ZFCP_FSF_MAX_FC_SECURITY_MNEMONIC_LENGTH, port.connectionInfoOld,
                PrintFmt.ZFCP_FSF_PRINT_FMT_SINGLEITEM);
        String mnemonicNew = scnprintFcSecurity(ZFCP_FSF_MAX_FC_SECURITY_MNEMONIC_LENGTH, port.connectionInfo,
                PrintFmt.ZFCP_FSF_PRINT_FMT_SINGLEITEM);

        if (!mnemonicOld.equals(mnemonicNew)) {
            String connection = "FC Endpoint Security of the connection to remote port " + DevMessage.hex64(port.wwpn);
            if (port.connectionInfoOld == 0) {
                DevMessage.info(port.adapter, "zfcp_fsf.c:zfcp_fsf_log_port_fc_security", connection + " enabled: " + mnemonicNew);
            } else if (port.connectionInfo == 0) {
                DevMessage.warn(port.adapter, "zfcp_fsf.c:zfcp_fsf_log_port_fc_security",
                        connection + " disabled, was: " + mnemonicOld);
            } else {
                DevMessage.warn(port.adapter, "zfcp_fsf.c:zfcp_fsf_log_port_fc_security",
                        connection + " changed from " + mnemonicOld + " to " + mnemonicNew);
            }
        }

        port.connectionInfoOld = port.connectionInfo;
    }

    /**
     * {@code zfcp_fsf_log_security_error}: reports a security error; messages of each kind are rate-limited apart. Tasklet or ERP
     * thread.
     */
    @LinuxSource("zfcp_fsf.c:zfcp_fsf_log_security_error")
    static void logSecurityError(Adapter adapter, int fsfSqw0, long wwpn) {
        SecurityErrorLimits limits = adapter.module.securityErrorLimits;
        String remotePort = "remote port " + DevMessage.hex64(wwpn);
        switch (fsfSqw0) {
            case FSF_SQ_SECURITY_REQUIRED -> securityError(limits.required, adapter,
                    "security is required, but not supported or configured on " + remotePort);
            case FSF_SQ_SECURITY_TIMEOUT -> securityError(limits.timeout, adapter, "timeout while opening " + remotePort);
            case FSF_SQ_SECURITY_KM_UNAVAILABLE -> securityError(limits.kmUnavailable, adapter,
                    "no contact between local and external key manager to open " + remotePort);
            case FSF_SQ_SECURITY_RKM_UNAVAILABLE -> securityError(limits.rkmUnavailable, adapter,
                    "no contact to the external key manager from " + remotePort);
            case FSF_SQ_SECURITY_AUTH_FAILURE -> securityError(limits.authFailure, adapter,
                    "identity not verified of " + remotePort);
            case FSF_SQ_SECURITY_ENC_FAILURE -> securityError(limits.encFailure, adapter,
                    "encryption broke down, connection closed to " + remotePort);
            default -> securityError(limits.unknown, adapter,
                    "unknown code " + String.format("0x%08x", fsfSqw0) + " for the connection to " + remotePort);
        }
    }

    private static void securityError(RateLimit limit, Adapter adapter, String text) {
        DevMessage.warnRatelimited(limit, adapter, "zfcp_fsf.c:zfcp_fsf_log_security_error",
                "FC Endpoint Security error: " + text);
    }
}
