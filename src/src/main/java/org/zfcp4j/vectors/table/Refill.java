// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import org.zfcp4j.layout.fsf.FsfStatusReadBuffer;
import org.zfcp4j.zfcp.adapter.StatusReadRefill;
import org.zfcp4j.zfcp.def.Adapter;

/**
 * One run of a refill race: the recovery thread sets the count of missing buffers and refills while {@code stat_work} does.
 *
 * @param policy name of the refill policy
 * @param buffers how many status read buffers there should be
 * @param notificationAfter number of posts after which the channel uses a buffer; 0 for a {@code stat_work} that is pending
 *     from before, with one buffer missing
 */
record Refill(String policy, int buffers, int notificationAfter) {
    /** Most buffers at the channel at a time; least and last count of missing ones. */
    record Outcome(int maxPosted, int minMissing, int finalMissing) {
    }

    /** A status type that has no other effect. */
    private static final int UNKNOWN_TYPE = 0x99;

    /** Runs it with the threads in the order that {@code plan} decides. */
    Outcome run(RaceScheduler.Plan plan) {
        RaceScheduler scheduler = new RaceScheduler(plan);
        var options = new StartState.Options(StartState.Options.USUAL_FEATURES, true, San.PORTS.size(), policy, scheduler);
        Outcome[] outcome = new Outcome[1];
        try (StartState state = new StartState(options)) {
            state.run(start -> outcome[0] = race(start, scheduler));
        }
        return outcome[0];
    }

    private Outcome race(StartState state, RaceScheduler scheduler) {
        Adapter adapter = state.adapter();
        state.channel().forgetStatusReads();
        adapter.statReadBufNum = buffers;
        int[] posts = new int[1];
        if (notificationAfter > 0) {
            state.channel().onStatusRead(() -> {
                if (++posts[0] == notificationAfter) {
                    state.channel().notify(buffer -> FsfStatusReadBuffer.STATUS_TYPE.set(buffer, UNKNOWN_TYPE));
                }
            });
        } else {
            adapter.statMiss.set(1);
            adapter.workQueue.queue(adapter.statWork);
        }
        state.takeEvents();
        state.kernel().user(RaceScheduler.ERP, () -> {
            adapter.statMiss.set(buffers);
            StatusReadRefill.initialRefill(adapter);
        });
        scheduler.begin();
        // The script comes last, so that the others run here.
        int missing = adapter.statMiss.read();
        scheduler.end();
        return new Outcome(state.channel().maxPostedSrbs(), leastMissing(state, missing), missing);
    }

    private static int leastMissing(StartState state, int last) {
        return state.takeEvents().stream().filter(event -> Effects.ev(event).equals("stat_miss"))
            .mapToInt(event -> event.getInt("new", 0)).reduce(last, Math::min);
    }
}
