// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accesses that C makes without a lock on purpose, with the reasons, in {@code known-races.txt}. */
public final class KnownRaces {
    /** Columns of the file: variable, function or {@code *}, reason. */
    private static final int COLUMNS = 3;

    private record Entry(String variable, String function, String text) {
        boolean covers(Race race) {
            boolean here = function.equals("*") || race.first().functions().contains(function) || race.second().functions().contains(function)
                    || race.first().context().equals(function) || race.second().context().equals(function);
            return variable.equals(race.variable()) && here;
        }
    }

    private static final List<Entry> ENTRIES = read();
    private static final Set<String> USED = ConcurrentHashMap.newKeySet();

    private KnownRaces() {
    }

    private static List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(KnownRaces.class.getResourceAsStream("known-races.txt"),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split("\\|");
                if (!line.startsWith("#") && parts.length == COLUMNS) {
                    entries.add(new Entry(parts[0].strip(), parts[1].strip(), line.strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static boolean isKnown(Race race) {
        if (race.kind() != Race.Kind.RACE) {
            return false;
        }
        for (Entry entry : ENTRIES) {
            if (entry.covers(race)) {
                USED.add(entry.text);
                return true;
            }
        }
        return false;
    }

    /** The entries that no race has needed since the start of the process. */
    public static List<String> unused() {
        return ENTRIES.stream().map(Entry::text).filter(text -> !USED.contains(text)).toList();
    }
}
