// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimedQueueTest {
    /** An entry with a name. */
    private static final class Named extends TimedEntry {
        private final int number;

        Named(int number) {
            this.number = number;
        }
    }

    @Test
    void entriesComeByTimeThenByOrderOfQueueing() {
        Random random = new Random(1);
        TimedQueue<Named> queue = new TimedQueue<>();
        List<Named> expected = new ArrayList<>();
        for (int round = 0; round < 2000; round++) {
            Named entry = new Named(round);
            queue.add(entry, random.nextInt(50));
            expected.add(entry);
            if (random.nextInt(3) == 0) {
                Named victim = expected.remove(random.nextInt(expected.size()));
                assertTrue(queue.remove(victim));
                assertFalse(queue.remove(victim));
            }
        }
        expected.sort(Comparator.comparingLong(Named::due));
        assertEquals(expected.size(), queue.size());
        List<Integer> numbers = new ArrayList<>();
        assertNull(queue.pollDue(-1));
        while (!queue.isEmpty()) {
            numbers.add(queue.pollDue(50).number);
        }
        assertEquals(expected.stream().map(e -> e.number).toList(), numbers);
        assertEquals(Long.MAX_VALUE, queue.firstDue());
    }

    @Test
    void entryIsQueuedOnce() {
        TimedQueue<Named> queue = new TimedQueue<>();
        Named entry = new Named(0);
        queue.add(entry, 3);
        assertTrue(entry.isQueued());
        assertEquals(3, entry.due());
        assertThrows(IllegalStateException.class, () -> queue.add(entry, 4));
    }
}
