// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.story;

import java.util.List;

/**
 * A run that a page can play.
 *
 * @param about what it is and its result
 * @param start state before the first step
 * @param steps in the order in which they were made
 * @param opening index of the step at which the page opens
 */
public record Playback(About about, MachineState start, List<Step> steps, int opening) {
    /** Titles of the columns: {@link org.zfcp4j.lab.Lane} in its order. */
    static final List<String> LANES = List.of("ERP thread", "work queue", "tasklet, irq", "timer", "channel", "scenario");

    /**
     * What a run is, and its result.
     *
     * @param scenario name
     * @param moment name
     * @param title of the moment, one line
     * @param policy name of the refill policy
     * @param level Linux release of the driver
     * @param device bus id of the device that is shown
     * @param seed of the run; negative if a schedule was repeated
     * @param limit status read buffers that the channel takes
     * @param maxSrbs the most that were posted at a time, of any device
     * @param up whether the adapter was up at the end
     * @param asExpected whether the result is as expected
     * @param outcome {@code holds}, {@code violated} or {@code deadlock}
     * @param verdict in what state it left the adapter, or how many preemptions it took
     * @param violations broken invariants
     * @param blocked the cycle of waits of a deadlock
     * @param tags what triggered recovery
     */
    public record About(String scenario, String moment, String title, String policy, String level, String device, long seed, int limit,
            int maxSrbs, boolean up, boolean asExpected, String outcome, String verdict, List<String> violations, List<String> blocked,
            List<String> tags) {
    }

    /** The most status read buffers of the device that were posted at a time and had not come back. */
    int mostPosted() {
        return steps.stream().mapToInt(step -> step.state().posted()).max().orElse(0);
    }
}
