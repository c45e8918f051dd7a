// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Receives the output of JMH: iterations become progress, and the rest is kept in case that the benchmark fails. */
final class QuietFormat implements OutputFormat {
    private final Progress progress;
    private final StringBuilder log = new StringBuilder();

    QuietFormat(Progress progress) {
        this.progress = progress;
    }

    /** All that was said. */
    String log() {
        return log.toString();
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
        // Its end counts.
    }

    @Override
    public void iterationResult(BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
        progress.step();
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        log.append(benchmark.id()).append('\n');
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        // The results come all at once when the run returns.
    }

    @Override
    public void startRun() {
        // Said by the command itself.
    }

    @Override
    public void endRun(Collection<RunResult> result) {
        // Said by the command itself.
    }

    @Override
    public synchronized void print(String text) {
        log.append(text);
    }

    @Override
    public synchronized void println(String text) {
        log.append(text).append('\n');
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public void verbosePrintln(String text) {
        println(text);
    }

    @Override
    public synchronized void write(int character) {
        log.append((char) character);
    }

    @Override
    public synchronized void write(byte[] bytes) {
        log.append(new String(bytes, StandardCharsets.UTF_8));
    }
}
