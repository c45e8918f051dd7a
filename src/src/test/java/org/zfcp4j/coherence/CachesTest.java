// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.coherence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Cases whose counts are known. */
class CachesTest {
    private static final int ROUNDS = 10;

    private final Ledger ledger = new Ledger(4);
    private final List<LineAccess> seen = new ArrayList<>();

    CachesTest() {
        ledger.begin();
    }

    private Caches caches(int line) {
        return new Caches(4, line, address -> (int) (address >> 20), ledger);
    }

    private void access(Caches caches, int processor, long address, int length, boolean write) {
        caches.access(processor, address, length, write, access -> {
            seen.add(access);
            ledger.add(access, 0);
        });
    }

    private long count(Effect effect) {
        return seen.stream().filter(access -> access.effect() == effect).count();
    }

    private Tally tally() {
        return ledger.tallies().get(0);
    }

    @Test
    void aCounterOfTwoProcessorsMovesWithEachIncrement() {
        Caches caches = caches(64);
        for (int i = 0; i < ROUNDS; i++) {
            access(caches, 0, 0, 4, true);
            access(caches, 1, 0, 4, true);
        }
        caches.finish();
        assertEquals(1, count(Effect.COLD));
        assertEquals(2 * ROUNDS - 1, count(Effect.TRANSFER));
        assertEquals(2 * ROUNDS - 1, tally().invalidations());
        assertEquals(0, tally().falseSharing());
        assertEquals(ROUNDS, tally().moved(0, 1));
        assertEquals(ROUNDS - 1, tally().moved(1, 0));
    }

    @Test
    void neighboursInALineMoveItForNothing() {
        Caches caches = caches(64);
        for (int i = 0; i < ROUNDS; i++) {
            access(caches, 0, 0, 4, true);
            access(caches, 1, 60, 4, true);
        }
        caches.finish();
        assertEquals(2 * ROUNDS - 1, count(Effect.TRANSFER));
        // The first copy of each processor is no false sharing.
        assertEquals(2 * ROUNDS - 2, tally().falseSharing());
    }

    @Test
    void neighboursInLinesOfTheirOwnDoNot() {
        Caches caches = caches(64);
        for (int i = 0; i < ROUNDS; i++) {
            access(caches, 0, 0, 4, true);
            access(caches, 1, 64, 4, true);
        }
        caches.finish();
        assertEquals(2, count(Effect.COLD));
        assertEquals(2 * ROUNDS - 2, count(Effect.HIT));
    }

    @Test
    void aLongerLineJoinsThem() {
        Caches caches = caches(128);
        for (int i = 0; i < ROUNDS; i++) {
            access(caches, 0, 0, 4, true);
            access(caches, 1, 64, 4, true);
        }
        caches.finish();
        assertEquals(2 * ROUNDS - 2, tally().falseSharing());
    }

    @Test
    void aLineThatIsOnlyReadMovesOnceToEach() {
        Caches caches = caches(64);
        for (int i = 0; i < ROUNDS; i++) {
            for (int p = 0; p < 4; p++) {
                access(caches, p, 0, 8, false);
            }
        }
        caches.finish();
        assertEquals(1, count(Effect.COLD));
        assertEquals(3, count(Effect.TRANSFER));
        assertEquals(4 * ROUNDS - 4, count(Effect.HIT));
        assertEquals(0, tally().invalidations());
    }

    @Test
    void aWriteToASharedLineInvalidatesWithoutMoving() {
        Caches caches = caches(64);
        for (int p = 0; p < 4; p++) {
            access(caches, p, 0, 8, false);
        }
        access(caches, 2, 0, 8, true);
        LineAccess last = seen.get(seen.size() - 1);
        assertEquals(Effect.UPGRADE, last.effect());
        assertEquals(3, last.invalidated());
    }

    @Test
    void aLockAndItsDataMoveTogetherInOneLine() {
        assertEquals(2 * ROUNDS - 1, handOvers(8));
        assertEquals(2 * (2 * ROUNDS - 1), handOvers(64));
    }

    /** Transfers of a lock that two processors take in turn, with data {@code distance} bytes away. */
    private long handOvers(int distance) {
        seen.clear();
        Caches caches = caches(64);
        for (int i = 0; i < 2 * ROUNDS; i++) {
            access(caches, i % 2, 0, 4, true);
            access(caches, i % 2, distance, 4, true);
            access(caches, i % 2, 0, 4, true);
        }
        return count(Effect.TRANSFER);
    }

    @Test
    void statesSideBySideMoveInOneLine() {
        assertEquals(1, movesOfStates(1));
        assertEquals(64, movesOfStates(64));
        assertEquals(64, movesOfStates(256));
    }

    /** Transfers when one processor has written 64 states and another one reads them. */
    private long movesOfStates(int stride) {
        seen.clear();
        Caches caches = caches(64);
        for (int i = 0; i < 64; i++) {
            access(caches, 0, (long) i * stride, 1, true);
        }
        for (int i = 0; i < 64; i++) {
            access(caches, 1, (long) i * stride, 1, false);
        }
        return count(Effect.TRANSFER);
    }

    @Test
    void anAccessAcrossLinesCountsInEach() {
        Caches caches = caches(64);
        access(caches, 0, 60, 8, true);
        assertEquals(2, seen.size());
        assertEquals(64, caches.lines(0, 4096));
        assertEquals(2, caches.lines(60, 8));
    }

    @Test
    void whatLiesBesideIsToldFromWhatIsNeeded() {
        Caches caches = caches(64);
        access(caches, 0, 0, 1, true);
        access(caches, 1, 0, 1, false);
        access(caches, 0, 0, 1, true);
        // begins with a byte of its own, then reads what the other one has written
        access(caches, 1, 32, 1, false);
        access(caches, 1, 0, 1, false);
        caches.finish();
        assertEquals(0, tally().falseSharing());
    }

    @Test
    void latenciesDependOnTheDie() {
        Latencies latencies = Latencies.of(table());
        assertEquals(100, latencies.of(new LineAccess(0, 0, Effect.TRANSFER, 1, 0), 1));
        assertEquals(300, latencies.of(new LineAccess(0, 0, Effect.TRANSFER, 2, 0), 1));
        assertEquals(75, latencies.of(new LineAccess(0, 0, Effect.TRANSFER, 2, 0), 64));
        assertEquals(5, latencies.of(new LineAccess(0, 0, Effect.HIT, -1, 0), 1));
    }

    private static Properties table() {
        Properties table = new Properties();
        String[] pairs = {"own=5", "atomic=18", "upgrade=60", "same-die=100", "other-die=300", "memory=200", "overlap=4", "other=4",
            "signal=60", "per-die=2", "megahertz=1000"};
        for (String pair : pairs) {
            table.setProperty(pair.split("=")[0], pair.split("=")[1]);
        }
        return table;
    }

    @Test
    void aTableIsRefusedWithWhatIsWrong() {
        Properties table = table();
        table.setProperty("own", "many");
        assertEquals("own=many: expected a whole number from 0 to 1000000",
                assertThrows(IllegalArgumentException.class, () -> Latencies.of(table)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Caches(129, 64, address -> 0, ledger));
        assertThrows(IllegalArgumentException.class, () -> new Caches(4, 48, address -> 0, ledger));
    }
}
