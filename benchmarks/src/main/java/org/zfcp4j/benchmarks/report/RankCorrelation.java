// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.Arrays;

/** How well two orders of the same things agree: 1 if they are the same, -1 if one is the reverse of the other (Spearman). */
final class RankCorrelation {
    private RankCorrelation() {
    }

    /** Of values in the same order of things; equal ones share their ranks. NaN for fewer than three things, or if all are equal. */
    static double of(double[] a, double[] b) {
        double[] x = ranks(a);
        double[] y = ranks(b);
        double mean = (x.length + 1) / 2.0;
        double covariance = 0;
        double varianceX = 0;
        double varianceY = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += (x[i] - mean) * (y[i] - mean);
            varianceX += (x[i] - mean) * (x[i] - mean);
            varianceY += (y[i] - mean) * (y[i] - mean);
        }
        return x.length < 3 || varianceX == 0 || varianceY == 0 ? Double.NaN : covariance / Math.sqrt(varianceX * varianceY);
    }

    /** The rank of each value, from 1. */
    static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int first = 0;
            while (sorted[first] < values[i]) {
                first++;
            }
            int last = first;
            while (last + 1 < sorted.length && sorted[last + 1] == values[i]) {
                last++;
            }
            ranks[i] = (first + last) / 2.0 + 1;
        }
        return ranks;
    }
}
