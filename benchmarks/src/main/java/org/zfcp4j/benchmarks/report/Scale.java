// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A scale with round ticks.
 *
 * @param low value at its begin
 * @param high value at its end
 * @param step between ticks; a factor on a logarithmic scale
 * @param from where it begins in the drawing
 * @param to where it ends
 * @param logarithmic equal ratios are equally long, not equal differences
 */
record Scale(double low, double high, double step, double from, double to, boolean logarithmic) {
    private static final double TEN = 10;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** A logarithmic scale of whole powers of ten around two positive bounds. */
    static Scale decades(double low, double high, double from, double to) {
        double begin = Math.pow(TEN, Math.floor(Math.log10(low) + 1e-9));
        double end = Math.pow(TEN, Math.ceil(Math.log10(high) - 1e-9));
        return new Scale(begin, Math.max(end, begin * TEN), TEN, from, to, true);
    }

    /** A linear scale for values between two bounds, with at most so many steps. */
    static Scale over(double low, double high, int steps, double from, double to) {
        double span = high > low ? high - low : Math.max(Math.abs(high), 1);
        double power = Math.pow(10, Math.floor(Math.log10(span / steps)));
        double step = 10 * power;
        for (double candidate : ROUND) {
            if (candidate * power * steps >= span) {
                step = candidate * power;
                break;
            }
        }
        double begin = Math.floor(low / step + 1e-9) * step;
        double end = Math.ceil(Math.max(high, low + span) / step - 1e-9) * step;
        return new Scale(begin, end, step, from, to, false);
    }

    double at(double value) {
        double part = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return from + part * (to - from);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double tick = low; tick < high * Math.sqrt(step); tick *= step) {
                ticks.add(tick);
            }
            return ticks;
        }
        for (int i = 0; low + i * step <= high + step / 2; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    String label(double tick) {
        if (logarithmic) {
            return String.format(Locale.ROOT, "%,." + (int) Math.max(0, Math.ceil(-Math.log10(tick) - 1e-9)) + "f", tick);
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        boolean half = Math.abs(step * Math.pow(10, decimals) - Math.rint(step * Math.pow(10, decimals))) > 1e-6;
        return String.format(Locale.ROOT, "%,." + (half ? decimals + 1 : decimals) + "f", tick);
    }
}
