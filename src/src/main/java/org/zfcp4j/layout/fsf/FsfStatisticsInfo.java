// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u64;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Counters of a channel since it was activated.
 *
 * <p>C type: {@code struct fsf_statistics_info}.
 */
public final class FsfStatisticsInfo {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_statistics_info",
                    u64("input_req"),
                    u64("output_req"),
                    u64("control_req"),
                    u64("input_mb"),
                    u64("output_mb"),
                    u64("seconds_act"));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_INPUT_REQ = offset(LAYOUT, "input_req");
    public static final long OFFSET_OUTPUT_REQ = offset(LAYOUT, "output_req");
    public static final long OFFSET_CONTROL_REQ = offset(LAYOUT, "control_req");
    public static final long OFFSET_INPUT_MB = offset(LAYOUT, "input_mb");
    public static final long OFFSET_OUTPUT_MB = offset(LAYOUT, "output_mb");
    public static final long OFFSET_SECONDS_ACT = offset(LAYOUT, "seconds_act");

    private FsfStatisticsInfo() {
    }

    /** Requests that read. */
    public static long inputReq(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_INPUT_REQ);
    }

    /** Sets it: see {@link #inputReq(long)}. */
    public static void inputReq(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_INPUT_REQ, value);
    }

    /** Requests that wrote. */
    public static long outputReq(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_OUTPUT_REQ);
    }

    /** Sets it: see {@link #outputReq(long)}. */
    public static void outputReq(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_OUTPUT_REQ, value);
    }

    /** Requests without data. */
    public static long controlReq(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_CONTROL_REQ);
    }

    /** Sets it: see {@link #controlReq(long)}. */
    public static void controlReq(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_CONTROL_REQ, value);
    }

    /** Megabytes read. */
    public static long inputMb(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_INPUT_MB);
    }

    /** Sets it: see {@link #inputMb(long)}. */
    public static void inputMb(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_INPUT_MB, value);
    }

    /** Megabytes written. */
    public static long outputMb(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_OUTPUT_MB);
    }

    /** Sets it: see {@link #outputMb(long)}. */
    public static void outputMb(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_OUTPUT_MB, value);
    }

    /** Seconds since the activation. */
    public static long secondsAct(long struct) {
        return DeviceMemory.getLong(struct + OFFSET_SECONDS_ACT);
    }

    /** Sets it: see {@link #secondsAct(long)}. */
    public static void secondsAct(long struct, long value) {
        DeviceMemory.putLong(struct + OFFSET_SECONDS_ACT, value);
    }
}
