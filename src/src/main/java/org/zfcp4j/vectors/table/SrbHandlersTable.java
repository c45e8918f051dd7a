// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import java.util.List;

/** {@code srb_handlers.jsonl}: one unsolicited status in the start state, and all its effects. */
final class SrbHandlersTable implements Table {
    private static final long OBSERVED = 250_000;

    @Override
    public String kind() {
        return "srb_handlers";
    }

    @Override
    public boolean holds(Row row) {
        return row.has("status_type") && row.has("before");
    }

    @Override
    public List<RowResult> replay(List<Row> rows) {
        return rows.parallelStream().map(row -> RowResult.guarded(row, () -> replay(row))).toList();
    }

    private static RowResult replay(Row row) {
        Notification notification = new Notification(row);
        if (!notification.isKnown()) {
            return RowResult.skip(row, "the content of \"" + row.text("what") + "\" is not known");
        }
        int features = (int) Long.decode(row.object("before").getString("features", "0")).longValue();
        Comparator comparator = new Comparator(row);
        try (StartState state = new StartState(StartState.Options.of(features, true))) {
            state.run(start -> {
                InterruptWatch watch = new InterruptWatch(start);
                watch.begin(null);
                start.channel().notify(notification::fill);
                start.world().sleepUnseen(OBSERVED);
                if (watch.direct() == null) {
                    comparator.differ("direct", row.value("direct").toString(), "no interrupt");
                    return;
                }
                comparator.json("before", watch.before());
                comparator.json("direct", Effects.direct(watch.direct(), true));
                comparator.json("after", watch.after());
                comparator.json("followup", Effects.followup(start.takeEvents(), watch.start()));
                comparator.json("final", Snapshot.of(start));
            });
        }
        return comparator.result();
    }
}
