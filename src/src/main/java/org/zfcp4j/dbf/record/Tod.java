// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.zfcp4j.kernel.Kernel;

/** Times of traces: the TOD clock, and microseconds since 1970. */
public final class Tod {
    private static final int MICROS_SHIFT = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Tod() {
    }

    /** Microseconds since 1970 of a TOD clock; the clock is unsigned. */
    public static long micros(long tod) {
        return (tod >>> MICROS_SHIFT) - (Kernel.TOD_UNIX_EPOCH >>> MICROS_SHIFT);
    }

    /** Date and time of day, UTC. */
    public static String text(long micros) {
        return TIME.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    /** A duration in seconds. */
    public static String seconds(long micros) {
        return String.format(Locale.ROOT, "%d.%06d s", micros / 1_000_000, micros % 1_000_000);
    }
}
