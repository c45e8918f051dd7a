// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbBottom;
import org.zfcp4j.layout.fsf.FsfQtcbBottomConfig;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
import org.zfcp4j.layout.fsf.FsfQtcbBottomSupport;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;

/** What the driver has to do about an answer: a trace tag of the recovery that it triggers, a work item, or what it takes over. */
final class AnswerReactions {
    private AnswerReactions() {
    }

    /** All that is due when an answer is evaluated. */
    static List<Due> to(FsfReq req) {
        List<Due> due = new ArrayList<>();
        // The request is freed before it is looked.
        Adapter adapter = req.adapter;
        Configuration told = Configuration.of(req);
        if (told != null) {
            due.add(Due.of("its configuration to be taken over", () -> told.isTakenBy(adapter), req));
        }
        HostAttributes host = HostAttributes.of(req);
        if (host != null) {
            due.add(Due.of("attributes of the host to follow", () -> host.areThoseOf(adapter), req));
        }
        String what = answerCallsFor(req);
        if (what != null) {
            due.add(Due.of(what, req));
        }
        ErpAction action = req.erpAction;
        if (action != null && isRunning(action)) {
            due.add(Due.of(ReactionChecker.WOKEN, req));
        }
        String security = newSecurity(req);
        if (security != null) {
            due.add(Due.of(security, req));
        }
        Due effect = EffectOfAnswer.of(req);
        if (effect != null) {
            due.add(effect);
        }
        return due;
    }

    /** The tag of the record that tells of another FC Endpoint Security; null if it is as before. */
    private static String newSecurity(FsfReq req) {
        long header = FsfQtcb.HEADER.at(req.qtcb);
        long bottom = FsfQtcb.BOTTOM.at(req.qtcb);
        boolean known = (req.adapter.adapterFeatures & FSF_FEATURE_FC_SECURITY) != 0;
        if (FsfQtcbPrefix.PROT_STATUS.get(FsfQtcb.PREFIX.at(req.qtcb)) != FSF_PROT_GOOD || FsfQtcbHeader.FSF_STATUS.get(header) != FSF_GOOD) {
            return null;
        }
        if (FsfQtcbHeader.FSF_COMMAND.get(header) == FSF_QTCB_OPEN_PORT_WITH_DID && req.data instanceof Port port) {
            int now = known ? FsfQtcbBottomSupport.CONNECTION_INFO.get(FsfQtcbBottom.SUPPORT.at(bottom)) : 0;
            return now == port.connectionInfoOld ? null : "fsfcesp";
        }
        if (FsfQtcbHeader.FSF_COMMAND.get(header) == FSF_QTCB_EXCHANGE_PORT_DATA) {
            int now = known ? FsfQtcbBottomPort.FC_SECURITY_ALGORITHMS.get(FsfQtcbBottom.PORT.at(bottom)) : 0;
            return now == req.adapter.fcSecurityAlgorithmsOld ? null : "fsfcesa";
        }
        return null;
    }

    private static boolean isRunning(ErpAction action) {
        boolean[] running = {false};
        action.adapter.erpRunningHead.forEach(other -> running[0] |= other == action);
        return running[0];
    }

    private static String answerCallsFor(FsfReq req) {
        int protStatus = FsfQtcbPrefix.PROT_STATUS.get(FsfQtcb.PREFIX.at(req.qtcb));
        boolean good = protStatus == FSF_PROT_GOOD || protStatus == FSF_PROT_FSF_STATUS_PRESENTED;
        return good ? statusCallsFor(req) : protocolCallsFor(protStatus);
    }

    private static String protocolCallsFor(int protStatus) {
        return switch (protStatus) {
            case FSF_PROT_HOST_CONNECTION_INITIALIZING -> null;
            case FSF_PROT_QTCB_VERSION_ERROR -> "fspse_1";
            case FSF_PROT_ERROR_STATE, FSF_PROT_SEQ_NUMB_ERROR -> "fspse_2";
            case FSF_PROT_UNSUPP_QTCB_TYPE -> "fspse_3";
            case FSF_PROT_DUPLICATE_REQUEST_ID -> "fspse_4";
            case FSF_PROT_LINK_DOWN -> "fspse_6";
            case FSF_PROT_REEST_QUEUE -> "fspse_8";
            default -> "fspse_9";
        };
    }

    private static String statusCallsFor(FsfReq req) {
        long header = FsfQtcb.HEADER.at(req.qtcb);
        int command = FsfQtcbHeader.FSF_COMMAND.get(header);
        int status = FsfQtcbHeader.FSF_STATUS.get(header);
        long qualifier = FsfQtcbHeader.FSF_STATUS_QUAL.at(header);
        int first = FsfStatusQual.WORD.get(qualifier, 0);
        if (status == FSF_UNKNOWN_COMMAND || status == FSF_ADAPTER_STATUS_AVAILABLE && first == FSF_SQ_NO_RECOM) {
            return status == FSF_UNKNOWN_COMMAND ? "fsfse_1" : "fsfsqe1";
        }
        if (req.data == null && command != FSF_QTCB_EXCHANGE_CONFIG_DATA) {
            return null;
        }
        if (status == FSF_ADAPTER_STATUS_AVAILABLE) {
            boolean test = first == FSF_SQ_INVOKE_LINK_TEST_PROCEDURE;
            return test && (command == FSF_QTCB_FCP_CMND || command == FSF_QTCB_OPEN_LUN || command == FSF_QTCB_CLOSE_LUN)
                    ? ReactionChecker.LINK_TEST : isLeftToHandlers(first) && command == FSF_QTCB_EXCHANGE_CONFIG_DATA ? "fsecdh3" : null;
        }
        if (status == FSF_SERVICE_CLASS_NOT_SUPPORTED
                && (command == FSF_QTCB_FCP_CMND || command == FSF_QTCB_SEND_ELS || command == FSF_QTCB_SEND_GENERIC)) {
            return "fscns_1";
        }
        return switch (command) {
            case FSF_QTCB_EXCHANGE_CONFIG_DATA -> configuration(req, status);
            case FSF_QTCB_FCP_CMND -> switch (status) {
                case FSF_DIRECTION_INDICATOR_NOT_VALID -> "fssfch3";
                case FSF_CMND_LENGTH_NOT_VALID -> "fssfch4";
                case FSF_PORT_HANDLE_NOT_VALID, FSF_HANDLE_MISMATCH -> "fssfch1";
                case FSF_LUN_HANDLE_NOT_VALID, FSF_FCPLUN_NOT_VALID -> "fssfch2";
                case FSF_PORT_BOXED -> "fssfch5";
                case FSF_LUN_BOXED -> "fssfch6";
                case FSF_SECURITY_ERROR -> "fssfch7";
                default -> null;
            };
            case FSF_QTCB_ABORT_FCP_CMND -> {
                boolean ours = first == FsfStatusQual.WORD.get(qualifier, 1);
                yield ours && status == FSF_PORT_HANDLE_NOT_VALID ? "fsafch1" : ours && status == FSF_LUN_HANDLE_NOT_VALID ? "fsafch2"
                        : boxed(status, "fsafch3", "fsafch4");
            }
            case FSF_QTCB_OPEN_LUN -> invalid(status, "fsouh_1", null, "fsouh_2");
            case FSF_QTCB_CLOSE_LUN -> invalid(status, "fscuh_1", "fscuh_2", "fscuh_3");
            case FSF_QTCB_CLOSE_PHYSICAL_PORT -> invalid(status, "fscpph1", null, "fscpph2");
            case FSF_QTCB_SEND_GENERIC -> invalid(status, "fsscth1", null, null);
            default -> null;
        };
    }

    /** Other qualifiers end the evaluation before a command's own handler. */
    private static boolean isLeftToHandlers(int qualifier) {
        return qualifier == FSF_SQ_FCP_RSP_AVAILABLE || qualifier == FSF_SQ_INVOKE_LINK_TEST_PROCEDURE || qualifier == FSF_SQ_NO_RETRY_POSSIBLE
                || qualifier == FSF_SQ_ULP_DEPENDENT_ERP_REQUIRED;
    }

    /** What a channel says of itself that the driver cannot live with; the first thing is what counts. */
    private static String configuration(FsfReq req, int status) {
        if (status != FSF_GOOD && status != FSF_EXCHANGE_CONFIG_DATA_INCOMPLETE) {
            return "fsecdh3";
        }
        long bottom = FsfQtcbBottom.CONFIG.at(FsfQtcb.BOTTOM.at(req.qtcb));
        int topology = FsfQtcbBottomConfig.FC_TOPOLOGY.get(bottom);
        if (status == FSF_GOOD && topology != FSF_TOPO_P2P && topology != FSF_TOPO_FABRIC) {
            return "fsece_1";
        }
        if (status == FSF_GOOD && Integer.compareUnsigned(FsfQtcbBottomConfig.MAX_QTCB_SIZE.get(bottom), FsfQtcb.SIZE) < 0) {
            return "fsecdh1";
        }
        if (Integer.compareUnsigned(FSF_QTCB_CURRENT_VERSION, FsfQtcbBottomConfig.LOW_QTCB_VERSION.get(bottom)) < 0) {
            return "fsecdh4";
        }
        return Integer.compareUnsigned(FSF_QTCB_CURRENT_VERSION, FsfQtcbBottomConfig.HIGH_QTCB_VERSION.get(bottom)) > 0 ? "fsecdh5" : null;
    }

    private static String boxed(int status, String port, String lun) {
        return status == FSF_PORT_BOXED ? port : status == FSF_LUN_BOXED ? lun : null;
    }

    private static String invalid(int status, String port, String lun, String boxed) {
        return switch (status) {
            case FSF_PORT_HANDLE_NOT_VALID -> port;
            case FSF_LUN_HANDLE_NOT_VALID -> lun;
            case FSF_PORT_BOXED -> boxed;
            default -> null;
        };
    }
}
