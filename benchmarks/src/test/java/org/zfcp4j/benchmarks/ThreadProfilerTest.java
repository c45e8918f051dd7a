// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThreadProfilerTest {
    private static void iteration(int... operations) {
        for (int done : operations) {
            ThreadWork thread = new ThreadWork();
            thread.begin();
            thread.add(done / 2);
            thread.add(done - done / 2);
            thread.end();
        }
    }

    private static String results() {
        return new ThreadProfiler().afterIteration(null, null, null).stream().map(r -> r.getLabel() + " " + r.getScore())
                .collect(Collectors.joining(", "));
    }

    @Test
    void leastAndMostOfTheThreadsAreToldAsMultiplesOfTheMean() {
        iteration(100, 300, 200);
        assertEquals("thread.least 0.5, thread.most 1.5", results());
    }

    @Test
    void eachIterationStandsForItself() {
        iteration(100, 300);
        results();
        iteration(5, 5);
        assertEquals("thread.least 1.0, thread.most 1.0", results());
    }

    @Test
    void oneThreadHasNothingToShare() {
        iteration(7);
        assertEquals(List.of(), List.copyOf(new ThreadProfiler().afterIteration(null, null, null)));
    }
}
