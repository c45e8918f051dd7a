// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files as JMH writes them, with made-up figures. */
final class JmhJson {
    private static final int FORKS = 3;
    private static final int ITERATIONS = 5;

    private final JsonArray results = new JsonArray();

    /** A throughput whose samples lie within one per cent around the score. */
    JmhJson rate(String benchmark, int threads, String policy, double score) {
        return add(benchmark, "thrpt", threads, policy, score, "ops/us", 0);
    }

    /** A throughput whose samples differ by a factor of more than five. */
    JmhJson noisy(String benchmark, double score) {
        rate(benchmark, 1, null, score);
        JsonObject primary = results.get(results.size() - 1).asObject().get("primaryMetric").asObject();
        primary.get("rawData").asArray().forEach(fork -> {
            for (int i = 0; i < ITERATIONS; i++) {
                fork.asArray().set(i, score * (1 + (i - 2) * 0.35));
            }
        });
        return this;
    }

    /** All of them with so many threads. */
    JmhJson threads(int threads) {
        results.forEach(result -> result.asObject().set("threads", threads));
        return this;
    }

    /** A further parameter of the last one. */
    JmhJson with(String parameter, String value) {
        results.get(results.size() - 1).asObject().get("params").asObject().add(parameter, value);
        return this;
    }

    /** The same in a geometry; empty: the architected one. */
    JmhJson geometry(String benchmark, String geometry, double score) {
        rate(benchmark, 1, null, score);
        results.get(results.size() - 1).asObject().set("jvmArgs", new JsonArray().add("-Dzfcp4j.geometry=" + geometry));
        return this;
    }

    /** Counts of refills by what they met; of classes that are not named, none. */
    JmhJson deficits(String benchmark, int threads, String policy, Map<String, Integer> counts) {
        rate(benchmark, threads, policy, 1);
        JsonObject metrics = results.get(results.size() - 1).asObject().get("secondaryMetrics").asObject();
        for (String name : List.of("missing0", "missing1", "missing2", "missing3to4", "missing5to8", "missing9to16", "missing17to32",
                "missing33up", "missingSum")) {
            metrics.add(name, Json.object().add("score", counts.getOrDefault(name, 0)).add("scoreUnit", "#"));
        }
        return this;
    }

    JmhJson add(String benchmark, String mode, int threads, String policy, double score, String unit, double allocated) {
        JsonArray raw = new JsonArray();
        for (int fork = 0; fork < FORKS; fork++) {
            JsonArray samples = new JsonArray();
            for (int i = 0; i < ITERATIONS; i++) {
                samples.add(score * (1 + (i - 2) * 0.005));
            }
            raw.add(samples);
        }
        JsonObject metric = Json.object().add("score", score).add("scoreError", "NaN").add("scoreUnit", unit)
                .add("scorePercentiles", Json.object().add("50.0", score).add("99.0", score)).add("rawData", raw);
        JsonObject parameters = Json.object();
        if (policy != null) {
            parameters.add("policy", policy);
        }
        results.add(Json.object().add("jmhVersion", "1.37").add("benchmark", "org.zfcp4j.benchmarks." + benchmark).add("mode", mode)
                .add("threads", threads).add("forks", FORKS).add("jvmArgs", new JsonArray()).add("params", parameters)
                .add("primaryMetric", metric)
                .add("secondaryMetrics", Json.object()
                        .add("\u00b7gc.alloc.rate.norm", Json.object().add("score", allocated).add("scoreUnit", "B/op"))
                        .add("excess", Json.object().add("score", 7).add("scoreUnit", "#"))));
        return this;
    }

    /** Commands at a depth of the queue, with latencies that double from percentile to percentile. */
    JmhJson commands(String operation, int depth, double score, double median) {
        add("io.FcpIo.port", "thrpt", 1, null, score, "ops/s", 0);
        JsonObject result = results.get(results.size() - 1).asObject();
        result.get("params").asObject().add("operation", operation).add("depth", Integer.toString(depth));
        JsonObject secondary = result.get("secondaryMetrics").asObject();
        double latency = median;
        for (String name : new String[] {"p50", "p90", "p99", "p99.9", "max"}) {
            JsonArray raw = new JsonArray();
            for (int fork = 0; fork < FORKS; fork++) {
                raw.add(new JsonArray().add(latency * 0.99).add(latency).add(latency * 1.01));
            }
            secondary.add("latency." + name, Json.object().add("score", latency).add("scoreUnit", "us").add("rawData", raw));
            latency *= 2;
        }
        secondary.add("signals", Json.object().add("score", 1.0 / depth).add("scoreUnit", "#/op"))
                .add("interrupts", Json.object().add("score", 1).add("scoreUnit", "#/op"));
        return this;
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, results.toString());
    }
}
