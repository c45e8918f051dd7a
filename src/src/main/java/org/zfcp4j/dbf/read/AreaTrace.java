// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.read;

import java.util.List;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;

/**
 * What an area held.
 *
 * @param level at which it traced when it was read; negative if that is unknown or tracing was off
 * @param pages of its ring, 0 if that is unknown
 * @param entries in order of time
 * @param steppedBack true if the ring began in its middle: later records came before earlier ones in the file
 */
public record AreaTrace(Area area, int level, int pages, List<Entry> entries, boolean steppedBack) {
    /** True if older records were overwritten: the ring began in its middle, or is full. */
    public boolean wrapped() {
        return steppedBack || isFull();
    }

    private boolean isFull() {
        return pages > 0 && entries.size() >= area.capacity(pages);
    }
}
