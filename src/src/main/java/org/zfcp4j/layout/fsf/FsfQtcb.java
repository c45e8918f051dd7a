// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.fsf;

import static org.zfcp4j.layout.Fields.bytes;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.part;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;

/**
 * Queue transfer control block (QTCB): a request to the channel and, in the same place, its answer.
 *
 * <p>Element 1 of the first SBAL of every request but a status read points to one.
 *
 * <p>C type: {@code struct fsf_qtcb}.
 */
public final class FsfQtcb {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            struct("fsf_qtcb",
                    part("prefix", FsfQtcbPrefix.LAYOUT),
                    part("header", FsfQtcbHeader.LAYOUT),
                    part("bottom", FsfQtcbBottom.LAYOUT),
                    bytes("log", 1024));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_PREFIX = offset(LAYOUT, "prefix");
    public static final long OFFSET_HEADER = offset(LAYOUT, "header");
    public static final long OFFSET_BOTTOM = offset(LAYOUT, "bottom");
    public static final long OFFSET_LOG = offset(LAYOUT, "log");

    /** Length of {@code log} in bytes. */
    public static final int LENGTH_LOG = 1024;

    private FsfQtcb() {
    }

    /** Address of the first part, see {@link FsfQtcbPrefix}. */
    public static long prefix(long struct) {
        return struct + OFFSET_PREFIX;
    }

    /** Address of the second part, see {@link FsfQtcbHeader}. */
    public static long header(long struct) {
        return struct + OFFSET_HEADER;
    }

    /** Address of the third part, see {@link FsfQtcbBottom}. */
    public static long bottom(long struct) {
        return struct + OFFSET_BOTTOM;
    }

    /** Address of the log that the channel may write about the request. */
    public static long log(long struct) {
        return struct + OFFSET_LOG;
    }
}
