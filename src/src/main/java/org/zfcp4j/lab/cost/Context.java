// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.cost;

/** Names of the processes that a workload starts. */
final class Context {
    private static final String NAME = "context-";

    private Context() {
    }

    static String name(int number) {
        return NAME + number;
    }

    /** The number of a process named so; 0 of others. */
    static int number(String name) {
        return name.startsWith(NAME) ? Integer.parseInt(name.substring(NAME.length())) : 0;
    }
}
