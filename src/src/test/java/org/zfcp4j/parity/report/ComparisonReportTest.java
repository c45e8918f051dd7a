// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.parity.compare.Comparison;
import org.zfcp4j.parity.compare.Difference;
import org.zfcp4j.parity.compare.FileSummary;
import org.zfcp4j.parity.compare.Level;
import org.zfcp4j.parity.compare.RefillFinding;

/** A comparison as text and as JSON: table first, C and Java beside each other, verdict last. */
class ComparisonReportTest {
    private static Comparison comparison(String version, List<Difference> differences) {
        return new Comparison(version, Level.V5_10, List.of(new FileSummary("zfcp_fsf.c", 10, 6, 2, 1, 1, 3, 2)), List.of(), differences,
                List.of(), List.of(), new RefillFinding("check-then-dec", List.of("zfcp_aux.c:278 atomic_read(x)"), "zfcp_aux.c:276",
                        List.of("zfcp_erp.c:752"), "zfcp_erp.c:759", List.of("zfcp_fsf.c:268"), List.of("zfcp_fsf.c:269 queue_work"),
                        List.of(), List.of()));
    }

    private static List<String> text(Comparison comparison) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ComparisonText.print(comparison, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().map(line -> line.trim().replaceAll(" +", " ")).toList();
    }

    @Test
    void theTextHasTheTableTheRefillTheDifferencesAndTheVerdict() {
        List<String> text = text(comparison("4.9.88", List.of(
                new Difference("lock", "zfcp_fsf_x", "zfcp_fsf.c", "", "X.x:3 spin_unlock(a)"))));
        assertEquals("Linux 4.9.88, and the port at level 5.10", text.get(0));
        assertTrue(text.get(1).startsWith("This level follows Linux 5.10.198"), text.toString());
        assertTrue(text.containsAll(List.of("zfcp_fsf.c 10 6 2 1 1 3 50", "all 10 6 2 1 1 3 50",
                "refill check-then-dec, zfcp_aux.c:276", "zfcp_aux.c:278 atomic_read(x)", "set zfcp_erp.c:752", "cancel nowhere",
                "window open: close does not cancel stat_work", "lock zfcp_fsf_x", "C nothing", "Java X.x:3 spin_unlock(a)")),
                text.toString());
        assertTrue(text.get(text.size() - 1).startsWith("Differences without an explanation: 1 (1 lock)"), text.toString());
    }

    @Test
    void theLevelsOwnVersionNeedsNoReservation() {
        List<String> text = text(comparison("5.10.198", List.of()));
        assertTrue(text.stream().noneMatch(line -> line.startsWith("This level follows")), text.toString());
        assertTrue(text.get(text.size() - 1).startsWith("The port does what this driver does"), text.toString());
    }

    @Test
    void aTreeWithoutAMakefileHasNoVersion() {
        assertEquals("Linux of a version that no Makefile states, and the port at level 5.10", text(comparison("", List.of())).get(0));
    }

    @Test
    void theJsonHasTheStableFields() {
        JsonObject json = ComparisonJson.of(comparison("4.9.88", List.of(new Difference("tag", "n", "f", "c", "j"))));
        JsonObject file = json.get("files").asArray().get(0).asObject();
        assertEquals(List.of("zfcp_fsf.c", 10, 6, 2, 1), List.of(file.getString("file", ""), file.getInt("functions", 0),
                file.getInt("ported", 0), file.getInt("leftOut", 0), file.getInt("missing", 0)));
        JsonObject difference = json.get("differences").asArray().get(0).asObject();
        assertEquals(List.of("tag", "n", "c", "j"), List.of("kind", "name", "c", "java").stream()
                .map(member -> difference.getString(member, "")).toList());
        assertEquals("check-then-dec", json.get("refill").asObject().getString("policy", ""));
        assertTrue(json.get("refill").asObject().getBoolean("windowOpen", false));
    }
}
