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

    /** Name on the command line. */
    public String scenario() {
        return scenario;
    }
}
