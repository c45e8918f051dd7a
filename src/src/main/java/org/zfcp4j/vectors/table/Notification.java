// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fc.FcConstants;
import org.zfcp4j.layout.fc.FcElsFlogi;
import org.zfcp4j.layout.fc.FcElsLogo;
import org.zfcp4j.layout.fc.FcElsRscn;
import org.zfcp4j.layout.fc.FcElsRscnPage;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.layout.fsf.FsfLinkDownInfo;
import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.vectors.Hex;

/**
 * The status read buffer that a row is about. The row names its header fields; of an ELS it gives the kind in words, and what
 * the driver passed on of it: the pages of an RSCN are those that became FC events.
 */
final class Notification {
    private static final String RSCN_EVENT = "0x5";
    private static final int HEADER = 0x40;
    private static final int LONG_PAGE = 8;
    private static final long UNKNOWN_WWPN = 0x50050763ffffffffL;

    private final Row row;
    private final int type;
    private final String what;

    Notification(Row row) {
        this.row = row;
        this.type = row.word("status_type");
        this.what = row.has("what") ? row.text("what") : "";
        row.word("status_subtype");
        row.word("d_id");
        row.word("code");
    }

    /** False if the row says in words only what the buffer holds, and in words that have no meaning here. */
    boolean isKnown() {
        return type != FsfConstants.FSF_STATUS_READ_INCOMING_ELS || what.startsWith("RSCN") || elsCommand() != 0;
    }

    private int elsCommand() {
        return switch (what.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
            case "PLOGI" -> FcConstants.ELS_PLOGI;
            case "LOGO" -> FcConstants.ELS_LOGO;
            case "PRLI" -> FcConstants.ELS_PRLI;
            case "PRLO" -> FcConstants.ELS_PRLO;
            case "FLOGI" -> FcConstants.ELS_FLOGI;
            case "ADISC" -> FcConstants.ELS_ADISC;
            case "RJT" -> FcConstants.ELS_LS_RJT;
            default -> 0;
        };
    }

    /** {@code buffer} is zeroed. */
    void fill(long buffer) {
        FsfStatusReadBuffer.STATUS_TYPE.set(buffer, type);
        FsfStatusReadBuffer.STATUS_SUBTYPE.set(buffer, row.word("status_subtype"));
        FsfStatusReadBuffer.D_ID.set(buffer, row.word("d_id"));
        FsfStatusReadBuffer.LENGTH.set(buffer, HEADER);
        switch (type) {
            case FsfConstants.FSF_STATUS_READ_INCOMING_ELS -> els(buffer, FsfStatusReadBuffer.PAYLOAD_DATA.at(buffer));
            case FsfConstants.FSF_STATUS_READ_FEATURE_UPDATE_ALERT ->
                FsfStatusReadBuffer.PAYLOAD_WORD.set(buffer, 0, (int) Hex.parse(row.object("after").getString("features", "0x0")));
            default -> FsfLinkDownInfo.ERROR_CODE.set(FsfStatusReadBuffer.PAYLOAD_LINK_DOWN_INFO.at(buffer), row.word("code"));
        }
    }

    private void els(long buffer, long els) {
        if (what.startsWith("RSCN")) {
            rscn(buffer, els);
            return;
        }
        Memory.putByte(els, (byte) elsCommand());
        long wwpn = what.contains("unknown") ? UNKNOWN_WWPN : San.PORTS.getFirst().wwpn();
        if (elsCommand() == FcConstants.ELS_PLOGI) {
            FcElsFlogi.FL_WWPN.set(els, wwpn);
        } else if (elsCommand() == FcConstants.ELS_LOGO) {
            FcElsLogo.FL_N_PORT_WWN.set(els, wwpn);
        }
    }

    private void rscn(long buffer, long els) {
        List<Integer> pages = pages();
        int length = FcElsRscn.SIZE + pages.size() * FcElsRscnPage.SIZE;
        if (length > FsfStatusReadBuffer.LENGTH_PAYLOAD_DATA) {
            throw row.malformed("followup");
        }
        FcElsRscn.RSCN_CMD.set(els, FcConstants.ELS_RSCN);
        FcElsRscn.RSCN_PAGE_LEN.set(els, what.contains("page length field 8") ? LONG_PAGE : FcElsRscnPage.SIZE);
        FcElsRscn.RSCN_PLEN.set(els, length);
        FsfStatusReadBuffer.LENGTH.set(buffer, HEADER + length);
        for (int i = 0; i < pages.size(); i++) {
            Memory.putInt(els + FcElsRscn.SIZE + (long) i * FcElsRscnPage.SIZE, pages.get(i));
        }
    }

    private List<Integer> pages() {
        List<Integer> pages = new ArrayList<>();
        JsonValue other = row.object("followup").get("other");
        if (other == null || !other.isArray()) {
            throw row.malformed("followup");
        }
        for (JsonValue event : other.asArray()) {
            JsonObject fc = event.asObject();
            if (fc.getString("op", "").equals("post_event") && fc.getString("code", "").equals(RSCN_EVENT)) {
                pages.add((int) Hex.parse(fc.getString("data", "0x0")));
            }
        }
        return pages;
    }
}
