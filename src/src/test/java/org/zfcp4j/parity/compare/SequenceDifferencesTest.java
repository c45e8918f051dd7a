// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An explanation says what C has, given the port; a change of C shows against that as one change of its kind. */
class SequenceDifferencesTest {
    private static List<Event> events(String... texts) {
        return Arrays.stream(texts).map(text -> new Event(text, "at " + text)).toList();
    }

    private static String changes(List<Event> c, List<Event> expected) {
        return String.join("; ", SequenceDifferences.between(c, expected).stream().map(change -> change.kind() + " "
                + (change.c() == null ? "-" : change.c().text()) + " " + (change.java() == null ? "-" : change.java().text())).toList());
    }

    @Test
    void anExplanationTurnsThePortIntoC() {
        List<Event> java = events("a", "x", "b");
        assertEquals(List.of("a", "b", "y"), SequenceDifferences.texts(SequenceDifferences.expected(java, "+1:x -2:y")));
        assertEquals("", changes(events("a", "b", "y"), SequenceDifferences.expected(java, "+1:x -2:y")));
        assertEquals("call y -", changes(events("a", "b", "y", "y"), SequenceDifferences.expected(java, "+1:x -2:y")));
    }

    @Test
    void anExplanationThatDoesNotFitThePortIsNone() {
        assertNull(SequenceDifferences.expected(events("a", "b"), "+1:x"));
    }

    @Test
    void aStepElsewhereHasMoved() {
        assertEquals("order b b", changes(events("b", "a"), events("a", "b")));
    }

    @Test
    void otherArgumentsAreOneChange() {
        assertEquals("tag f#one f#two", changes(events("f#one"), events("f#two")));
        assertEquals("call f[0x2] f[0x4]", changes(events("f[0x2]"), events("f[0x4]")));
        assertEquals("lock spin_lock(a) spin_lock_irq(a)", changes(events("spin_lock(a)"), events("spin_lock_irq(a)")));
    }

    @Test
    void casesThatAreOnlyRegroupedAreNoChange() {
        assertEquals("call - f", changes(events("case(1,2)"), events("case(1)", "f", "case(2)")));
        assertEquals("case case(3) -", changes(events("case(1,2,3)"), events("case(1,2)")));
    }
}
