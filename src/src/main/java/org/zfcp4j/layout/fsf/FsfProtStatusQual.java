// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.u32s;
import static org.zfcp4j.layout.Fields.u64s;
import static org.zfcp4j.layout.Fields.union;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.DeviceMemory;

/**
 * Protocol status qualifier: details whose meaning depends on the protocol status.
 *
 * <p>C type: {@code union fsf_prot_status_qual}.
 */
public final class FsfProtStatusQual {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            union("fsf_prot_status_qual",
                    u32s("word", 4),
                    u64s("doubleword", 2),
                    part("version_error", FsfQualVersionError.LAYOUT),
                    part("sequence_error", FsfQualSequenceError.LAYOUT),
                    part("link_down_info", FsfLinkDownInfo.LAYOUT),
                    part("latency_info", FsfQualLatencyInfo.LAYOUT));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_WORD = offset(LAYOUT, "word");
    public static final long OFFSET_DOUBLEWORD = offset(LAYOUT, "doubleword");
    public static final long OFFSET_VERSION_ERROR = offset(LAYOUT, "version_error");
    public static final long OFFSET_SEQUENCE_ERROR = offset(LAYOUT, "sequence_error");
    public static final long OFFSET_LINK_DOWN_INFO = offset(LAYOUT, "link_down_info");
    public static final long OFFSET_LATENCY_INFO = offset(LAYOUT, "latency_info");

    /** Number of elements of {@code word}. */
    public static final int COUNT_WORD = 4;

    /** Number of elements of {@code doubleword}. */
    public static final int COUNT_DOUBLEWORD = 2;

    private FsfProtStatusQual() {
    }

    /** A word of it. */
    public static int word(long struct, long index) {
        return DeviceMemory.getInt(struct + OFFSET_WORD + index * 4);
    }

    /** Sets it: see {@link #word(long, long)}. */
    public static void word(long struct, long index, int value) {
        DeviceMemory.putInt(struct + OFFSET_WORD + index * 4, value);
    }

    /** A double word of it. */
    public static long doubleword(long struct, long index) {
        return DeviceMemory.getLong(struct + OFFSET_DOUBLEWORD + index * 8);
    }

    /** Sets it: see {@link #doubleword(long, long)}. */
    public static void doubleword(long struct, long index, long value) {
        DeviceMemory.putLong(struct + OFFSET_DOUBLEWORD + index * 8, value);
    }

    /** Address of the details of a version error, see {@link FsfQualVersionError}. */
    public static long versionError(long struct) {
        return struct + OFFSET_VERSION_ERROR;
    }

    /** Address of the details of a sequence error, see {@link FsfQualSequenceError}. */
    public static long sequenceError(long struct) {
        return struct + OFFSET_SEQUENCE_ERROR;
    }

    /** Address of the details of a link that is down, see {@link FsfLinkDownInfo}. */
    public static long linkDownInfo(long struct) {
        return struct + OFFSET_LINK_DOWN_INFO;
    }

    /** Address of the latencies of a good SCSI command, see {@link FsfQualLatencyInfo}. */
    public static long latencyInfo(long struct) {
        return struct + OFFSET_LATENCY_INFO;
    }
}
