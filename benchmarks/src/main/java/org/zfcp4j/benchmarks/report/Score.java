// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.List;
import org.openjdk.jmh.results.RunResult;

/** The score of a case in words, with the interval that the report draws. */
public final class Score {
    private Score() {
    }

    /** For instance {@code 4.06 (4.02 to 4.10) ops/us}. */
    public static String text(RunResult result) {
        List<double[]> samples = result.getBenchmarkResults().stream().map(process -> process.getIterationResults().stream()
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore()).toArray()).toList();
        return new Spread(samples).interval(Measurement.CONFIDENCE) + " " + result.getPrimaryResult().getScoreUnit();
    }
}
