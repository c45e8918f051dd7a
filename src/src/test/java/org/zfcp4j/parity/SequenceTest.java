// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A port does what its function does, in that order: it calls the ports of the same functions with the same tags and numbers,
 * takes and releases the same locks, changes the same status words by the same masks, has the same switch cases, and calls the
 * same functions of the kernel.
 */
class SequenceTest {
    private final Driver driver = Driver.get();

    @Test
    void aPortDoesTheSameInTheSameOrder() {
        Explained explained = new Explained("/parity/explained-sequences.txt");
        int same = 0;
        for (Driver.Pair pair : driver.pairs()) {
            List<String> c = driver.sequences.ofC(pair.function());
            List<String> java = driver.sequences.ofPort(pair.method());
            String difference = Sequences.difference(c, java);
            same += difference.isEmpty() ? 1 : 0;
            explained.check(pair.function().key(), pair.method().label(), difference);
        }
        assertEquals(List.of(), explained.problems());
        assertTrue(same > 3 * explained.size(), same + " without a difference, " + explained.size() + " explained");
    }

    @Test
    void theSequencesAreNotEmpty() {
        CFacts.Function open = driver.facts.named("zfcp_fsf_open_port");
        List<String> java = driver.sequences.ofPort(driver.sequences.roots(open.key()).get(0));
        assertEquals(driver.sequences.ofC(open), java);
        assertTrue(java.containsAll(List.of("spin_lock_irq(req_q_lock)", "zfcp_fsf_req_create[0x10,0x5]", "status|=0x10",
                "get_device", "zfcp_fsf_req_send", "put_device", "spin_unlock_irq(req_q_lock)")), java.toString());
    }
}
