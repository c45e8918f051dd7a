// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.zfcp4j.layout.fsf.FsfConstants.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fc.FcElsLogo;
import org.zfcp4j.layout.fc.FcElsRscn;
import org.zfcp4j.layout.fc.FcElsRscnPage;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.layout.fsf.FsfVersionChange;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;

/** What the driver has to do about a notification: a trace tag of the recovery that it triggers, a work item, or what it takes over. */
final class NotificationReactions {
    private NotificationReactions() {
    }

    /** What is due when a notification is evaluated. */
    static List<Due> to(FsfReq req) {
        Due reaction = reaction(req);
        List<Due> due = new ArrayList<>(reaction == null ? List.of() : List.of(reaction));
        HostAttributes down = HostAttributes.ofNotification(req);
        if (down != null) {
            // The request is freed before it is looked.
            Adapter adapter = req.adapter;
            due.add(Due.of("attributes of the host to follow", () -> down.areThoseOf(adapter), req));
        }
        return due;
    }

    private static Due reaction(FsfReq req) {
        long buffer = req.srb;
        return switch (FsfStatusReadBuffer.STATUS_TYPE.get(buffer)) {
            case FSF_STATUS_READ_LINK_UP -> Due.of("fssrh_2", req);
            case FSF_STATUS_READ_BIT_ERROR_THRESHOLD -> req.adapter.module.parameters.berStop ? Due.of("fssrh_b", req) : null;
            case FSF_STATUS_READ_PORT_CLOSED -> {
                int dId = FsfStatusReadBuffer.D_ID.get(buffer);
                yield toPort("fssrpc1", req, port -> port.dId == dId);
            }
            case FSF_STATUS_READ_NOTIFICATION_LOST -> {
                boolean lost = (FsfStatusReadBuffer.STATUS_SUBTYPE.get(buffer) & FSF_STATUS_READ_SUB_VERSION_CHANGE) != 0;
                yield lost && hearsOfVersions(req.adapter) ? Due.of(ReactionChecker.VERSION_CHANGE_LOST, req) : null;
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
        return Due.of("fsf_lic_version " + Integer.toHexString(version), () -> adapter.fsfLicVersion == version, req);
    }

    private static Due toEls(FsfReq req, long payload) {
        if (Memory.getUnsignedByte(payload) == FcConstants.ELS_RSCN) {
            return toRscn(req, payload);
        }
        long wwpn = switch (Memory.getUnsignedByte(payload)) {
            case FcConstants.ELS_PLOGI -> FcElsFlogi.FL_WWPN.get(payload);
            case FcConstants.ELS_LOGO -> FcElsLogo.FL_N_PORT_WWN.get(payload);
            default -> -1;
        };
        return toPort("fciwwp1", req, port -> port.wwpn == wwpn);
    }

    /** Ports without an address are opened anew; else the links of those are tested that the first page means. */
    private static Due toRscn(FsfReq req, long payload) {
        if (FcElsRscn.RSCN_PLEN.get(payload) < 2 * FcElsRscnPage.SIZE) {
            return null;
        }
        Due lost = toPort("fcrscn1", req, port -> port.dId == 0);
        if (lost != null) {
            return lost;
        }
        long page = payload + FcElsRscnPage.SIZE;
        int range = FcConstants.rscnRangeMask(FcElsRscnPage.RSCN_PAGE_FLAGS.get(page) & FcConstants.ELS_RSCN_ADDR_FMT_MASK);
        int fid = FcElsRscnPage.RSCN_FID.get(page);
        return toPort(ReactionChecker.LINK_TEST, req, port -> (port.dId & range) == (fid & range));
    }

    /** Due for the first port that is meant; null if there is none. */
    private static Due toPort(String what, FsfReq req, Predicate<Port> meant) {
        Port[] found = {null};
        req.adapter.portList.forEach(port -> found[0] = found[0] == null && meant.test(port) ? port : found[0]);
        return found[0] == null ? null : Due.of(what, req, found[0], meant);
    }
}
