// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SrbCountTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 16", "2, 8, 16", "4, 8, 32", "64, 1, 64", "64, 8, 128"})
    void asManyAsZfcpHasOrAllThreadsConsume(int threads, int burst, int srbs) {
        assertEquals(srbs, SrbCount.of("auto", threads, burst));
    }

    @Test
    void aNumberIsTakenAsItIs() {
        assertEquals(1, SrbCount.of("1", 8, 8));
        assertEquals(128, SrbCount.of("128", 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "129", "200", "-1", "many", "", "1000", "016"})
    void whatIsAllowedIsSaid(String srbs) {
        String message = assertThrows(IllegalArgumentException.class, () -> SrbCount.of(srbs, 1, 1)).getMessage();
        assertEquals("srbs is auto or a number from 1 to 128, not \"" + srbs + '"', message);
    }

    @Test
    void aBurstFitsIntoTheQueue() {
        assertEquals("burst is a number from 1 to 128, not 0",
                assertThrows(IllegalArgumentException.class, () -> SrbCount.burst(0)).getMessage());
    }
}
