// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.List;

/**
 * A transcript: what the C driver did, line by line.
 *
 * @param name path below the folder that is replayed
 * @param lines the first one is {@code meta}
 */
public record Recording(String name, List<Line> lines) {
    /** {@code sched}: the adapter's work queue is always preferred. */
    public boolean isWorkQueueFirst() {
        return lines.get(0).text("sched").equals("wqfirst");
    }

    public Line meta() {
        return lines.get(0);
    }
}
