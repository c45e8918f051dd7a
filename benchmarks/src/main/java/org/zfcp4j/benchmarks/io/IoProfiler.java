// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Latencies of {@link FcpIo} and its like as secondary results: percentiles of all iterations together, and the longest one of all. With
 * {@link #LOG} set, the whole histograms too. Of other benchmarks it has nothing to say.
 */
public final class IoProfiler implements InternalProfiler {
    /** What the secondary results of latency begin with; the percentile follows, or {@link #LONGEST}. */
    public static final String LATENCY = "latency.p";
    /** The longest one. */
    public static final String LONGEST = "latency.max";
    /** System property: a file to which each iteration appends its histogram, in the format of HdrHistogram's logs. */
    public static final String LOG = "zfcp4j.bench.latencies";

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9};

    @Override
    public String getDescription() {
        return "latencies, signals and interrupts of FcpIo";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // the benchmark begins by itself
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        IoMeters.Reading reading = IoMeters.last();
        if (reading == null || iteration.getType() != IterationType.MEASUREMENT) {
            return List.of();
        }
        List<Result<?>> results = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            results.add(new LatencyResult(LATENCY + plain(percentile), percentile, reading.latencies()));
        }
        results.add(new ScalarResult(LONGEST, reading.latencies().getMaxValue() / NANOS_PER_MICRO, "us", AggregationPolicy.MAX));
        results.add(perCommand("signals", reading, reading.signals()));
        results.add(perCommand("interrupts", reading, reading.interrupts()));
        results.add(perCommand("refused", reading, reading.refused()));
        results.add(perCommand("inflight", reading, reading.inFlight()));
        String log = System.getProperty(LOG);
        if (log != null) {
            LatencyLog.append(log, LatencyLog.tag(benchmark), reading.latencies());
        }
        return results;
    }

    private static String plain(double percentile) {
        return percentile == Math.rint(percentile) ? Long.toString((long) percentile) : Double.toString(percentile);
    }

    private static Result<?> perCommand(String name, IoMeters.Reading reading, long count) {
        return new ScalarResult(name, reading.perCommand(count), "#/op", AggregationPolicy.AVG);
    }
}
