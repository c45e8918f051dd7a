// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** The work of the thread that did least and of the one that did most, as multiples of the mean. Of benchmarks with {@link ThreadWork}. */
public final class ThreadProfiler implements InternalProfiler {
    /** What the secondary result of the thread that did least is called. */
    public static final String LEAST = "thread.least";
    /** And of the one that did most. */
    public static final String MOST = "thread.most";
    private static final String UNIT = "of mean";

    @Override
    public String getDescription() {
        return "least and most work of a thread";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // the benchmark begins by itself
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        List<Long> work = ThreadWork.take();
        double mean = work.stream().mapToLong(Long::longValue).average().orElse(0);
        if (work.size() < 2 || mean == 0) {
            return List.of();
        }
        return List.of(new ScalarResult(LEAST, Collections.min(work) / mean, UNIT, AggregationPolicy.MIN),
                new ScalarResult(MOST, Collections.max(work) / mean, UNIT, AggregationPolicy.MAX));
    }
}
