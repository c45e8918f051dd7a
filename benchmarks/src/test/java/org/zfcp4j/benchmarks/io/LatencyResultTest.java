// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyResultTest {
    private static LatencyResult result(long nanos, int times) {
        Histogram histogram = IoQueue.newHistogram();
        histogram.recordValueWithCount(nanos, times);
        return new LatencyResult("latency.p90", 90, histogram);
    }

    @Test
    void aPercentileOfSeveralIterationsIsThatOfAllCommandsTogether() {
        // 10 of 1000 commands were slow: the mean of both percentiles would be 50 us.
        LatencyResult fast = result(1_000, 990);
        LatencyResult slow = result(100_000, 10);
        assertEquals(1, fast.getScore(), 0.03);
        assertEquals(100, slow.getScore(), 1);
        assertEquals(1, fast.getIterationAggregator().aggregate(List.of(fast, slow)).getScore(), 0.03);
    }

    @Test
    void sumsCanBeAddedUp() {
        LatencyResult one = result(1_000, 10);
        LatencyResult sum = one.getThreadAggregator().aggregate(List.of(one, result(100_000, 1)));
        assertEquals(100, sum.getIterationAggregator().aggregate(List.of(sum, result(100_000, 9))).getScore(), 1);
    }
}
