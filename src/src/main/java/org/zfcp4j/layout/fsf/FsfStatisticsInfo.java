// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U64;

/** Counters of a channel since it was activated. */
public final class FsfStatisticsInfo {
    private static final Members MEMBERS = Members.device("fsf_statistics_info");
    /** Requests that read. */
    public static final U64 INPUT_REQ = MEMBERS.u64("input_req");
    /** Requests that wrote. */
    public static final U64 OUTPUT_REQ = MEMBERS.u64("output_req");
    /** Requests without data. */
    public static final U64 CONTROL_REQ = MEMBERS.u64("control_req");
    /** Megabytes read. */
    public static final U64 INPUT_MB = MEMBERS.u64("input_mb");
    /** Megabytes written. */
    public static final U64 OUTPUT_MB = MEMBERS.u64("output_mb");
    /** Seconds since the activation. */
    public static final U64 SECONDS_ACT = MEMBERS.u64("seconds_act");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfStatisticsInfo() {
    }
}
