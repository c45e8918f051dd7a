// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.dbf.LabTraces;
import org.zfcp4j.dbf.record.Area;
import org.zfcp4j.dbf.record.Entry;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.trace.S390dbfText;

class TraceFolderTest {
    private static WorldResult run;

    @TempDir
    Path folder;
    private Path rec;

    /** Not where the class is initialised: other threads run the script. */
    @BeforeAll
    static void play() {
        run = World.play(new WorldConfig().journal(true), world -> world.devices().forEach(FcpDevice::setOnline));
    }

    @BeforeEach
    void write() throws IOException {
        S390dbfText.write(folder, run.system(), run.records());
        rec = folder.resolve("zfcp_0.0.1900_rec/hex_ascii");
    }

    private List<Capture> read() throws UnreadableTraceException {
        return TraceFolder.read(folder, null, TraceFolder.MOST_RECORDS);
    }

    private String problem() {
        return assertThrows(UnreadableTraceException.class, this::read).getMessage();
    }

    @Test
    void whatWasWrittenIsReadByteForByte() throws Exception {
        List<Capture> captures = read();
        assertEquals(List.of("0.0.1900", "0.0.1901"), captures.stream().map(Capture::device).toList());
        for (Capture capture : captures) {
            for (Area area : Area.values()) {
                List<byte[]> expected = run.records().stream()
                        .filter(r -> r.busId().equals(capture.device()) && r.kind().equals(area.suffix()))
                        .map(r -> java.util.Arrays.copyOf(r.bytes(), r.areaSize())).toList();
                List<Entry> entries = capture.entries(area);
                assertEquals(expected.size(), entries.size());
                for (int i = 0; i < expected.size(); i++) {
                    org.junit.jupiter.api.Assertions.assertArrayEquals(expected.get(i), entries.get(i).bytes());
                }
                assertFalse(capture.wrapped(area));
                assertEquals(6, capture.areas().get(area).level());
            }
        }
    }

    @Test
    void oneDeviceOfTwo() throws Exception {
        List<Capture> captures = TraceFolder.read(folder, "0.0.1901", TraceFolder.MOST_RECORDS);
        assertEquals(List.of("0.0.1901"), captures.stream().map(Capture::device).toList());
        assertTrue(assertThrows(UnreadableTraceException.class, () -> TraceFolder.read(folder, "0.0.1902", 1)).getMessage()
                .endsWith("there is no trace area of device 0.0.1902 below it"));
    }

    /** What a support tool packs lies anywhere, beside much else. */
    @Test
    void areasAreFoundDeepBelow(@TempDir Path dump) throws Exception {
        Path deep = dump.resolve("DBGINFO-2026/sysfs/kernel/debug/s390dbf");
        Files.createDirectories(deep.getParent());
        Files.move(folder, deep);
        Files.createDirectories(dump.resolve("qeth_setup"));
        Files.writeString(dump.resolve("qeth_setup/hex_ascii"), "no zfcp");
        Files.writeString(dump.resolve("zfcp_0.0.1900_rec"), "a file of that name");
        List<Capture> captures = TraceFolder.read(dump, null, TraceFolder.MOST_RECORDS);
        assertEquals(2, captures.size());
        assertEquals(deep.toAbsolutePath(), captures.get(0).folder());
        Files.createDirectories(folder);
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(rec, StandardCharsets.ISO_8859_1));
    }

    /** The file begins where the memory of the ring does, not with the oldest record. */
    @Test
    void aRingThatBeginsInItsMiddleIsPutInOrderAndHasWrapped() throws Exception {
        List<Entry> before = read().get(0).entries(Area.REC);
        List<String> lines = lines();
        Collections.rotate(lines, 7);
        Files.write(rec, lines);
        Capture capture = read().get(0);
        assertTrue(capture.wrapped(Area.REC));
        assertFalse(capture.wrapped(Area.HBA));
        List<Entry> after = capture.entries(Area.REC);
        assertEquals(before.stream().map(Entry::tag).toList(), after.stream().map(Entry::tag).toList());
    }

    /** 4 pages of 4096 bytes, 55 records of 18 + 56 bytes each. */
    @Test
    void aRingThatIsFullMayHaveWrapped() throws Exception {
        String line = lines().get(0);
        Files.write(rec, Collections.nCopies(219, line));
        assertFalse(read().get(0).wrapped(Area.REC));
        Files.write(rec, Collections.nCopies(220, line));
        assertTrue(read().get(0).wrapped(Area.REC));
        Files.delete(folder.resolve("zfcp_0.0.1900_rec/pages"));
        assertFalse(read().get(0).wrapped(Area.REC));
    }

    @Test
    void linesMayEndAsOnOtherSystems() throws Exception {
        Files.writeString(rec, String.join("\r\n", lines()) + "\r\n\r\n");
        assertEquals(lines().size() - 1, read().get(0).entries(Area.REC).size());
    }

    /** A file that was cut off in its last record names file and line; at the end of a record, nothing is wrong. */
    @Test
    void aFileThatIsCutOffAnywhere() throws Exception {
        String text = Files.readString(rec, StandardCharsets.ISO_8859_1);
        int lines = lines().size();
        int length = text.length() / lines;
        for (int cut = 0; cut < length; cut++) {
            Files.writeString(rec, text.substring(0, text.length() - cut), StandardCharsets.ISO_8859_1);
            if (cut <= 1) {
                assertEquals(lines, read().get(0).entries(Area.REC).size());
            } else {
                assertTrue(problem().startsWith(rec + ":" + lines + ": "), problem());
            }
        }
    }

    @Test
    void junkNamesFileAndLine() throws Exception {
        byte[] junk = new byte[4096];
        new Random(1).nextBytes(junk);
        Files.write(rec, junk);
        assertTrue(problem().startsWith(rec + ":1: "), problem());

        List<String> lines = lines(rec, 3);
        lines.set(2, lines.get(2).replace('|', '\u0007'));
        Files.write(rec, lines, StandardCharsets.ISO_8859_1);
        assertTrue(problem().startsWith(rec + ":3: no text: byte 0x7"), problem());
    }

    private static List<String> lines(Path file, int count) throws IOException {
        S390dbfText.write(file.getParent().getParent(), run.system(), run.records());
        return new ArrayList<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1).subList(0, count));
    }

    @Test
    void aLineWithoutAnEndIsNotReadToItsEnd() throws Exception {
        Files.writeString(rec, "0".repeat(100_000));
        assertEquals(rec + ":1: the line is longer than any record", problem());
        if (Files.exists(Path.of("/dev/zero"))) {
            Files.delete(rec);
            Files.createSymbolicLink(rec, Path.of("/dev/zero"));
            assertTimeoutPreemptively(Duration.ofSeconds(20), this::problem);
        }
    }

    @Test
    void moreRecordsThanAnyMachineHasAreRefused() throws Exception {
        int all = run.records().size();
        assertEquals(2, TraceFolder.read(folder, null, all).size());
        String message = assertThrows(UnreadableTraceException.class, () -> TraceFolder.read(folder, null, all - 1)).getMessage();
        assertTrue(message.endsWith("more than " + (all - 1) + " records in all"), message);
    }

    @Test
    void levelAndPagesAreNumbers() throws Exception {
        Files.writeString(folder.resolve("zfcp_0.0.1900_rec/level"), "-\n");
        assertEquals(-1, read().get(0).areas().get(Area.REC).level());
        for (String text : List.of("three", "", "99999999999", "-1")) {
            Files.writeString(folder.resolve("zfcp_0.0.1900_rec/level"), text);
            assertEquals(folder.resolve("zfcp_0.0.1900_rec/level") + ":1: no number", problem());
        }
    }

    @Test
    void aFolderWithoutTracesIsSaidToBeOne(@TempDir Path empty) {
        assertTrue(assertThrows(UnreadableTraceException.class, () -> TraceFolder.read(empty, null, 1)).getMessage()
                .contains("there is no trace area of zfcp below it"));
        assertTrue(assertThrows(UnreadableTraceException.class, () -> TraceFolder.read(empty.resolve("none"), null, 1)).getMessage()
                .endsWith("none does not exist"));
    }

    /** Records of the size of another format, for instance of kernels whose LUNs have 32 bits. */
    @Test
    void recordsOfAnotherSizeAreRefused() throws Exception {
        Path scsi = folder.resolve("zfcp_0.0.1900_scsi/hex_ascii");
        Files.copy(rec, scsi, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertTrue(problem().startsWith(scsi + ":1: the record is cut off, or not as long as"), problem());
        assertEquals(LabTraces.FULL_LEVEL, run.system().zfcpLevel());
    }
}
