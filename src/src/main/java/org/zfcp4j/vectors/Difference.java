// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a replay diverged from its recording.
 *
 * @param line number of the recorded line that did not come
 * @param what one line: which fields differ, or what was missing
 * @param before the lines up to there, the same in both
 * @param recorded what C did from there on
 * @param replayed what the port did from there on
 */
record Difference(int line, String what, List<String> before, List<String> recorded, List<String> replayed) {
    private static final int CONTEXT = 4;
    private static final int WIDTH = 240;

    /** The port did {@code event}; null if it did nothing. */
    static Difference at(Cursor cursor, JsonObject event, String what) {
        Line expected = cursor.peek();
        List<String> replayed = new ArrayList<>();
        if (event != null) {
            replayed.add(shorten(event.toString()));
        }
        return new Difference(expected == null ? -1 : expected.number(), what, strings(cursor.before(CONTEXT)),
            strings(cursor.from(CONTEXT)), replayed);
    }

    private static List<String> strings(List<Line> lines) {
        return lines.stream().map(line -> shorten(line.toString())).toList();
    }

    private static String shorten(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "...";
    }

    /** One more thing that the port did. */
    void add(JsonObject event) {
        if (replayed.size() < CONTEXT) {
            replayed.add(shorten(event.toString()));
        }
    }

    /** For people: the lines around it in both. */
    List<String> describe() {
        List<String> text = new ArrayList<>();
        text.add(what);
        before.forEach(line -> text.add("    both  " + line));
        recorded.forEach(line -> text.add("  C       " + line));
        replayed.forEach(line -> text.add("  port    " + line));
        return text;
    }
}
