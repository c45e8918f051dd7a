// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of one source file: runs of lines, each of which stands in it once, and what they become. Indentation and blank lines do not count.
 *
 * @param file below the packages of the program, as {@code zfcp/fsf/StatusRead}
 */
record Undo(String file, List<Hunk> hunks) {
    /**
     * A run of lines.
     *
     * @param old the lines as they are
     * @param changed the lines as they become
     */
    record Hunk(List<String> old, List<String> changed) {
    }

    /**
     * The changed source.
     *
     * @throws IllegalStateException if the source does not have the lines, or has them twice
     */
    String apply(String source) {
        List<String> lines = new ArrayList<>(source.lines().toList());
        for (Hunk hunk : hunks) {
            int[] at = position(lines, hunk.old());
            lines.subList(at[0], at[1]).clear();
            lines.addAll(at[0], hunk.changed());
        }
        return String.join("\n", lines) + '\n';
    }

    /** Where the lines begin and end among {@code lines}, blank ones not counted. */
    private int[] position(List<String> lines, List<String> sought) {
        List<Integer> full = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                full.add(i);
            }
        }
        List<String> wanted = sought.stream().map(String::strip).toList();
        int[] found = null;
        for (int at = 0; at + wanted.size() <= full.size(); at++) {
            List<Integer> run = full.subList(at, at + wanted.size());
            if (run.stream().map(i -> lines.get(i).strip()).toList().equals(wanted)) {
                if (found != null) {
                    throw new IllegalStateException(file + " has twice: " + sought);
                }
                found = new int[] {run.get(0), run.get(run.size() - 1) + 1};
            }
        }
        if (found == null) {
            throw new IllegalStateException(file + " has not: " + sought);
        }
        return found;
    }
}
