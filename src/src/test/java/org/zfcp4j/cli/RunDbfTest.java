// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run --dbf} writes what zfcpdbf opens. */
class RunDbfTest {
    private static final List<String> SYSTEM = List.of("qdio_setup/hex_ascii", "qdio_error/hex_ascii", "cio_trace/hex_ascii",
            "cio_msg/sprintf", "cio_crw/sprintf", "messages");

    @TempDir
    Path directory;

    private CommandRun run(String... arguments) {
        return CommandRun.of(Stream.concat(Stream.of("run"), Stream.concat(Stream.of(arguments),
                Stream.of("--dbf", directory.toString()))).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bring-up", "host-con-init", "srb-starvation", "shutdown-in-flight", "refill-race"})
    void allAreasAreThereWithLevelAndPages(String scenario) throws IOException {
        assertEquals(0, run(scenario).status());
        for (String file : SYSTEM) {
            assertTrue(Files.isRegularFile(directory.resolve(file)), file);
        }
        for (String area : List.of("zfcp_0.0.1900_rec", "zfcp_0.0.1900_hba", "zfcp_0.0.1900_san", "zfcp_0.0.1900_scsi", "zfcp_0.0.1900_pay",
                "qdio_0.0.1900")) {
            for (String file : List.of("hex_ascii", "level", "pages")) {
                assertTrue(Files.isRegularFile(directory.resolve(area).resolve(file)), area + "/" + file);
            }
        }
        assertTrue(Files.readString(directory.resolve("qdio_setup/hex_ascii")).contains("| qestablish:   0."));
    }

    @Test
    void errorsOfTheQueuesAndMessagesAreKept() throws IOException {
        run("kitchen-sink", "--seed", "6");
        assertTrue(Files.readString(directory.resolve("qdio_error/hex_ascii")).contains("BUF ERROR"));
        assertTrue(Files.readString(directory.resolve("messages")).startsWith("2026-01-01T00:00:0"));
    }

    @ParameterizedTest
    @CsvSource({"5.10", "7.1"})
    void theFirstMessageNamesTheLevel(String release) throws IOException {
        run("bring-up", "--level", release);
        String first = Files.readAllLines(directory.resolve("messages")).getFirst();
        assertTrue(first.endsWith(" kernel: Linux version " + release), first);
    }

    /** The first record is that of the device being set online, as virtual time begins. */
    @ParameterizedTest
    @CsvSource({"2024-02-29T12:00:00Z,01709208000", "2024-02-29T12:00:00,01709208000", "2024-02-29T14:00+02:00,01709208000",
        "1970-01-01,00000000000"})
    void virtualTimeBeginsWhenTheUserSays(String time, String seconds) throws IOException {
        assertEquals(0, run("bring-up", "--start", time).status());
        assertTrue(Files.readString(directory.resolve("zfcp_0.0.1900_rec/hex_ascii")).startsWith("00 " + seconds + ":000000 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-13-01", "1969-12-31", "2042-01-01", "", "2024-02-30"})
    void aTimeThatIsNoneIsRefused(String time) {
        CommandRun run = run("bring-up", "--start", time);
        assertEquals(2, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("--start takes a time"), run.err());
    }

    @Test
    void theRealKernelHasTheWallClock() {
        assertEquals(2, run("bring-up", "--kernel", "real", "--start", "2024-01-01").status());
    }
}
