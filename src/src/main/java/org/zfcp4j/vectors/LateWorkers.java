// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zfcp4j.kernel.virtual.Task;

/**
 * Workers that the recorded environment keeps waiting for a processor: after they were woken, or between two items. The description or
 * a note says for how long; which of them have to wait shows in the time of what they do next.
 */
final class LateWorkers {
    private static final Pattern DELAY = Pattern.compile("\\b(?:worker|item)\\b.*?\\b(\\d{1,9}) ms\\b");

    private final Cursor cursor;
    private long millis;
    /** Notes before it were looked at. */
    private int seen;

    LateWorkers(Cursor cursor, String description) {
        this.cursor = cursor;
        look(description);
    }

    private void look(String text) {
        Matcher matcher = DELAY.matcher(text);
        if (matcher.find()) {
            millis = Long.parseLong(matcher.group(1));
        }
    }

    /** Milliseconds that a worker that is runnable at {@code now} has to wait. */
    long delay(Task worker, long now) {
        for (Line line : cursor.passed().subList(seen, cursor.position())) {
            if (line.event().equals("note")) {
                look(line.text("text"));
            }
        }
        seen = cursor.position();
        if (millis == 0) {
            return 0;
        }
        String context = Contexts.of(worker);
        Line next = cursor.find(line -> line.context().equals(context));
        return next != null && next.time() == now + millis ? millis : 0;
    }
}
