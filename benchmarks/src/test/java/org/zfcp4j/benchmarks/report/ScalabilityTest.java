// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalabilityTest {
    private static List<Scalability.Point> curve(double lambda, double sigma, double kappa, double error) {
        List<Scalability.Point> points = new ArrayList<>();
        for (int n = 1; n <= 64; n *= 2) {
            double x = lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1));
            points.add(new Scalability.Point(n, new Interval(x, x * (1 - error), x * (1 + error))));
        }
        return points;
    }

    @Test
    void theParametersOfACurveAreFoundAgain() {
        Scalability law = Scalability.of(curve(5, 0.2, 0.002, 0.02));
        assertEquals(5, law.lambda(), 1e-6);
        assertEquals(0.2, law.sigma().value(), 1e-6);
        assertEquals(0.002, law.kappa().value(), 1e-8);
        assertEquals(20, law.peak().value(), 1e-3);
        assertTrue(law.sigma().low() < 0.2 && 0.2 < law.sigma().high(), law.toString());
        assertTrue(law.sentence(64).endsWith("more threads stop paying at 20"), law.sentence(64));
    }

    @Test
    void withoutContentionMoreThreadsPay() {
        Scalability law = Scalability.of(curve(5, 0, 0, 0.02));
        assertEquals(0, law.kappa().value(), 1e-9);
        assertTrue(law.sentence(64).endsWith("more threads pay as far as was measured"), law.sentence(64));
    }

    @Test
    void aWideErrorIsSaid() {
        Scalability law = Scalability.of(curve(5, 0.2, 0.002, 0.6));
        assertTrue(law.sentence(64).matches(".*stop paying at 20 \\(.*\\)"), law.sentence(64));
    }

    @Test
    void throughputThatFallsFromTheStartPeaksAtOne() {
        assertEquals(1, Scalability.of(curve(5, 2, 0.5, 0.02)).peak().value(), 1e-6);
    }
}
