// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.parts;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Geometry;

/**
 * Storage list: the addresses of the SBALs of a queue, architected: 128.
 *
 * <p>C type: {@code struct sl}.
 */
public final class Sl {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(1024, struct("sl",
                    parts("element", Geometry.CURRENT.sbalsPerQueue(), SlElement.LAYOUT)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_ELEMENT = offset(LAYOUT, "element");

    /** Number of elements of {@code element}. */
    public static final int COUNT_ELEMENT = Geometry.CURRENT.sbalsPerQueue();

    private Sl() {
    }

    /** Address of an entry, see {@link SlElement}. */
    public static long element(long struct, long index) {
        return struct + OFFSET_ELEMENT + index * SlElement.SIZE;
    }
}
