// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.survey;

/** Whether what was changed is ever executed; each copy of the program has its own. */
public final class Reach {
    private static volatile boolean marked;

    private Reach() {
    }

    /** Called at the place that is changed. */
    public static void mark() {
        if (!marked) {
            marked = true;
        }
    }

    static boolean isMarked() {
        return marked;
    }
}
