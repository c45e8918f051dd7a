// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import static org.zfcp4j.layout.Fields.aligned;
import static org.zfcp4j.layout.Fields.offset;
import static org.zfcp4j.layout.Fields.parts;
import static org.zfcp4j.layout.Fields.struct;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Geometry;

/**
 * Storage-block address list (SBAL): sixteen elements, see {@link QdioBufferElement}.
 *
 * <p>C type: {@code struct qdio_buffer}.
 */
public final class QdioBuffer {

    /** Members in their order in memory, with their C names. */
    public static final GroupLayout LAYOUT =
            aligned(Geometry.CURRENT.sbalesPerSbal() * (long) QdioBufferElement.SIZE, struct("qdio_buffer",
                    parts("element", Geometry.CURRENT.sbalesPerSbal(), QdioBufferElement.LAYOUT)));

    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    // Offsets of the members in bytes.
    public static final long OFFSET_ELEMENT = offset(LAYOUT, "element");

    /** Number of elements of {@code element}. */
    public static final int COUNT_ELEMENT = Geometry.CURRENT.sbalesPerSbal();

    private QdioBuffer() {
    }

    /** Address of an element. */
    public static long element(long struct, long index) {
        return struct + OFFSET_ELEMENT + index * QdioBufferElement.SIZE;
    }
}
