// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

import java.util.Locale;

/** What the driver does while accesses are counted. */
public enum Workload {
    /** The channel consumes status read buffers; stat_work and further contexts refill at the same time. An operation is one SRB. */
    REFILL,
    /** Each processor of the driver takes a buffer back that the channel has fetched, and refills. An operation is one SRB. */
    POST,
    /** Processes read 4 KiB each from a disk, one command at a time. An operation is one FCP command. */
    IO;

    /** As on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an operation is. */
    public String unit() {
        return this == IO ? "command" : "SRB";
    }
}
