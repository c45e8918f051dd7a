// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theIntervalIsStudents() {
        Interval interval = new Spread(List.of(new double[] {9, 10, 11, 10})).interval(0.95);
        // Standard deviation 0.8165 over the root of 4 samples, and 3.182 for 3 degrees of freedom.
        assertEquals(10, interval.value(), 1e-9);
        assertEquals(1.2993, interval.high() - 10, 1e-3);
    }

    @Test
    void processesThatDifferWidenIt() {
        double alike = width(10, 10, 10);
        double apart = width(9, 10, 11);
        assertTrue(apart > 10 * alike, alike + " " + apart);
        // Means 9, 10, 11: standard deviation 1 over the root of 3, and 4.303 for 2 degrees of freedom.
        assertEquals(2 * 4.3027 / Math.sqrt(3), apart, 1e-2);
    }

    private static double width(double... means) {
        List<double[]> forks = Arrays.stream(means).mapToObj(m -> new double[] {m, m + 0.01, m - 0.01, m, m}).toList();
        Interval interval = new Spread(forks).interval(0.95);
        return interval.high() - interval.low();
    }

    @Test
    void withTooFewSamplesNothingIsKnown() {
        assertFalse(new Spread(List.of(new double[] {9, 10})).interval(0.95).known());
    }

    @Test
    void errorsOfAQuotientAddUpAsSquares() {
        Interval quotient = new Interval(100, 97, 103).over(new Interval(50, 48, 52));
        assertEquals(2, quotient.value(), 1e-9);
        assertEquals(2 * Math.exp(0.05), quotient.high(), 1e-9);
        assertEquals(2 * Math.exp(-0.05), quotient.low(), 1e-9);
    }
}
