// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The universal scalability law (Gunther) fitted to a throughput by number of threads: X(N) = λN / (1 + σ(N-1) + κN(N-1)). Sigma is the
 * part that waits for others, kappa the cost of keeping each pair consistent. Intervals are of 95 %, by fits to values drawn from the errors
 * of the measurements.
 *
 * @param lambda throughput of one thread
 */
record Scalability(double lambda, Interval sigma, Interval kappa, Interval peak) {
    /** Points that a fit of three parameters needs to have something left to be wrong about. */
    static final int FEWEST = 4;
    private static final int DRAWS = 1000;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;
    /** Half widths of an interval of 95 % in standard deviations. */
    private static final double HALF = 1.96;
    private static final double CERTAIN = 0.5;

    /** A measured point. */
    record Point(int threads, Interval throughput) {
    }

    private record Fit(double lambda, double sigma, double kappa) {
        /** Where throughput is highest; infinite if it never falls. */
        double peak() {
            return kappa <= 0 ? Double.POSITIVE_INFINITY : Math.max(1, Math.sqrt(Math.max(0, 1 - sigma) / kappa));
        }
    }

    /** Fits the law to at least {@link #FEWEST} points. */
    static Scalability of(List<Point> points) {
        Random random = new Random(points.size());
        Fit best = fit(points, p -> p.throughput().value());
        Fit[] drawn = new Fit[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            drawn[i] = fit(points, p -> draw(p.throughput(), random));
        }
        return new Scalability(best.lambda, interval(best, drawn, Fit::sigma), interval(best, drawn, Fit::kappa),
                interval(best, drawn, Fit::peak));
    }

    private static double draw(Interval from, Random random) {
        double deviation = from.known() ? (from.high() - from.low()) / 2 / HALF : 0;
        return Math.max(from.value() / 100, from.value() + random.nextGaussian() * deviation);
    }

    private static Interval interval(Fit best, Fit[] drawn, ToDoubleFunction<Fit> what) {
        double[] values = Arrays.stream(drawn).mapToDouble(what).sorted().toArray();
        return new Interval(what.applyAsDouble(best), values[(int) (LOW * DRAWS)], values[(int) (HIGH * DRAWS)]);
    }

    /** Least squares of N/X(N), which is linear in the parameters; those that would be negative are zero. */
    private static Fit fit(List<Point> points, ToDoubleFunction<Point> throughput) {
        boolean[] used = {true, true, true};
        double[] solution = solve(points, throughput, used);
        for (int i = 2; i > 0; i--) {
            if (solution[i] < 0) {
                used[i] = false;
                solution = solve(points, throughput, used);
            }
        }
        return new Fit(1 / solution[0], solution[1] / solution[0], solution[2] / solution[0]);
    }

    private static double[] solve(List<Point> points, ToDoubleFunction<Point> throughput, boolean[] used) {
        double[][] m = new double[3][4];
        for (Point point : points) {
            double n = point.threads();
            double[] row = {1, used[1] ? n - 1 : 0, used[2] ? n * (n - 1) : 0};
            double y = n / throughput.applyAsDouble(point);
            // Relative errors of y count alike.
            double weight = 1 / (y * y);
            for (int i = 0; i < row.length; i++) {
                for (int k = 0; k < row.length; k++) {
                    m[i][k] += weight * row[i] * row[k];
                }
                m[i][3] += weight * row[i] * y;
            }
        }
        for (int i = 1; i < used.length; i++) {
            m[i][i] += used[i] ? 0 : 1;
        }
        return eliminate(m);
    }

    private static double[] eliminate(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int k = i + 1; k < m.length; k++) {
                double factor = m[k][i] / m[i][i];
                for (int c = i; c <= m.length; c++) {
                    m[k][c] -= factor * m[i][c];
                }
            }
        }
        double[] x = new double[m.length];
        for (int i = m.length - 1; i >= 0; i--) {
            double sum = m[i][m.length];
            for (int k = i + 1; k < m.length; k++) {
                sum -= m[i][k] * x[k];
            }
            x[i] = sum / m[i][i];
        }
        return x;
    }

    /** In a sentence, where more threads stop paying. */
    String sentence(int most) {
        String law = String.format(Locale.ROOT, "universal scalability law: sigma %s, kappa %s; ", sigma, kappa);
        if (peak.value() > most) {
            return law + "more threads pay as far as was measured";
        }
        boolean certain = peak.known() && (peak.high() - peak.low()) < CERTAIN * 2 * peak.value();
        return law + String.format(Locale.ROOT, "more threads stop paying at %.0f%s", peak.value(),
                certain ? "" : String.format(Locale.ROOT, " (%.0f to %s)", peak.low(),
                        Double.isInfinite(peak.high()) ? "any number" : String.format(Locale.ROOT, "%.0f", peak.high())));
    }
}
