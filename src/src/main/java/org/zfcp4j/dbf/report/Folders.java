// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.dbf.record.Entry;

/** Devices whose areas lie in one folder have one timeline. */
final class Folders {
    private Folders() {
    }

    static Map<Path, List<Judged>> of(List<Judged> all) {
        Map<Path, List<Judged>> folders = new LinkedHashMap<>();
        all.forEach(judged -> folders.computeIfAbsent(judged.capture().folder(), f -> new ArrayList<>()).add(judged));
        return folders;
    }

    /** All records in order of time. */
    static List<Entry> timeline(List<Judged> devices) {
        List<Entry> entries = new ArrayList<>();
        devices.forEach(device -> entries.addAll(device.capture().timeline()));
        entries.sort(Comparator.comparingLong(Entry::micros));
        return entries;
    }
}
