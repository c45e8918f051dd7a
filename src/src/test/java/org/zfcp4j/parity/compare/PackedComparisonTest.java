// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zfcp4j.parity.code.Vocabulary;

/**
 * At each level the port differs from the packed facts of its tree in nothing but what is explained: it calls the ports of the same functions with the
 * same tags and numbers, takes and releases the same locks, changes the same status words by the same masks, has the same switch cases,
 * and calls the same functions of the kernel, in that order; constants and layouts are those of C.
 */
class PackedComparisonTest {
    private static List<Difference> of(Level level, String... kinds) {
        return Driver.comparison(level).differences().stream().filter(d -> Arrays.asList(kinds).contains(d.kind())).toList();
    }

    @ParameterizedTest
    @EnumSource
    void aPortDoesTheSameInTheSameOrder(Level level) {
        assertEquals(List.of(), of(level, "call", "lock", "atomic", "assignment", "case", "order"));
        long functions = Driver.comparison(level).functions("ported").stream().filter(f -> f.file().startsWith("zfcp_")).count();
        assertTrue(functions > 320, functions + " functions compared");
    }

    @ParameterizedTest
    @EnumSource
    void aPortUsesTheNumbersOfItsFunction(Level level) {
        assertEquals(List.of(), of(level, "number"));
    }

    @ParameterizedTest
    @EnumSource
    void aPortUsesTheTagsOfItsFunctionAndNoOthers(Level level) {
        assertEquals(List.of(), of(level, "tag"));
        int tags = PackedFacts.of(level).tags().size();
        assertTrue(tags > 150, "tags read: " + tags);
    }

    @ParameterizedTest
    @EnumSource
    void constantsAndLayoutsAreThoseOfC(Level level) {
        assertEquals(List.of(), of(level, "constant", "layout"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingElseDiffers(Level level) {
        assertEquals(List.of(), Driver.comparison(level).differences());
    }

    @ParameterizedTest
    @EnumSource
    void explanationsAreNeededAsTheyAre(Level level) {
        Comparison comparison = Driver.comparison(level);
        assertEquals(List.of(), comparison.stale());
        assertTrue(comparison.functions("ported").size() > 3 * comparison.explained().size() / 2,
                comparison.explained().size() + " explained");
    }

    @Test
    void theClaimIsOneAtomicOperationAndTheWindowIsOpen() {
        RefillFinding refill = Driver.COMPARISON.refill();
        assertEquals("add-unless", refill.policy());
        assertTrue(refill.evidence().get(0).startsWith("zfcp_aux.c:276 atomic_add_unless("), refill.toString());
        assertEquals(List.of("zfcp_erp.c:893"), refill.set());
        assertEquals("zfcp_erp.c:900", refill.close());
        assertEquals(List.of("zfcp_fsf.c:308"), refill.count());
        assertTrue(refill.windowOpen());
    }

    @Test
    void theClaimIsTheSameIn71() {
        RefillFinding refill = Driver.COMPARISON_OF_7_1.refill();
        assertEquals("add-unless", refill.policy());
        assertTrue(refill.evidence().get(0).startsWith("zfcp_aux.c:275 atomic_add_unless("), refill.toString());
        assertEquals(List.of("zfcp_erp.c:892"), refill.set());
        assertEquals("zfcp_erp.c:899", refill.close());
        assertEquals(List.of("zfcp_fsf.c:326"), refill.count());
    }

    @Test
    void theSequencesAreNotEmpty() {
        CDriver c = new CDriver(PackedFacts.FACTS, Driver.PORT.knownKeys());
        Sequences sequences = new Sequences(c, new Vocabulary(), Driver.CLASSES, Driver.PORT.ported(),
                Driver.PORT.leftOut().keySet());
        String open = "zfcp_fsf.c:zfcp_fsf_open_port";
        List<String> java = SequenceDifferences.texts(sequences.ofPort(sequences.roots(open).get(0)));
        assertEquals(SequenceDifferences.texts(sequences.ofC(open)), java);
        assertTrue(java.containsAll(List.of("spin_lock_irq(req_q_lock)", "zfcp_fsf_req_create[0x10,0x5]", "status|=0x10",
                "get_device", "zfcp_fsf_req_send", "put_device", "spin_unlock_irq(req_q_lock)")), java.toString());
    }

    @Test
    void constantsAreFoundByName() {
        CDriver c = new CDriver(PackedFacts.FACTS, Driver.PORT.knownKeys());
        Map<String, Numbers.PortConstant> ofPort = new Numbers(c, Driver.CLASSES).constants();
        long found = ofPort.keySet().stream().filter(name -> c.valueInC(name) != null).count();
        assertTrue(found > 600, "constants found: " + found);
        assertFalse(Driver.COMPARISON.functions("left out").isEmpty());
    }
}
