// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.util.Arrays;
import java.util.List;

/** A driver that the port follows. */
public enum Level {
    /** Linux 5.10.198. */
    V5_10("5.10", "5.10.198"),
    /** Linux 7.1.5. */
    V7_1("7.1", "7.1.5");

    private final String label;
    private final String version;

    Level(String label, String version) {
        this.label = label;
        this.version = version;
    }

    /** As on the command line. */
    public String label() {
        return label;
    }

    /** The tree whose sources it was made from. */
    public String version() {
        return version;
    }

    /** Null if there is no level of that name. */
    public static Level named(String label) {
        return Arrays.stream(values()).filter(level -> level.label.equals(label)).findFirst().orElse(null);
    }

    /** All names. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Level::label).toList();
    }
}
