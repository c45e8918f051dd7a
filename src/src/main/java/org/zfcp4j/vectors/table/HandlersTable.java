// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import org.zfcp4j.kernel.WaitQueue;
import org.zfcp4j.zfcp.erp.ErpTrigger;
import org.zfcp4j.zfcp.reqlist.ReqLists;

/** {@code handlers.jsonl}: one request in the start state, one answer or none, and all its effects. */
final class HandlersTable implements Table {
    @Override
    public String kind() {
        return "handlers";
    }

    @Override
    public boolean holds(Row row) {
        return row.has("cmd") && row.has("kind") && row.has("before");
    }

    @Override
    public List<RowResult> replay(List<Row> rows) {
        return rows.parallelStream().map(row -> RowResult.guarded(row, () -> replay(row))).toList();
    }

    private static RowResult replay(Row row) {
        Trigger trigger = Trigger.of(row.text("cmd"));
        if (trigger == null) {
            return RowResult.skip(row, "no trigger for a request " + row.text("cmd") + " is known");
        }
        Answer answer = Answer.of(row);
        int features = (int) Long.decode(row.object("before").getString("features", "0")).longValue();
        try (StartState state = new StartState(StartState.Options.of(features, true))) {
            Case run = new Case(row, trigger, answer);
            state.run(run::play);
            return run.comparator.result();
        }
    }

    private static final class Case {
        private static final long OBSERVED = 250_000;
        private static final long PATIENCE = 1000;

        private final Row row;
        private final Trigger trigger;
        private final Answer answer;
        private final String kind;
        private final Comparator comparator;
        private StartState state;
        private InterruptWatch watch;
        private WaitQueue requestSent;
        private long sent = -1;
        private JsonObject request;

        Case(Row row, Trigger trigger, Answer answer) {
            this.row = row;
            this.trigger = trigger;
            this.answer = answer;
            this.kind = row.text("kind");
            this.comparator = new Comparator(row);
        }

        private void sent() {
            sent = state.kernel().jiffies();
            request = state.lastEvent();
            requestSent.wakeUp();
        }

        void play(StartState start) {
            state = start;
            watch = new InterruptWatch(start);
            requestSent = start.kernel().waitQueue("request sent", null);
            start.channel().silence(trigger.silenced());
            start.channel().hold(trigger::matches, this::sent);
            trigger.pull(start);
            requestSent.waitEventTimeout(() -> sent >= 0, PATIENCE);
            if (sent < 0) {
                comparator.differ("request", row.text("cmd"), "none");
                return;
            }
            switch (kind) {
                case "dismiss" -> dismiss();
                case "timeout" -> timeout();
                default -> answered();
            }
            comparator.json("final", Snapshot.of(start));
        }

        private void answered() {
            watch.begin(ReqLists.findLocked(state.adapter().reqList, state.channel().held().id()));
            state.channel().answerHeld(answer);
            sleepUntil(sent + OBSERVED);
            if (watch.direct() == null) {
                comparator.differ("direct", row.value("direct").toString(), "not answered");
                return;
            }
            comparator.json("before", watch.before());
            comparator.word("req_status", watch.requestStatus());
            comparator.json("req_freed_in_handler", Json.value(watch.isFreed()));
            comparator.json("direct", Effects.direct(watch.direct(), false));
            comparator.json("after", watch.after());
            comparator.json("followup", Effects.followup(state.takeEvents(), watch.start()));
        }

        /** The adapter is reopened while the request is pending. */
        private void dismiss() {
            comparator.json("before", Snapshot.of(state));
            long start = state.kernel().jiffies();
            ErpTrigger.adapterReopen(state.adapter(), 0, Trigger.TAG);
            state.takeEvents();
            sleepUntil(start + OBSERVED);
            comparator.json("followup", Effects.followup(state.takeEvents(), start));
        }

        /** The request is never answered. */
        private void timeout() {
            comparator.json("before", Snapshot.of(state));
            comparator.json("timer_ms", request.get("timer_ms"));
            state.takeEvents();
            sleepUntil(sent + OBSERVED);
            comparator.json("followup", Effects.followup(state.takeEvents(), sent));
        }

        private void sleepUntil(long jiffies) {
            state.world().sleepUnseen(jiffies - state.kernel().jiffies());
        }
    }
}
