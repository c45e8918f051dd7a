// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What is known of a mean that several processes measured several times each.
 *
 * <p>Iterations of one process resemble each other: the JIT compiled once, memory lies where it lies. So an interval out of all
 * iterations, as JMH prints it, can be too narrow. Here it is the wider one of two: out of all iterations, and, from three
 * processes on, out of the means of the processes.
 */
final class Spread {
    private static final int ENOUGH_FORKS = 3;

    private final ListStatistics iterations;
    private final ListStatistics forks;

    /**
     * @param samples of each process the result of each iteration
     */
    Spread(List<double[]> samples) {
        iterations = new ListStatistics(samples.stream().flatMapToDouble(Arrays::stream).toArray());
        forks = new ListStatistics(samples.stream().mapToDouble(fork -> new ListStatistics(fork).getMean()).toArray());
    }

    double mean() {
        return iterations.getMean();
    }

    /** The interval around the mean that contains the true one with that confidence; its half width is unknown below 3 samples. */
    Interval interval(double confidence) {
        double half = iterations.getMeanErrorAt(confidence);
        if (forks.getN() >= ENOUGH_FORKS) {
            half = Math.max(half, forks.getMeanErrorAt(confidence));
        }
        return new Interval(mean(), mean() - half, mean() + half);
    }
}
