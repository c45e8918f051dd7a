// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.List;
import java.util.function.Predicate;

/** Position in a recording. Lines about what the environment does on its own are skipped. */
final class Cursor {
    private final List<Line> lines;
    private int position;
    private Runnable onAdvance = () -> { };

    Cursor(Recording recording) {
        lines = recording.lines();
        passOver();
    }

    private void passOver() {
        while (position < lines.size() && isEnvironment(lines.get(position))) {
            position++;
        }
    }

    private static boolean isEnvironment(Line line) {
        return switch (line.event()) {
            case "meta", "chan", "timer_corrupt" -> true;
            default -> false;
        };
    }

    /** The next expected line; null at the end. */
    Line peek() {
        return position < lines.size() ? lines.get(position) : null;
    }

    void advance() {
        position++;
        passOver();
        onAdvance.run();
    }

    /** Called after each line that has occurred. */
    void onAdvance(Runnable action) {
        onAdvance = action;
    }

    /** True if the next line belongs to the same run of a context as the last one. */
    boolean isContinued() {
        Line next = peek();
        Line last = position > 0 ? lines.get(position - 1) : null;
        return next != null && last != null && last.context().equals(next.context()) && last.time() == next.time();
    }

    /** The next line that {@code wanted} accepts, or null. */
    Line find(Predicate<Line> wanted) {
        for (int i = position; i < lines.size(); i++) {
            if (wanted.test(lines.get(i))) {
                return lines.get(i);
            }
        }
        return null;
    }

    /** The next line after {@code from} that {@code wanted} accepts, or null. */
    Line findAfter(Line from, Predicate<Line> wanted) {
        for (int i = from.index() + 1; i < lines.size(); i++) {
            if (wanted.test(lines.get(i))) {
                return lines.get(i);
            }
        }
        return null;
    }

    /** {@code first} and what the same context did at the same time right after it. */
    List<Line> run(Line first) {
        int end = first.index() + 1;
        while (end < lines.size() && lines.get(end).context().equals(first.context()) && lines.get(end).time() == first.time()) {
            end++;
        }
        return lines.subList(first.index(), end);
    }

    int position() {
        return position;
    }

    List<Line> passed() {
        return lines.subList(0, position);
    }

    List<Line> before(int count) {
        return lines.subList(Math.max(0, position - count), position);
    }

    List<Line> from(int count) {
        return lines.subList(position, Math.min(lines.size(), position + count));
    }
}
