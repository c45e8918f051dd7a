// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.layout.qdio;

import java.lang.foreign.GroupLayout;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.Members;
import org.zfcp4j.layout.Parts;

/** Storage list: the addresses of the SBALs of a queue, architected: 128. */
public final class Sl {
    private static final Members MEMBERS = Members.device("sl");
    /** An entry, see {@link SlElement}. */
    public static final Parts ELEMENT = MEMBERS.parts("element", Geometry.CURRENT.sbalsPerQueue(), SlElement.LAYOUT);

    /** All members, with their C names. */
    public static final GroupLayout LAYOUT = MEMBERS.aligned(1024);
    /** Length in bytes. */
    public static final int SIZE = (int) LAYOUT.byteSize();

    private Sl() {
    }
}
