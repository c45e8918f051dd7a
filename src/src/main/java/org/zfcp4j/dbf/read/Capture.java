// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;

/**
 * The areas of one device, taken at one time.
 *
 * @param folder that holds the areas
 * @param device bus id
 */
public record Capture(Path folder, String device, Map<Area, AreaTrace> areas) {
    /** The records of an area in order of time; empty if it was not found. */
    public List<Entry> entries(Area area) {
        AreaTrace trace = areas.get(area);
        return trace == null ? List.of() : trace.entries();
    }

    /** All records in order of time but those of the payload area. Of the same microsecond, in the order of the areas. */
    public List<Entry> timeline() {
        List<Entry> all = new ArrayList<>();
        for (Area area : Area.values()) {
            if (area != Area.PAY) {
                all.addAll(entries(area));
            }
        }
        all.sort(Comparator.comparingLong(Entry::micros));
        return all;
    }

    /** True if records of that area may be missing at its beginning. */
    public boolean wrapped(Area area) {
        AreaTrace trace = areas.get(area);
        return trace != null && trace.wrapped();
    }
}
