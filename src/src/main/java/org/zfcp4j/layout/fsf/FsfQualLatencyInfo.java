// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.struct;
import static org.zfcp4j.layout.Fields.u32;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Protocol status qualifier of a successful SCSI command on a channel with measurement data.
 *
 * <p>Both figures are in units that {@code timer_interval} of the configuration data gives.
 *
 * <p>C type: {@code struct fsf_qual_latency_info}.
 */
public final class FsfQualLatencyInfo {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_qual_latency_info",
                    u32("channel_lat"),
                    u32("fabric_lat"),
                    bytes("res1", 8));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_CHANNEL_LAT = offset(LAYOUT, "channel_lat");
    public static final long OFFSET_FABRIC_LAT = offset(LAYOUT, "fabric_lat");
    public static final long OFFSET_RES1 = offset(LAYOUT, "res1");

    private FsfQualLatencyInfo() {
    }

    /** Time that the channel spent on the request. */
    public static int channelLat(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_CHANNEL_LAT);
    }

    /** Sets it: see {@link #channelLat(long)}. */
    public static void channelLat(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_CHANNEL_LAT, value);
    }

    /** Time that fabric and storage spent on it. */
    public static int fabricLat(long struct) {
        return DeviceMemory.getInt(struct + OFFSET_FABRIC_LAT);
    }

    /** Sets it: see {@link #fabricLat(long)}. */
    public static void fabricLat(long struct, int value) {
        DeviceMemory.putInt(struct + OFFSET_FABRIC_LAT, value);
    }
}
