// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** The argument of {@code --start}: ISO 8601, a date or a date and a time, with an offset or in UTC. */
final class StartTime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss[.SSSSSS]][XXX]]").withResolverStyle(ResolverStyle.STRICT);
    /** The TOD clock of 64 bits overflows later that year. */
    private static final Instant END = Instant.parse("2042-01-01T00:00:00Z");

    private StartTime() {
    }

    /** Microseconds since 1970. */
    static long micros(String text) throws UsageException {
        Instant time;
        try {
            time = instant(FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeParseException e) {
            throw new UsageException("--start takes a time such as 2026-01-01T00:00:00Z, not \"" + text + '"');
        }
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(END)) {
            throw new UsageException("--start takes a time from 1970 on, and before 2042, when the TOD clock overflows, not \"" + text + '"');
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant instant(TemporalAccessor parsed) {
        return switch (parsed) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            case LocalDate date -> date.atStartOfDay().toInstant(ZoneOffset.UTC);
            default -> throw new IllegalStateException(parsed.toString());
        };
    }
}
