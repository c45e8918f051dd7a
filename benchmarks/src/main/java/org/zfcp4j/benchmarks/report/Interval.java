// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.Locale;

/**
 * A value with the bounds of its confidence interval; the bounds are NaN when nothing is known of its error.
 *
 * @param value the estimate
 * @param low lower bound
 * @param high upper bound
 */
record Interval(double value, double low, double high) {
    private static final int FEWEST = 2;
    private static final int MOST = 4;
    private static final double LARGE = 10;

    boolean known() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** Wider than half of the value: it is drawn pale, and no sentence rests on it. */
    boolean isWide() {
        return known() && high - low > value / 2;
    }

    /** Is it above, beyond its error? An unknown error leaves the question open. */
    boolean above(double limit) {
        return low > limit;
    }

    boolean below(double limit) {
        return high < limit;
    }

    /**
     * This one divided by another one that was measured independently. The relative half widths add up as squares, on a
     * logarithmic scale, where a quotient and its reverse are equally far from 1.
     */
    Interval over(Interval other) {
        double ratio = value / other.value;
        double half = Math.hypot(relative(), other.relative());
        return new Interval(ratio, ratio * Math.exp(-half), ratio * Math.exp(half));
    }

    private double relative() {
        return (high - value) / value;
    }

    /** For instance {@code 1.06 (1.02 to 1.10)}, with as many digits as it takes to see the interval. */
    @Override
    public String toString() {
        if (!known()) {
            return Numbers.ratio(value) + " (error unknown)";
        }
        double half = high - low > 0 ? (high - low) / 2 : 1;
        int decimals = Math.clamp((int) Math.ceil(-Math.log10(half)), FEWEST, MOST);
        String format = "%." + decimals + "f";
        return value >= LARGE ? Numbers.value(value) + " (" + Numbers.value(low) + " to " + Numbers.value(high) + ")"
                : String.format(Locale.ROOT, format + " (" + format + " to " + format + ")", value, low, high);
    }
}
