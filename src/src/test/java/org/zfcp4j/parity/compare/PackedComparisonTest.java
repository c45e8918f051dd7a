// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zfcp4j.parity.code.Vocabulary;

/**
 * The port differs from the packed facts of 5.10.198 in nothing but what is explained: it calls the ports of the same functions with the
 * same tags and numbers, takes and releases the same locks, changes the same status words by the same masks, has the same switch cases,
 * and calls the same functions of the kernel, in that order; constants and layouts are those of C.
 */
class PackedComparisonTest {
    private final Comparison comparison = Driver.COMPARISON;

    private List<Difference> of(String... kinds) {
        return comparison.differences().stream().filter(d -> Arrays.asList(kinds).contains(d.kind())).toList();
    }

    @Test
    void aPortDoesTheSameInTheSameOrder() {
        assertEquals(List.of(), of("call", "lock", "atomic", "assignment", "case", "order"));
        long functions = comparison.functions("ported").stream().filter(f -> f.file().startsWith("zfcp_")).count();
        assertTrue(functions > 320, functions + " functions compared");
    }

    @Test
    void aPortUsesTheNumbersOfItsFunction() {
        assertEquals(List.of(), of("number"));
    }

    @Test
    void aPortUsesTheTagsOfItsFunctionAndNoOthers() {
        assertEquals(List.of(), of("tag"));
        assertTrue(PackedFacts.FACTS.tags().size() > 150, "tags read: " + PackedFacts.FACTS.tags().size());
    }

    @Test
    void constantsAndLayoutsAreThoseOfC() {
        assertEquals(List.of(), of("constant", "layout"));
    }

    @Test
    void nothingElseDiffers() {
        assertEquals(List.of(), comparison.differences());
    }

    @Test
    void explanationsAreNeededAsTheyAre() {
        assertEquals(List.of(), comparison.stale());
        assertTrue(comparison.functions("ported").size() > 3 * comparison.explained().size() / 2,
                comparison.explained().size() + " explained");
    }

    @Test
    void theClaimIsOneAtomicOperationAndTheWindowIsOpen() {
        RefillFinding refill = comparison.refill();
        assertEquals("add-unless", refill.policy());
        assertTrue(refill.evidence().get(0).startsWith("zfcp_aux.c:276 atomic_add_unless("), refill.toString());
        assertEquals(List.of("zfcp_erp.c:893"), refill.set());
        assertEquals("zfcp_erp.c:900", refill.close());
        assertEquals(List.of("zfcp_fsf.c:308"), refill.count());
        assertTrue(refill.windowOpen());
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
        assertFalse(comparison.functions("left out").isEmpty());
    }
}
