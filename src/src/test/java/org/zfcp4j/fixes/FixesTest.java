// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.fixes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bugs that Linux had in zfcp are found in the port when their fixes are undone, where {@code docs/fixes.md} says so. */
class FixesTest {
    private static final int LEAST = 60;
    private static final double SHARE = 0.85;
    private static final String RECORDINGS = "recordings";
    private static final UnaryOperator<byte[]> AS_IT_IS = bytes -> bytes;

    private final List<Fix> fixes = FixFile.all();

    private static String play(UnaryOperator<byte[]> change, Fix.Found found) {
        return Hunt.byName(found.hunt()).run(change, found.level(), found.seed(), found.seed(), FixSearch.SECONDS);
    }

    /** Two at a time, as each has classes of its own; the recordings take too long here. */
    @TestFactory
    List<DynamicTest> aFixUndoneIsFoundAgain() {
        List<Fix> found = fixes.stream().filter(fix -> fix.found() != null && !fix.found().hunt().equals(RECORDINGS)).toList();
        Map<String, String> results = new ConcurrentHashMap<>();
        Map<String, String> controls = new ConcurrentHashMap<>();
        found.parallelStream().forEach(fix -> results.put(fix.id(), play(new Undone(fix.undo()).change(), fix.found())));
        found.parallelStream().forEach(fix -> controls.computeIfAbsent(control(fix), key -> play(AS_IT_IS, fix.found())));
        return found.stream().map(fix -> DynamicTest.dynamicTest(fix.id() + " " + fix.title(), () -> {
            String invariant = fix.found().finding().split(":")[0];
            assertTrue(results.get(fix.id()).contains("|" + invariant + ":"), results.get(fix.id()));
            assertEquals("", controls.get(control(fix)), "the driver as it is");
        })).toList();
    }

    /** Where a search has found one. */
    @TestFactory
    List<DynamicTest> anOpenMistakeShowsUnderItsSeed() {
        List<OpenFile.Found> found = OpenFile.read();
        assertTrue(found.stream().map(OpenFile.Found::id).distinct().count() * 2 > OpenMistakes.ALL.size(), "half of them");
        return found.stream().map(line -> DynamicTest.dynamicTest(line.id() + ", level " + line.level(), () -> {
            OpenMistake mistake = OpenMistakes.ALL.stream().filter(any -> any.id().equals(line.id())).findFirst().orElseThrow();
            assertEquals(line.shown(), OpenHunt.shown(mistake, line.level(), line.seed()));
        })).toList();
    }

    private static String control(Fix fix) {
        return fix.found().hunt() + fix.found().level() + fix.found().seed();
    }

    @Test
    void whatIsUndoneAndNotFoundCanBeUndone() {
        fixes.stream().filter(fix -> fix.found() == null).forEach(fix -> new Undone(fix.undo()));
    }

    @Test
    void whatIsNotFoundHasItsReason() {
        fixes.stream().filter(fix -> fix.found() == null).forEach(fix -> assertFalse(fix.why().isEmpty(), fix.id()));
    }

    @Test
    void manyFixesAreThereAndMostAreFoundWithinAMinute() {
        long found = fixes.stream().filter(fix -> fix.found() != null && !fix.found().hunt().equals(RECORDINGS)).count();
        assertTrue(fixes.size() >= LEAST, "fixes: " + fixes.size());
        assertTrue(found >= SHARE * fixes.size(), found + " of " + fixes.size());
        fixes.stream().filter(fix -> fix.found() != null && !fix.found().hunt().equals(RECORDINGS))
                .forEach(fix -> assertTrue(fix.found().seconds() <= FixSearch.SECONDS, fix.id()));
    }

    @Test
    void thePageIsWrittenFromTheFiles() throws IOException {
        assertEquals(FixesPage.text(fixes), Files.readString(FixesPage.FILE));
    }
}
