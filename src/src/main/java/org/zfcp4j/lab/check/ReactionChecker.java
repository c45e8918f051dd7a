// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_FSFREQ_DISMISSED;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.dbf.DbfConstants;
import org.zfcp4j.layout.dbf.ZfcpDbfRec;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fc.FcElsLogo;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.fsf.FsfQtcbPrefix;
import org.zfcp4j.layout.fsf.FsfStatusQual;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.fsf.FsfVersionChange;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;

/**
 * The driver reacts to what the channel reports: an answer or a notification that calls for recovery triggers it, which is traced,
 * and one that calls for a link test has it queued, before the next answer is evaluated. Virtual kernel, trace in full.
 */
public final class ReactionChecker implements WorldObserver {
    private static final String LINK_TEST = "test_link_work";
    private static final String VERSION_CHANGE_LOST = "version_change_lost_work";

    /**
     * A reaction that is due.
     *
     * @param what a trace tag, a work item, or what {@code met} says
     * @param port the port that a notification is about; null for all else
     * @param meant what makes it that port, which may end before the driver looks
     */
    private record Due(String what, BooleanSupplier met, String because, Port port, Predicate<Port> meant) {
        Due(String what, FsfReq req) {
            this(what, () -> false, req);
        }

        Due(String what, BooleanSupplier met, FsfReq req) {
            this(what, met, because(req), null, null);
        }

        Due(String what, FsfReq req, Port port, Predicate<Port> meant) {
            this(what, () -> false, because(req), port, meant);
        }

        private static String because(FsfReq req) {
            return "request " + req.reqId;
        }
    }

    private final Kernel kernel;
    private final Findings findings;
    private final HandedOver handedOver;
    private final PerDevice<PendingRequests> pending = new PerDevice<>(device -> new PendingRequests());
    /** By context and device. */
    private final Map<String, Due> due = new HashMap<>();

    public ReactionChecker(Kernel kernel, Findings findings, HandedOver handedOver) {
        this.kernel = kernel;
        this.findings = findings;
        this.handedOver = handedOver;
    }

    @Override
    public void slsbChanged(CcwDevice device, boolean input, int first, int count, int state) {
        if (!input && state == SLSB_CU_OUTPUT_PRIMED) {
            handedOver.forEach(device, first, count, request -> {
                FsfReq req = RequestLists.find(Adapters.of(device), request.id());
                if (req != null) {
                    pending.of(device).add(req);
                }
            });
        }
    }

    @Override
    public void traced(DebugArea area, int level, byte[] record, int length) {
        if (HbaRecord.isHba(area)) {
            answered(area, record);
            return;
        }
        if (!area.name().endsWith("_rec")) {
            return;
        }
        String place = place(area.name().substring("zfcp_".length(), area.name().length() - "_rec".length()));
        Due expected = due.get(place);
        if (expected != null
                && new String(record, (int) ZfcpDbfRec.TAG.offset(), expected.what.length(), java.nio.charset.StandardCharsets.US_ASCII)
                        .equals(expected.what)) {
            due.remove(place);
        }
    }

    /** Tasklets of several devices have the same name. */
    private String place(String busId) {
        return kernel.contextName() + ' ' + busId;
    }

    private void answered(DebugArea area, byte[] record) {
        boolean response = HbaRecord.isAnswer(record);
        boolean notification = HbaRecord.id(record) == DbfConstants.ZFCP_DBF_HBA_USS && HbaRecord.hasTag(record, "fssrh_4");
        if (!response && !notification) {
            return;
        }
        String busId = HbaRecord.busId(area);
        overdue(busId);
        PendingRequests requests = pending.named(busId);
        FsfReq req = requests == null ? null : requests.remove(HbaRecord.reqId(record));
        if (req == null || (req.status & ZFCP_STATUS_FSFREQ_DISMISSED) != 0) {
            return;
        }
        Due expected = response ? toAnswer(req) : toNotification(req);
        if (expected != null) {
            due.put(place(busId), expected);
        }
    }

    /** This context evaluates the next thing, so what was due has been done, or never will be. */
    private void overdue(String busId) {
        Due missed = due.remove(place(busId));
        if (missed == null || missed.met.getAsBoolean()) {
            return;
        }
        boolean listed = missed.port == null || hasPort(missed.port.adapter, other -> other == missed.port);
        if (listed && (missed.port == null || missed.meant.test(missed.port))) {
            findings.add(Invariant.REACTIONS, busId, missed.because + " calls for " + missed.what + ", which did not follow");
        } else if (listed) {
            findings.note("PORT_CLOSED got lost, with a mistake of zfcp itself: its port was looked for by a D_ID that a link test or"
                    + " a failed open had just cleared");
        }
    }

    @Override
    public void workQueued(WorkQueue queue, Work work, long delayJiffies, boolean queued) {
        if (work.name().equals(LINK_TEST) && work.owner() instanceof Port port) {
            queued(work, port.adapter);
        } else if (work.name().equals(VERSION_CHANGE_LOST) && work.owner() instanceof Adapter adapter) {
            queued(work, adapter);
        }
    }

    private void queued(Work work, Adapter adapter) {
        due.computeIfPresent(place(adapter.busId()), (place, expected) -> expected.what.equals(work.name()) ? null : expected);
    }

    /** Responses were evaluated, and go back to the channel. */
    @Override
    public void doQdio(CcwDevice device, boolean input, int first, int count, int rc) {
        if (input) {
            overdue(device.busId());
        }
    }

    private static Due toAnswer(FsfReq req) {
        Configuration told = Configuration.of(req);
        if (told != null) {
            // The request is freed before it is looked.
            Adapter adapter = req.adapter;
            return new Due("its configuration to be taken over", () -> told.isTakenBy(adapter), req);
        }
        String what = answerCallsFor(req);
        return what == null ? null : new Due(what, req);
    }

    private static String answerCallsFor(FsfReq req) {
        int protStatus = FsfQtcbPrefix.PROT_STATUS.get(FsfQtcb.PREFIX.at(req.qtcb));
        return protStatus == FSF_PROT_FSF_STATUS_PRESENTED ? statusCallsFor(req) : protocolCallsFor(protStatus);
    }

    private static String protocolCallsFor(int protStatus) {
        return switch (protStatus) {
            case FSF_PROT_GOOD, FSF_PROT_HOST_CONNECTION_INITIALIZING -> null;
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
        if (req.data == null) {
            return null;
        }
        int command = FsfQtcbHeader.FSF_COMMAND.get(header);
        int status = FsfQtcbHeader.FSF_STATUS.get(header);
        if (status == FSF_ADAPTER_STATUS_AVAILABLE) {
            boolean test = FsfStatusQual.WORD.get(FsfQtcbHeader.FSF_STATUS_QUAL.at(header), 0) == FSF_SQ_INVOKE_LINK_TEST_PROCEDURE;
            return test && (command == FSF_QTCB_FCP_CMND || command == FSF_QTCB_OPEN_LUN || command == FSF_QTCB_CLOSE_LUN)
                    ? LINK_TEST : null;
        }
        return switch (command) {
            case FSF_QTCB_FCP_CMND -> switch (status) {
                case FSF_PORT_HANDLE_NOT_VALID, FSF_HANDLE_MISMATCH -> "fssfch1";
                case FSF_LUN_HANDLE_NOT_VALID, FSF_FCPLUN_NOT_VALID -> "fssfch2";
                case FSF_PORT_BOXED -> "fssfch5";
                case FSF_LUN_BOXED -> "fssfch6";
                case FSF_SECURITY_ERROR -> "fssfch7";
                default -> null;
            };
            case FSF_QTCB_ABORT_FCP_CMND -> boxed(status, "fsafch3", "fsafch4");
            case FSF_QTCB_OPEN_LUN -> invalid(status, "fsouh_1", null, "fsouh_2");
            case FSF_QTCB_CLOSE_LUN -> invalid(status, "fscuh_1", "fscuh_2", "fscuh_3");
            case FSF_QTCB_CLOSE_PHYSICAL_PORT -> invalid(status, "fscpph1", null, "fscpph2");
            case FSF_QTCB_SEND_GENERIC -> invalid(status, "fsscth1", null, null);
            default -> null;
        };
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

    private static Due toNotification(FsfReq req) {
        long buffer = req.srb;
        return switch (FsfStatusReadBuffer.STATUS_TYPE.get(buffer)) {
            case FSF_STATUS_READ_LINK_UP -> new Due("fssrh_2", req);
            case FSF_STATUS_READ_BIT_ERROR_THRESHOLD -> req.adapter.module.parameters.berStop ? new Due("fssrh_b", req) : null;
            case FSF_STATUS_READ_PORT_CLOSED -> {
                int dId = FsfStatusReadBuffer.D_ID.get(buffer);
                yield toPort("fssrpc1", req, port -> port.dId == dId);
            }
            case FSF_STATUS_READ_NOTIFICATION_LOST -> {
                boolean lost = (FsfStatusReadBuffer.STATUS_SUBTYPE.get(buffer) & FSF_STATUS_READ_SUB_VERSION_CHANGE) != 0;
                yield lost && hearsOfVersions(req.adapter) ? new Due(VERSION_CHANGE_LOST, req) : null;
            }
            case FSF_STATUS_READ_VERSION_CHANGE -> isVersionChange(req) ? toVersion(req) : null;
            case FSF_STATUS_READ_INCOMING_ELS -> toEls(req, FsfStatusReadBuffer.PAYLOAD_DATA.at(buffer));
            default -> null;
        };
    }

    /** Level 5.10 does not know version changes, and ignores them. */
    private static boolean hearsOfVersions(Adapter adapter) {
        return adapter.versionChangeLostWork != null;
    }

    private static boolean isVersionChange(FsfReq req) {
        return FsfStatusReadBuffer.STATUS_SUBTYPE.get(req.srb) == FSF_STATUS_READ_SUB_LIC_CHANGE && hearsOfVersions(req.adapter);
    }

    private static Due toVersion(FsfReq req) {
        int version = FsfVersionChange.CURRENT_VERSION.get(FsfStatusReadBuffer.PAYLOAD_VERSION_CHANGE.at(req.srb));
        Adapter adapter = req.adapter;
        return new Due("fsf_lic_version " + Integer.toHexString(version), () -> adapter.fsfLicVersion == version, req);
    }

    private static Due toEls(FsfReq req, long payload) {
        long wwpn = switch (Memory.getUnsignedByte(payload)) {
            case FcConstants.ELS_PLOGI -> FcElsFlogi.FL_WWPN.get(payload);
            case FcConstants.ELS_LOGO -> FcElsLogo.FL_N_PORT_WWN.get(payload);
            default -> -1;
        };
        return toPort("fciwwp1", req, port -> port.wwpn == wwpn);
    }

    /** Due for the first port that is meant; null if there is none. */
    private static Due toPort(String what, FsfReq req, Predicate<Port> meant) {
        Port[] found = {null};
        req.adapter.portList.forEach(port -> found[0] = found[0] == null && meant.test(port) ? port : found[0]);
        return found[0] == null ? null : new Due(what, req, found[0], meant);
    }

    private static boolean hasPort(Adapter adapter, Predicate<Port> property) {
        boolean[] found = {false};
        adapter.portList.forEach(port -> found[0] |= property.test(port));
        return found[0];
    }
}
