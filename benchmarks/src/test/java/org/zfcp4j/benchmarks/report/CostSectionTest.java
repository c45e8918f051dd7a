// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostSectionTest {
    @TempDir
    Path directory;

    private static GeometryCost cost(String geometry, double cycles) {
        double[][] moved = {{0, 64, 0}, {1, 0, 0}, {0, 0, 0}};
        return new GeometryCost(geometry, cycles, Map.of("page", 64.0, "SLSB, requests", 1.0), 0.5, 3,
                Map.of("page", moved, "SLSB, requests", moved));
    }

    private CostSection section(double... nanos) throws Exception {
        JmhJson json = new JmhJson();
        String[] names = {"", "stride=64", "sbals=256", "placement=spread"};
        List<GeometryCost> costs = List.of(cost("architected", 100), cost("stride=64", 120), cost("sbals=256", 110),
                cost("placement=spread", 130));
        for (int i = 0; i < nanos.length; i++) {
            json.geometry("LayoutSides.sides", names[i], 1000 / nanos[i]);
        }
        Path file = json.threads(2).write(directory.resolve("results.json"));
        return new CostSection(costs, ResultsFile.read(file));
    }

    @Test
    void equalOrdersAgreeAndReversedOnesDoNot() throws Exception {
        assertTrue(section(10, 12, 11, 13).agreement().contains("rank correlation of 1.00"));
        assertTrue(section(13, 11, 12, 10).agreement().contains("rank correlation of -1.00"));
        String some = section(10, 13, 11, 12).agreement();
        assertTrue(some.contains("rank correlation of 0.80") && some.contains("most wrong about stride=64: number 3 by the model, 4 as measured"),
                some);
        assertTrue(some.endsWith("The timings tell 6 of the 6 pairs apart beyond their errors: the model has 5 of them in the same order, 1 in the other"
                + " one, and no difference in 0."), some);
        assertTrue(section(10, 10.01, 10.02, 10.03).agreement().endsWith("none of the 6 pairs apart beyond their errors, so that this says nothing."),
                "within the error");
        assertTrue(section(10, 12).agreement().startsWith("Too few geometries"), "two");
    }

    @Test
    void equalValuesShareTheirRanks() {
        assertArrayEquals(new double[] {1.5, 3, 1.5, 4}, RankCorrelation.ranks(new double[] {5, 6, 5, 9}));
        assertEquals(Double.NaN, RankCorrelation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}));
    }

    @Test
    void theHeatMapHasACellForEachPair() throws Exception {
        CostSection section = section(10, 12, 11, 13);
        String svg = section.heatMap();
        assertEquals(2 * 9, svg.split("<rect").length - 1);
        assertTrue(svg.contains("page: 64.00 from 0 to 1"), svg);
        assertTrue(section.table().contains("<td>stride=64</td><td class=\"n\">120</td>"), section.table());
    }
}
