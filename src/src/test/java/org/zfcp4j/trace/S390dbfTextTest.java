// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S390dbfTextTest {
    private static TraceRecord record(String area, long micros, int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return new TraceRecord(area, 10, 3, micros, "user", content);
    }

    @Test
    void aLineIsThatOfTheHexAsciiView() {
        assertEquals("00 00000000002:000007 3 - 0000 0000000000000000  01 66 73 ff 00 00 00 00 00 00 | .fs.......\n",
                S390dbfText.line(record("zfcp_0.0.1900_hba", 2_000_007, 1, 'f', 's', 0xff)));
    }

    @Test
    void eachAreaHasItsDirectory(@TempDir Path dir) throws Exception {
        S390dbfText.write(dir, new SystemTraces(6, List.of("0.0.1900"), List.of(), List.of()), List.of(record("zfcp_0.0.1900_rec", 1, 1), record("zfcp_0.0.1900_hba", 2, 2),
                record("zfcp_0.0.1900_rec", 3, 3)));
        assertEquals(2, Files.readAllLines(dir.resolve("zfcp_0.0.1900_rec/hex_ascii")).size());
        assertEquals(1, Files.readAllLines(dir.resolve("zfcp_0.0.1900_hba/hex_ascii")).size());
    }

    @Test
    void areasThatAreEmptyAreThereWithTheirLevelAndTheirPages(@TempDir Path dir) throws Exception {
        S390dbfText.write(dir, new SystemTraces(3, List.of("0.0.1900", "0.0.1901"), List.of(), List.of()), List.of());
        for (String file : List.of("zfcp_0.0.1900_scsi/hex_ascii", "zfcp_0.0.1901_pay/hex_ascii", "qdio_0.0.1901/hex_ascii",
                "qdio_setup/hex_ascii", "qdio_error/hex_ascii", "cio_trace/hex_ascii", "cio_msg/sprintf", "cio_crw/sprintf", "messages")) {
            assertEquals(0, Files.size(dir.resolve(file)), file);
        }
        assertEquals("3\n", Files.readString(dir.resolve("zfcp_0.0.1900_scsi/level")));
        assertEquals("4\n", Files.readString(dir.resolve("zfcp_0.0.1900_scsi/pages")));
        assertEquals("8\n", Files.readString(dir.resolve("zfcp_0.0.1900_pay/pages")));
        assertEquals("2\n", Files.readString(dir.resolve("cio_msg/level")));
    }

    /** 55 records of the recovery area fit into a page. */
    @Test
    void aRingIsAsLargeAsItsRecordsTake(@TempDir Path dir) throws Exception {
        S390dbfText.write(dir, new SystemTraces(6, List.of("0.0.1900"), List.of(), List.of()),
                java.util.Collections.nCopies(5 * 55, record("zfcp_0.0.1900_rec", 1, 1)));
        assertEquals("6\n", Files.readString(dir.resolve("zfcp_0.0.1900_rec/pages")));
    }

    @Test
    void messagesAreThoseOfASyslog(@TempDir Path dir) throws Exception {
        S390dbfText.write(dir, new SystemTraces(6, List.of(), List.of(),
                List.of(new LogMessage(1_767_225_600_000_007L, "zfcp 0.0.1900", "The link\nis up"))), List.of());
        assertEquals("2026-01-01T00:00:00.000007+00:00 zfcp4j kernel: zfcp 0.0.1900: The link is up\n",
                Files.readString(dir.resolve("messages")));
    }

    @Test
    void aRecordKnowsItsTagDeviceAndKind() {
        TraceRecord r = record("zfcp_0.0.1900_rec", 0, 1, 'q', 'd', 'i', 'r', 'e', 'q', '1', 9);
        assertEquals("qdireq1", r.tag());
        assertEquals("rec", r.kind());
        assertEquals("0.0.1900", r.busId());
    }
}
