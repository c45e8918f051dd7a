// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.StringJoiner;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.openjdk.jmh.infra.BenchmarkParams;

/** A file of latency histograms, which the tools of HdrHistogram read: a line for each iteration, tagged with its case. */
final class LatencyLog {
    private LatencyLog() {
    }

    /**
     * Appends to the file, which begins with a header if it is new.
     *
     * @param tag of the line, without commas and blanks
     */
    static void append(String file, String tag, Histogram latencies) {
        Path path = Path.of(file);
        try {
            boolean begins = Files.notExists(path);
            try (PrintStream out = new PrintStream(Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    false, StandardCharsets.UTF_8)) {
                HistogramLogWriter writer = new HistogramLogWriter(out);
                if (begins) {
                    writer.outputLogFormatVersion();
                    writer.outputComment("[Latencies from queuecommand to scsi_done, in nanoseconds]");
                    writer.outputLegend();
                }
                latencies.setTag(tag);
                writer.outputIntervalHistogram(latencies);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says which case it is: {@code port;operation=read;size=4096;depth=1}. */
    static String tag(BenchmarkParams benchmark) {
        StringJoiner tag = new StringJoiner(";");
        tag.add(benchmark.getBenchmark().substring(benchmark.getBenchmark().lastIndexOf('.') + 1));
        benchmark.getParamsKeys().forEach(key -> tag.add(key + "=" + benchmark.getParam(key)));
        return tag.toString();
    }
}
