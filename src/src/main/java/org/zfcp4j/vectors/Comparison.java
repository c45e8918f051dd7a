// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Compares what the port does with a recording, line by line, until they differ. */
final class Comparison implements EventSink {
    private static final int SHOWN = 90;
    /** The recorded environment cannot tell for how long a timer was armed. */
    private static final JsonValue NOT_KNOWN = Json.value(-1);

    private final Cursor cursor;
    private Difference difference;
    private Runnable onDifference = () -> { };

    Comparison(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Called once, when the port diverges from the recording. */
    void onDifference(Runnable action) {
        onDifference = action;
    }

    /** Null as long as the port did what the recording says. */
    Difference difference() {
        return difference;
    }

    @Override
    public void event(JsonObject event) {
        if (difference != null) {
            difference.add(event);
            return;
        }
        Line expected = cursor.peek();
        if (expected == null) {
            differ(event, "the recording ends, the port goes on");
            return;
        }
        if (expected.event().equals("oops")) {
            // What the port does where C dies has nothing that it could be compared with.
            onDifference.run();
            return;
        }
        List<String> differing = differingFields(expected.json(), event);
        if (differing.isEmpty()) {
            cursor.advance();
        } else {
            differ(event, "line " + expected.number() + ": " + String.join(", ", differing));
        }
    }

    @Override
    public int expected(List<JsonObject> events) {
        Line expected = cursor.peek();
        for (int i = 0; expected != null && i < events.size(); i++) {
            if (differingFields(expected.json(), events.get(i)).isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    /** A line that tells what the environment does, and that has been done. */
    void accept(Line line) {
        if (difference != null) {
            return;
        }
        if (cursor.peek() == line) {
            cursor.advance();
        } else {
            differ(line.json(), "the port did not do what the recording says before line " + line.number());
        }
    }

    /** The replay cannot go on. */
    void fail(String what) {
        if (difference == null) {
            differ(null, what);
        }
    }

    private void differ(JsonObject event, String what) {
        difference = Difference.at(cursor, event, what);
        onDifference.run();
    }

    private static List<String> differingFields(JsonObject recorded, JsonObject replayed) {
        List<String> differing = new ArrayList<>();
        int same = 0;
        for (JsonObject.Member member : recorded) {
            if (member.getName().equals("n")) {
                continue;
            }
            if (member.getName().equals("timer_ms") && member.getValue().equals(NOT_KNOWN)) {
                same++;
                continue;
            }
            JsonValue value = replayed.get(member.getName());
            if (value == null) {
                differing.add(member.getName() + " is missing");
            } else if (value.equals(member.getValue())) {
                same++;
            } else {
                differing.add(member.getName() + " C " + show(member.getValue(), value) + " port "
                    + show(value, member.getValue()));
                same++;
            }
        }
        if (differing.isEmpty() && same != replayed.size()) {
            for (JsonObject.Member member : replayed) {
                if (recorded.get(member.getName()) == null) {
                    differing.add(member.getName() + " is too much");
                }
            }
        }
        return differing;
    }

    /** A value; of a long one the part where it begins to differ. */
    private static String show(JsonValue value, JsonValue other) {
        String text = value.isString() ? value.asString() : value.toString();
        if (text.length() <= SHOWN) {
            return text;
        }
        String otherText = other.isString() ? other.asString() : other.toString();
        int from = 0;
        while (from < Math.min(text.length(), otherText.length()) && text.charAt(from) == otherText.charAt(from)) {
            from++;
        }
        int start = Math.max(0, from - 16);
        return "[" + from + "]..." + text.substring(start, Math.min(text.length(), start + SHOWN));
    }
}
