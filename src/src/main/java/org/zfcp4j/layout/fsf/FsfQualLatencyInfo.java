// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.U32;

/**
 * Protocol status qualifier of a successful SCSI command on a channel with measurement data.
 *
 * <p>Both figures are in units that {@code timer_interval} of the configuration data gives.
 */
public final class FsfQualLatencyInfo {
    private static final Members MEMBERS = Members.device("fsf_qual_latency_info");
    /** Time that the channel spent on the request. */
    public static final U32 CHANNEL_LAT = MEMBERS.u32("channel_lat");
    /** Time that fabric and storage spent on it. */
    public static final U32 FABRIC_LAT = MEMBERS.u32("fabric_lat");

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.reserved("res1", 8).layout();
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private FsfQualLatencyInfo() {
    }
}
