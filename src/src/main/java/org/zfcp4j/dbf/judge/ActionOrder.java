// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.dbf.record.RecFields;
import org.zfcp4j.layout.dbf.DbfConstants;

/**
 * A recovery action is set up, runs, and is taken off the list: in this order, and one at a time for an adapter, a port or a LUN.
 * What happened before the area begins is not counted as missing.
 */
final class ActionOrder {
    /** The record of an action that is taken off. */
    static final String DEQUEUED = "eractd1";
    /** With each action, those that it may become. */
    private static final Map<Integer, Set<Integer>> ESCALATION = Map.of(
            ZFCP_ERP_ACTION_REOPEN_LUN, Set.of(ZFCP_ERP_ACTION_REOPEN_LUN, ZFCP_ERP_ACTION_REOPEN_PORT, ZFCP_ERP_ACTION_REOPEN_ADAPTER),
            ZFCP_ERP_ACTION_REOPEN_PORT, Set.of(ZFCP_ERP_ACTION_REOPEN_PORT, ZFCP_ERP_ACTION_REOPEN_ADAPTER),
            ZFCP_ERP_ACTION_REOPEN_PORT_FORCED, Set.of(ZFCP_ERP_ACTION_REOPEN_PORT_FORCED, ZFCP_ERP_ACTION_REOPEN_PORT,
                    ZFCP_ERP_ACTION_REOPEN_ADAPTER),
            ZFCP_ERP_ACTION_REOPEN_ADAPTER, Set.of(ZFCP_ERP_ACTION_REOPEN_ADAPTER));

    private static final Set<String> REMOVALS = Set.of("fcegpf2", "syprs_1");

    private final List<Remark> remarks = new ArrayList<>();
    /** By target: whether an action is on a list. */
    private final Map<String, Boolean> queued = new HashMap<>();
    /** Ports that were removed: one of the same name may be there before the action of the old one is over. */
    private final Set<Long> removed = new HashSet<>();
    /** True if the area shows the adapter's life from its beginning. */
    private final boolean complete;

    private ActionOrder(boolean complete) {
        this.complete = complete;
    }

    static List<Remark> of(Capture capture) {
        List<Entry> entries = capture.entries(Area.REC);
        ActionOrder check = new ActionOrder(!capture.wrapped(Area.REC) && !entries.isEmpty() && entries.get(0).tag().equals("ccsonl1"));
        for (Entry rec : entries) {
            if (RecFields.isTrigger(rec)) {
                check.triggered(rec);
            } else if (RecFields.isRunning(rec)) {
                check.running(rec);
            }
        }
        return check.remarks;
    }

    /** True for records of an action that may be over already. */
    static boolean isAfterwards(Entry rec) {
        return rec.tag().startsWith("ertru_");
    }

    private void triggered(Entry rec) {
        int want = RecFields.want(rec);
        int need = RecFields.need(rec);
        if (want >= DbfConstants.ZFCP_PSEUDO_ERP_ACTION_RPORT_DEL) {
            return;
        }
        if (REMOVALS.contains(rec.tag())) {
            removed.add(RecFields.wwpn(rec));
        }
        Set<Integer> possible = ESCALATION.get(want);
        if (possible == null) {
            impossible("action", String.format("nobody wants action 0x%x", want), rec);
        } else if (need == 0 || need == ZFCP_ERP_ACTION_NONE || need == ZFCP_ERP_ACTION_FAILED) {
            return;
        } else if (!possible.contains(need & ~ZFCP_ERP_ACTION_NONE) || need != (need & 0xf) && (need & 0xf0) != ZFCP_ERP_ACTION_NONE) {
            impossible("action", String.format("action %d does not become action 0x%x", want, need), rec);
        } else if (RecFields.isAction(need)) {
            Boolean before = queued.put(RecFields.target(need, rec), true);
            if (before != null && before && isNamed(need, rec)) {
                impossible("action-twice", "an action for the " + RecFields.target(need, rec) + " is set up while another one is on the list", rec);
            }
        }
    }

    private void running(Entry rec) {
        int action = RecFields.action(rec);
        if (!RecFields.isAction(action)) {
            if (action != RecFields.NO_ACTION || !rec.tag().equals("fsowp_1") && !rec.tag().equals("fscwp_1")) {
                impossible("action", String.format("there is no action 0x%x", action), rec);
            }
            return;
        }
        if (!RecFields.isStep(RecFields.step(rec))) {
            impossible("action", String.format("there is no step 0x%x", RecFields.step(rec)), rec);
        }
        if (isAfterwards(rec) || !isNamed(action, rec)) {
            return;
        }
        String target = RecFields.target(action, rec);
        Boolean before = queued.put(target, !rec.tag().equals(DEQUEUED));
        if (before == null ? complete : !before) {
            impossible("action-not-set-up", "an action for the " + target + (before == null ? " runs that was never set up"
                    : " runs after it was taken off the list"), rec);
        }
    }

    /** Ports without a name, or with that of another one, cannot be told from each other. */
    private boolean isNamed(int action, Entry rec) {
        return action == ZFCP_ERP_ACTION_REOPEN_ADAPTER
                || RecFields.wwpn(rec) != DbfConstants.ZFCP_DBF_INVALID_WWPN && !removed.contains(RecFields.wwpn(rec));
    }

    private void impossible(String kind, String text, Entry rec) {
        remarks.add(Remark.impossible(kind, text, rec));
    }
}
