// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Parts;

/** Storage-block address list (SBAL): sixteen elements, see {@link QdioBufferElement}. */
public final class QdioBuffer {
    private static final Members MEMBERS = Members.device("qdio_buffer");
    /** Number of elements of {@code element}. */
    public static final int COUNT_ELEMENT = Geometry.CURRENT.sbalesPerSbal();
    /** An element. */
    public static final Parts ELEMENT = MEMBERS.parts("element", COUNT_ELEMENT, QdioBufferElement.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(Geometry.CURRENT.sbalesPerSbal() *(long) QdioBufferElement.SIZE);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private QdioBuffer() {
    }
}
