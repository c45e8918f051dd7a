// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for what finds each fix that is undone, with the same searches for all, and writes it into their files: those named as arguments,
 * or all. Takes up to a minute of one processor for each.
 */
public final class FixSearch {
    static final double SECONDS = 60;
    private static final String SINK = "kitchen-sink";
    private static final List<String> LEVELS = List.of("5.10", "7.1");

    private FixSearch() {
    }

    public static void main(String[] ids) {
        List<Fix> fixes = FixFile.all().stream().filter(fix -> ids.length == 0 || Arrays.asList(ids).contains(fix.id())).toList();
        fixes.parallelStream().forEach(fix -> {
            try {
                Fix.Found found = search(fix);
                FixFile.write(fix.id(), found);
                System.out.println(fix.id() + ": " + (found == null ? "NOT FOUND" : found) + "   " + fix.title());
            } catch (Exception | LinkageError e) {
                System.out.println(fix.id() + ": " + e + "   " + fix.title());
            }
        });
    }

    /** Searches until something is found or the time is over, and then in the recordings, which take as long as they take. */
    static Fix.Found search(Fix fix) {
        Undone undone = new Undone(fix.undo());
        long start = System.nanoTime();
        // Hundreds of runs have not even loaded what is undone: it is of the other level.
        Set<String> untouched = new HashSet<>();
        for (Hunt hunt : Hunt.ALL_HUNTS) {
            for (String level : LEVELS) {
                double left = SECONDS - seconds(start);
                if (!hunt.isLong() && (left <= 0 || untouched.contains(level))) {
                    continue;
                }
                int levels = LEVELS.size() - untouched.size();
                String found = hunt.run(undone.change(), level, hunt.first(), hunt.last(), hunt.isOpen() ? left / levels : left);
                if (!found.isEmpty()) {
                    String[] parts = found.split("\\|", 3);
                    return new Fix.Found(hunt.name(), level, parts[0], Long.parseLong(parts[1]), seconds(start), line(parts[2]));
                }
                if (hunt.name().equals(SINK) && undone.isUntouched()) {
                    untouched.add(level);
                }
            }
        }
        return null;
    }

    /** By the clock on the wall: each search has a processor of its own. */
    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static String line(String finding) {
        String one = finding.replaceAll("\\s+", " ").strip();
        return one.length() <= 160 ? one : one.substring(0, 160);
    }
}
