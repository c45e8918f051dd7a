// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import com.eclipsesource.json.JsonArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.erp.strategy.StrategyFollowup;

/**
 * What is recovered after an action that succeeded or failed. The recorded script went through all types of actions, first
 * after success, then after failure, and let no work item run in between, so that an item which one case has queued is
 * still pending in the next.
 */
final class ErpFollowups {
    private static final String SUCCESS = "followup_success";
    private static final String FAILED = "followup_failed";
    private static final int ADAPTER = 0x5400040b;
    private static final int PORT = 0x54000001;
    private static final int LUN = 0x54000000;
    private static final int[] TYPES = {ZFCP_ERP_ACTION_REOPEN_LUN, ZFCP_ERP_ACTION_REOPEN_PORT,
        ZFCP_ERP_ACTION_REOPEN_PORT_FORCED, ZFCP_ERP_ACTION_REOPEN_ADAPTER};

    private ErpFollowups() {
    }

    static List<RowResult> replay(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, JsonArray> cases = new HashMap<>();
        try (StartState state = new StartState(StartState.Options.usual())) {
            state.run(start -> {
                for (String fn : List.of(SUCCESS, FAILED)) {
                    for (int type : TYPES) {
                        cases.put(fn + type, play(start, fn, type));
                    }
                }
            });
        }
        List<RowResult> results = new ArrayList<>();
        for (Row row : rows) {
            JsonArray events = cases.get(row.text("fn") + row.word("type"));
            if (events == null) {
                results.add(RowResult.skip(row, "no function " + row.text("fn") + " for an action of type "
                    + row.word("type") + " is known"));
            } else {
                Comparator comparator = new Comparator(row);
                comparator.json("events", events);
                results.add(comparator.result());
            }
        }
        return results;
    }

    private static JsonArray play(StartState state, String fn, int type) {
        Adapter adapter = state.adapter();
        ErpAction act = switch (type) {
            case ZFCP_ERP_ACTION_REOPEN_LUN -> state.lun().erpAction;
            case ZFCP_ERP_ACTION_REOPEN_ADAPTER -> adapter.erpAction;
            default -> state.port().erpAction;
        };
        reset(state);
        act.type = type;
        state.takeEvents();
        adapter.erpLock.writeLockIrq();
        if (fn.equals(SUCCESS)) {
            StrategyFollowup.strategyFollowupSuccess(act);
        } else {
            StrategyFollowup.strategyFollowupFailed(act);
        }
        for (ErpAction queued = QueuedActions.take(adapter); queued != null; queued = QueuedActions.take(adapter)) {
            QueuedActions.drop(queued);
        }
        adapter.erpLock.writeUnlockIrq();
        return Effects.triggersAndWork(state.takeEvents());
    }

    private static void reset(StartState state) {
        state.adapter().status.set(ADAPTER);
        for (Port port : state.ports()) {
            port.status.set(PORT);
        }
        state.lun().status.set(LUN);
    }
}
