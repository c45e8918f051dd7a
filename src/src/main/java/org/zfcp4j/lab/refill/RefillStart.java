// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

/** Where an execution begins. */
public enum RefillStart {
    /**
     * The queues are open, configuration and port data are exchanged, and the ERP thread is about to set {@code stat_miss} and
     * to post the initial buffers: the last lines of adapter open.
     */
    RACE("refill-race"),
    /** The same, while the ordered work queue runs a port scan that waits in {@code zfcp_erp_wait} for this recovery. */
    RACE_WITH_SCAN("refill-race"),
    /**
     * The adapter is open with all buffers posted but one: LINK_UP has just used that up, counted it as missing, queued
     * {@code stat_work} and triggered the reopen of the adapter.
     */
    REOPEN("refill-reopen");

    private final String scenario;

    RefillStart(String scenario) {
        this.scenario = scenario;
    }

    /**
     * The start of a scenario, for a policy: the rejected alternative is of interest with the scan only.
     *
     * @throws IllegalArgumentException with a line for the user
     */
    public static RefillStart of(String scenario, String policy) {
        if (scenario.equals(RACE.scenario)) {
            return policy.equals("wait-for-work") ? RACE_WITH_SCAN : RACE;
        }
        if (scenario.equals(REOPEN.scenario)) {
            return REOPEN;
        }
        throw new IllegalArgumentException("no scenario \"" + scenario + "\" to explore; there are " + RACE.scenario + ", "
            + REOPEN.scenario);
    }

    /** Name on the command line. */
    public String scenario() {
        return scenario;
    }
}
