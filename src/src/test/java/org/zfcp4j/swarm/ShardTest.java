// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void eachNumberBelongsToOneShard(int count) {
        for (long number = 0; number < 50; number++) {
            int owners = 0;
            for (int index = 1; index <= count; index++) {
                owners += new Shard(index, count).has(number) ? 1 : 0;
            }
            assertEquals(1, owners);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/4", "5/4", "1/0", "-1/4", "1/4/2", "a/b", "1 / 4", "99999999999/99999999999"})
    void aShardIsOneOfSeveralParts(String text) {
        assertEquals("a shard is written I/N, with I from 1 to N, not \"" + text + "\"",
                assertThrows(IllegalArgumentException.class, () -> Shard.parse(text)).getMessage());
    }

    @Test
    void aSweepHandsOutResultsInTheOrderOfTheSeedsWhoeverIsReadyFirst() {
        List<Long> seeds = new ArrayList<>();
        new SeedSweep(5, 104, new Shard(2, 3)).<Long, RuntimeException>run(seed -> {
            // Early seeds of each group take longer than the following ones.
            long sum = 0;
            for (long i = 0; i < (seed % 7 == 0 ? 2_000_000 : 10); i++) {
                sum += i ^ seed;
            }
            return sum == -1 ? 0 : seed;
        }, (seed, result) -> {
            assertEquals(seed, result);
            seeds.add(result);
        });
        assertEquals(LongStream.rangeClosed(5, 104).filter(seed -> (seed - 5) % 3 == 1).boxed().toList(), seeds);
    }

    @Test
    void aSeedThatFailsEndsTheSweepAndIsNamed() {
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> new SeedSweep(1, 1000, Shard.WHOLE).run(seed -> {
            if (seed == 30) {
                throw new IllegalArgumentException("broken");
            }
            return seed;
        }, (seed, result) -> assertEquals(true, seed < 30)));
        assertEquals("seed 30: java.lang.IllegalArgumentException: broken", failure.getMessage());
    }

    @Test
    void missingSeedsAreNamedAsRanges() {
        SeedSet seeds = new SeedSet("10..20");
        for (long seed : new long[] {10, 12, 13, 20}) {
            seeds.add(seed);
        }
        assertEquals(7, seeds.missing());
        assertEquals(List.of("11", "14..19"), seeds.missingRanges());
    }
}
