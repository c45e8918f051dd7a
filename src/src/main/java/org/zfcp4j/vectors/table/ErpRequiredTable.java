// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import static org.zfcp4j.zfcp.def.ZfcpStatus.*;

import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.kernel.KThread;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ErpAction;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.erp.ErpEnqueue;

/** {@code erp_required.jsonl}: which recovery the status words of adapter, port and LUN require, and what enqueueing does. */
final class ErpRequiredTable implements Table {
    private static final int ADAPTER = 0x54000000;
    private static final int PORT = 0x54000001;
    private static final int LUN = 0x54000000;
    private static final String TAG = "table__";

    @Override
    public String kind() {
        return "erp_required";
    }

    @Override
    public boolean holds(Row row) {
        return row.has("want") && row.has("need");
    }

    @Override
    public List<RowResult> replay(List<Row> rows) {
        List<RowResult> results = new ArrayList<>();
        try (StartState state = new StartState(StartState.Options.usual())) {
            // The script never blocks, so the recovery thread never sees what is enqueued.
            state.run(s -> rows.forEach(row -> results.add(row.has("special") ? special(s, row) : decide(s, row))));
        }
        return results;
    }

    private static RowResult decide(StartState state, Row row) {
        Adapter adapter = state.adapter();
        int want = row.word("want");
        Port port = want == ZFCP_ERP_ACTION_REOPEN_ADAPTER ? null : state.port();
        ScsiDevice sdev = want == ZFCP_ERP_ACTION_REOPEN_LUN ? state.sdev() : null;
        set(state, row.word("a"), row.word("p"), row.word("l"));
        Comparator comparator = new Comparator(row);

        comparator.number("required", ErpEnqueue.requiredAct(want, adapter, port, sdev));
        ErpAction act = enqueue(state, want, port, sdev, 0);

        JsonObject trigger = lastTrigger(state);
        comparator.text("need", trigger.getString("need", ""));
        comparator.number("enqueued", act == null ? 0 : 1);
        if (row.has("ready")) {
            comparator.number("ready", trigger.getInt("ready", -1));
        }
        if (row.has("act_status") && act != null) {
            comparator.word("act_status", act.status);
        }
        comparator.word("a2", adapter.status.read());
        comparator.word("p2", state.port().status.read());
        comparator.word("l2", state.lun().status.read());
        QueuedActions.drop(act);
        return comparator.result();
    }

    /**
     * What cannot be seen from the status words of a row: the LUN is going away, there is no thread, the adapter has failed, the
     * action holds no reference on its LUN.
     */
    private static RowResult special(StartState state, Row row) {
        String special = row.text("special");
        int want = row.word("want");
        Adapter adapter = state.adapter();
        ScsiDevice sdev = state.sdev();
        KThread thread = adapter.erpThread;
        ScsiDevice.State sdevState = sdev.state;
        int failed = 0;
        int actStatus = 0;
        if (special.contains("deleted")) {
            sdev.state = ScsiDevice.State.DEL;
        } else if (special.contains("thread")) {
            adapter.erpThread = null;
        } else if (special.contains("NO_REF")) {
            actStatus = ZFCP_STATUS_ERP_NO_REF;
        } else if (special.contains("failed")) {
            failed = ZFCP_STATUS_COMMON_ERP_FAILED;
        } else {
            return RowResult.skip(row, "what \"" + special + "\" stands for is not known");
        }
        set(state, given(row, "a", ADAPTER | (special.contains("adapter") ? failed : 0)),
            given(row, "p", PORT | (special.contains("port") ? failed : 0)),
            given(row, "l", LUN | (special.contains("LUN") ? failed : 0)));
        Comparator comparator = new Comparator(row);
        ErpAction act = enqueue(state, want, want == ZFCP_ERP_ACTION_REOPEN_ADAPTER ? null : state.port(),
            want == ZFCP_ERP_ACTION_REOPEN_LUN ? sdev : null, actStatus);
        comparator.text("need", lastTrigger(state).getString("need", ""));
        if (row.has("enqueued")) {
            comparator.number("enqueued", act == null ? 0 : 1);
        }
        if (row.has("act_status")) {
            comparator.word("act_status", act == null ? 0 : act.status);
        }
        compareStatus(row, comparator, "a2", adapter.status.read());
        compareStatus(row, comparator, "p2", state.port().status.read());
        compareStatus(row, comparator, "l2", state.lun().status.read());
        QueuedActions.drop(act);
        sdev.state = sdevState;
        adapter.erpThread = thread;
        return comparator.result();
    }

    private static int given(Row row, String name, int otherwise) {
        return row.has(name) ? row.word(name) : otherwise;
    }

    private static void compareStatus(Row row, Comparator comparator, String name, int status) {
        if (row.has(name)) {
            comparator.word(name, status);
        }
    }

    private static void set(StartState state, int adapter, int port, int lun) {
        state.adapter().status.set(adapter);
        state.port().status.set(port);
        state.lun().status.set(lun);
        state.takeEvents();
    }

    /** The action that was enqueued, removed from its list; or null. */
    private static ErpAction enqueue(StartState state, int want, Port port, ScsiDevice sdev, int actStatus) {
        Adapter adapter = state.adapter();
        adapter.erpLock.writeLockIrq();
        ErpEnqueue.actionEnqueue(want, adapter, port, sdev, TAG, actStatus);
        ErpAction act = QueuedActions.take(adapter);
        adapter.erpLock.writeUnlockIrq();
        return act;
    }

    private static JsonObject lastTrigger(StartState state) {
        return state.takeEvents().stream().filter(Effects::isTrigger).reduce((first, second) -> second)
            .orElseGet(JsonObject::new);
    }
}
