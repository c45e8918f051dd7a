// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.util.SingletonStatistics;

/**
 * A percentile of latencies. Of several iterations and processes it is that of all commands together: the histograms are added up, since
 * the mean of percentiles is none.
 */
final class LatencyResult extends Result<LatencyResult> {
    private static final long serialVersionUID = 1;
    private static final String UNIT = "us";
    private static final double NANOS_PER_MICRO = 1000;

    private final double percentile;
    /** As HdrHistogram encodes it: results travel from the measured process to its parent. */
    private final byte[] histogram;

    LatencyResult(String name, double percentile, Histogram latencies) {
        super(ResultRole.SECONDARY, name, new SingletonStatistics(latencies.getValueAtPercentile(percentile) / NANOS_PER_MICRO), UNIT,
                AggregationPolicy.AVG);
        this.percentile = percentile;
        ByteBuffer buffer = ByteBuffer.allocate(latencies.getNeededByteBufferCapacity());
        histogram = Arrays.copyOf(buffer.array(), latencies.encodeIntoCompressedByteBuffer(buffer));
    }

    private Histogram latencies() {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(histogram), 0);
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LatencyResult sum(Collection<LatencyResult> results) {
        Histogram sum = IoQueue.newHistogram();
        results.forEach(result -> sum.add(result.latencies()));
        LatencyResult any = results.iterator().next();
        return new LatencyResult(any.getLabel(), any.percentile, sum);
    }

    @Override
    protected Aggregator<LatencyResult> getThreadAggregator() {
        return LatencyResult::sum;
    }

    @Override
    protected Aggregator<LatencyResult> getIterationAggregator() {
        return LatencyResult::sum;
    }
}
