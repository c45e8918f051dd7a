// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.List;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.kernel.virtual.Outcome;
import org.zfcp4j.kernel.virtual.RunResult;

/**
 * Recognises a known mistake of zfcp at level 7.1 ({@code docs/c-driver-findings.md}): closing the queues disables {@code irq_tasklet}
 * and {@code request_tasklet} although they are scheduled, or before the timer that schedules them is stopped, and the removal of the
 * device waits for them forever. Virtual kernel.
 */
public final class DisabledTasklet implements WorldObserver, KnownEnd {
    private static final List<String> NAMES = List.of("request_tasklet", "irq_tasklet");
    private static final String NOTE = "the run ends here, with a mistake of zfcp itself: a tasklet was disabled when it was scheduled, and the"
            + " removal of its device waits for it";

    private boolean waitedFor;

    @Override
    public void taskletKilled(Tasklet tasklet, boolean endless) {
        waitedFor |= endless && NAMES.stream().anyMatch(tasklet.name()::startsWith);
    }

    @Override
    public boolean isMeant(RunResult result) {
        return waitedFor && (result.outcome() == Outcome.DEADLOCK || result.outcome() == Outcome.LOST_WAKEUP);
    }

    @Override
    public String note() {
        return NOTE;
    }
}
