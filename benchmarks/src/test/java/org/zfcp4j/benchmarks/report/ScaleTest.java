// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static List<String> labels(double low, double high) {
        Scale scale = Scale.over(low, high, 5, 0, 100);
        return scale.ticks().stream().map(scale::label).toList();
    }

    @Test
    void ticksAreRoundAndCoverTheValues() {
        assertEquals(List.of("0", "10", "20", "30", "40", "50"), labels(0, 41.3));
        assertEquals(List.of("0.0", "0.5", "1.0", "1.5", "2.0", "2.5"), labels(0, 2.3));
        assertEquals(List.of("0.85", "0.90", "0.95", "1.00", "1.05", "1.10"), labels(0.87, 1.1));
        assertEquals(List.of("0", "500,000", "1,000,000", "1,500,000", "2,000,000"), labels(0, 1_999_000));
    }

    @Test
    void decadesEncloseTheValues() {
        Scale scale = Scale.decades(17, 2_300, 0, 300);
        assertEquals(List.of("10", "100", "1,000", "10,000"), scale.ticks().stream().map(scale::label).toList());
        assertEquals(100, scale.at(100), 1e-9);
        Scale one = Scale.decades(0.1, 0.1, 0, 100);
        assertEquals(List.of("0.1", "1"), one.ticks().stream().map(one::label).toList());
    }

    @Test
    void valuesLieInProportion() {
        assertEquals(25, Scale.over(0, 10, 5, 0, 100).at(2.5), 1e-9);
        assertEquals(75, Scale.over(0, 10, 5, 100, 0).at(2.5), 1e-9);
    }
}
