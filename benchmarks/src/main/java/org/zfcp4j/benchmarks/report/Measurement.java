// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One result of JMH.
 *
 * @param benchmark class and method, with the package
 * @param mode as JMH abbreviates it: thrpt, avgt, sample, ss
 * @param threads that ran the method
 * @param cores    that they were bound to, one each; 0 if nothing is known of that
 * @param forks processes
 * @param parameters of the benchmark; the geometry, which is an option of the virtual machine, counts as one
 * @param unit of the score
 * @param score the mean with its samples
 * @param percentiles of the samples, by percentage; in mode sample, where each call is one, they tell the latency
 * @param secondary other results by name, such as {@code gc.alloc.rate.norm}
 */
record Measurement(String benchmark, String mode, int threads, int cores, int forks, SortedMap<String, String> parameters, String unit,
                   Spread score, SortedMap<Double, Double> percentiles, SortedMap<String, Secondary> secondary) {
    /** Bytes per operation, with {@code -prof gc}. */
    static final String ALLOCATED = "gc.alloc.rate.norm";

    /** What charts and ratios state. */
    static final double CONFIDENCE = 0.95;

    static final String PORT = "port";
    static final String REFERENCE = "reference";

    /**
     * A result beside the score.
     *
     * @param value the mean, or the sum of what was counted, or the highest
     * @param unit as JMH names it
     * @param spread of the samples; null if there are none
     */
    record Secondary(double value, String unit, Spread spread) {
        /** The value with the error of the mean of the samples; a percentile of all is not the mean of those of the samples. */
        Interval interval() {
            if (spread == null) {
                return new Interval(value, Double.NaN, Double.NaN);
            }
            Interval mean = spread.interval(CONFIDENCE);
            return new Interval(value, value + mean.low() - mean.value(), value + mean.high() - mean.value());
        }

        boolean isCount() {
            return unit.equals("#");
        }

        /** Counts in full, other things with three digits. */
        String text() {
            return isCount() ? String.format(Locale.ROOT, "%,.0f", value) : Numbers.value(value);
        }
    }

    /** What two measurements of the same thing share. */
    record Key(String benchmark, String mode, int threads, Map<String, String> parameters) {
    }

    Key key() {
        return new Key(benchmark, mode, threads, parameters);
    }

    /** The same with the C reference instead. */
    Key twin() {
        return new Key(type() + "." + REFERENCE, mode, threads, parameters);
    }

    /** The class with its package. */
    String type() {
        return benchmark.substring(0, benchmark.lastIndexOf('.'));
    }

    String simpleType() {
        return type().substring(type().lastIndexOf('.') + 1);
    }

    String method() {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    /** Operations per time; otherwise it is time per operation, and less is better. */
    boolean isRate() {
        return mode.equals("thrpt");
    }

    Interval interval() {
        return interval(CONFIDENCE);
    }

    Interval interval(double confidence) {
        return score.interval(confidence);
    }

    /** How many times as fast as the other one this is. */
    Interval speedOver(Measurement other, double confidence) {
        return isRate() ? interval(confidence).over(other.interval(confidence))
                : other.interval(confidence).over(interval(confidence));
    }

    Interval speedOver(Measurement other) {
        return speedOver(other, CONFIDENCE);
    }

    /** Whether some of the threads had to wait for a core. */
    boolean isOversubscribed() {
        return cores > 0 && threads > cores;
    }

    /** NaN if it was not measured. */
    double allocated() {
        Secondary norm = secondary.get(ALLOCATED);
        return norm == null ? Double.NaN : norm.value();
    }

    /** The value of a parameter, of threads too; null if there is none of that name. */
    String coordinate(String axis) {
        return axis.equals(Axes.THREADS) ? Integer.toString(threads) : parameters.get(axis);
    }

    /** The parameters without some, with the threads. */
    SortedMap<String, String> coordinatesWithout(List<String> axes) {
        SortedMap<String, String> rest = new TreeMap<>(parameters);
        rest.put(Axes.THREADS, Integer.toString(threads));
        axes.forEach(rest::remove);
        return rest;
    }

    /** For instance {@code RefillPost.port [policy=add-unless, srbs=16] 2 threads}. */
    @Override
    public String toString() {
        return simpleType() + "." + method() + (parameters.isEmpty() ? "" : " " + Axes.text(parameters)) + " "
                + Axes.threads(threads);
    }
}
