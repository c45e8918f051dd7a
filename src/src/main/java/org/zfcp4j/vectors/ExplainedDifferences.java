// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.List;

/**
 * What the port does not do as C does, on purpose, and what that makes of the recorded state. There is one case: when all
 * recovery actions are out of memory, C drops the reference of the action that noticed it, and once more when that action is
 * dismissed. The recorded script takes an additional reference on each port, so that C survives it.
 */
final class ExplainedDifferences {
    private static final String OUT_OF_MEMORY_TAG = "erstgy1";
    private static final String ACTION_TAG = "erator1";
    private static final int REOPEN_PORT = 2;
    private static final int REOPEN_PORT_FORCED = 3;

    private final Cursor cursor;

    ExplainedDifferences(Cursor cursor) {
        this.cursor = cursor;
    }

    /** References on a port that C has dropped so far and the port keeps. */
    int secondPuts(long wwpn) {
        List<Line> passed = cursor.passed();
        int puts = 0;
        Line action = null;
        for (Line line : passed) {
            if (!line.event().equals("dbf")) {
                continue;
            }
            if (line.text("tag").equals(ACTION_TAG)) {
                action = line;
            } else if (line.text("tag").equals(OUT_OF_MEMORY_TAG) && action != null && isForPort(action, wwpn)) {
                puts++;
            }
        }
        return puts;
    }

    private static boolean isForPort(Line action, long wwpn) {
        long type = action.number("action");
        return (type == REOPEN_PORT || type == REOPEN_PORT_FORCED) && action.number("wwpn") == wwpn;
    }
}
