// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

/** What always holds. The names are printed, and appear in the JSON of results. */
public enum Invariant {
    /** No more status read buffers than the channel tolerates. */
    SRB_LIMIT("srb-limit"),
    /** From the initial posting to close: missing, claimed, on the request list and in completion add up to the agreed number. */
    SRB_ACCOUNTING("srb-accounting"),
    /** No status read buffer is posted before exchange config data of this open has succeeded. */
    SRB_BEFORE_CONFIG("srb-before-config"),
    /** Free request SBALs and those in use add up to the size of the queue. */
    REQUEST_QUEUE("request-queue"),
    /** Input SBALs belong to either side, and go back to the channel. */
    INPUT_QUEUE("input-queue"),
    /** Each request completes or is dismissed, once. */
    REQUEST_LIFE("request-life"),
    /** Status bits change only in the contexts and states that C allows. */
    STATUS_BITS("status-bits"),
    /** No recovery action is lost. */
    ERP_ACTIONS("erp-actions"),
    /** Each reference is dropped once; an object without references is released. */
    REFERENCES("references"),
    /** A timer runs for each request that somebody waits for, and for nothing else. */
    TIMERS("timers"),
    /** Remote ports, well-known ports and LUNs are in a state that recovery, when it is over, may leave behind. */
    PORTS("ports"),
    /** Port scans come when they are due, and only then. */
    PORT_SCANS("port-scans"),
    /** What the midlayer is told of the adapter is so. */
    HOST("host"),
    /** What the driver hands over is valid for the channel. */
    PROTOCOL("protocol"),
    /** The driver reacts to what the channel reports. */
    REACTIONS("reactions"),
    /** Each SCSI command is completed once, or is taken back by error handling, and yields the right data. */
    SCSI_COMMANDS("scsi-commands"),
    /** Once faults stop, the system recovers. */
    RECOVERY("recovery"),
    /** Nobody waits forever. */
    PROGRESS("progress"),
    /** No sleep in atomic context, no lock misused. */
    CONTEXT("context"),
    /** The trace says what happened: nothing is missing, and nothing else is said. */
    TRACE("trace"),
    /** Main storage is given back, and is not used afterwards. */
    STORAGE("storage"),
    /** Accesses to the same plain memory are ordered; sought only where it is asked for. */
    DATA_RACES("data-races");

    private final String label;

    Invariant(String label) {
        this.label = label;
    }

    /** As it is printed. */
    public String label() {
        return label;
    }
}
