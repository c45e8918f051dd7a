// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.Event.Kind;
import org.zfcp4j.lab.WorldResult;

/** A moment in which the worker has to be held up at the right time: seeds are tried until {@code stat_work} outlives a close. */
abstract class LateWorker extends Moment {
    private static final String STAT_WORK = "stat_work";
    /** What the channel asks for. */
    private static final int AGREED = 16;

    LateWorker(String name, String title) {
        super(name, title);
    }

    /** Also holds the worker up while time passes, as a busy processor does. */
    @Override
    public final Scheduler scheduler(long seed) {
        return new HeldUp(seed);
    }

    @Override
    public final boolean isSearched() {
        return true;
    }

    /** A policy that fails must post too many, not only miscount; one that holds must have met the critical situation. */
    @Override
    public final boolean isDecisive(WorldResult result, String policy) {
        if (expected(policy).violated()) {
            return result.maxSrbs() > AGREED;
        }
        return result.violated() || isPendingAtClose(result.events());
    }

    @Override
    public final Expectation expected(String policy) {
        return Expectation.acrossReopen(policy);
    }

    /** True if {@code stat_work} is queued or runs when the queues of its adapter were closed. */
    private static boolean isPendingAtClose(List<Event> events) {
        Set<String> pending = new HashSet<>();
        for (Event event : events) {
            if (event.kind() == Kind.QDIO && event.name().equals("shutdown") && pending.contains(event.device())) {
                return true;
            } else if (event.kind() == Kind.WORK_QUEUED && event.name().equals(STAT_WORK)) {
                pending.add(event.device());
            } else if (event.kind() == Kind.WORK_END && event.name().equals(STAT_WORK)) {
                pending.remove(event.device());
            }
        }
        return false;
    }
}
