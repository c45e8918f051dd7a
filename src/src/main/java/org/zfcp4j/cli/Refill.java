// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import org.zfcp4j.lab.Event;
import org.zfcp4j.lab.Event.Kind;

/** What one context claims, counts and posts without another one coming in between: one line of a story. */
final class Refill {
    private final long micros;
    private final int column;
    private int posts;
    private int counted;
    private long missingAfter;
    private int posted;

    Refill(long micros, int column) {
        this.micros = micros;
        this.column = column;
    }

    long micros() {
        return micros;
    }

    int column() {
        return column;
    }

    /** @param nowPosted buffers posted, after the event */
    void add(Event event, int nowPosted) {
        posted = nowPosted;
        if (event.kind() == Kind.POST) {
            posts++;
            return;
        }
        counted++;
        missingAfter = event.b();
    }

    /** True if the context posted one too many. */
    boolean exceeds(int limit) {
        return posts > 0 && posted > limit;
    }

    /** Posts without a claim before (positive), or claims without a post. */
    int balance() {
        return posts - counted;
    }

    /** @param uncounted what the context had posted before without counting it */
    String text(int limit, int uncounted) {
        String miss = "stat_miss " + missingAfter;
        if (posts == 0) {
            return (uncounted > 0 ? "counts it: " : "claims one: ") + miss;
        }
        String post = "posts " + posts + " (" + posted + "/" + limit + ")";
        return counted == 0 ? post : post + ", " + miss;
    }
}
