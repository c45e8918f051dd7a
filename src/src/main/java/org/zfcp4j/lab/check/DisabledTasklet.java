// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.HashSet;
import java.util.Set;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.virtual.Outcome;
import org.zfcp4j.kernel.virtual.RunResult;

/**
 * Recognises a known mistake of zfcp at level 7.1 ({@code docs/c-driver-findings.md}): closing the queues disables {@code request_tasklet}
 * although it is scheduled, and the removal of the device waits for it forever. One that is scheduled after it was disabled is another
 * matter. Virtual kernel.
 */
public final class DisabledTasklet implements WorldObserver {
    private static final String NAME = "request_tasklet";
    private static final String NOTE = "the run ends here, with a mistake of zfcp itself: request_tasklet was disabled when it was scheduled,"
            + " and the removal of its device waits for it";

    private final Set<Tasklet> scheduled = new HashSet<>();
    private boolean waitedFor;

    @Override
    public void taskletDisabled(Tasklet tasklet, boolean isScheduled) {
        if (isScheduled) {
            scheduled.add(tasklet);
        } else {
            scheduled.remove(tasklet);
        }
    }

    @Override
    public void taskletKilled(Tasklet tasklet, boolean endless) {
        waitedFor |= endless && tasklet.name().startsWith(NAME) && scheduled.contains(tasklet);
    }

    /** True if that has ended the run. */
    boolean isMeant(RunResult result) {
        return waitedFor && (result.outcome() == Outcome.DEADLOCK || result.outcome() == Outcome.LOST_WAKEUP);
    }

    String note() {
        return NOTE;
    }
}
