// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The results of record of a machine, a directory of {@code benchmarks/results}: what {@code bench} and {@code bench ratio} wrote there, each file as
 * it was written. From them come the tables and the figures of the documents.
 */
final class Recorded {
    private static final Path HOME = Path.of("results");
    private static final String RATIO = "ratio.json";
    private static final String RESULTS = "results.json";
    /** Results of {@code bench layout}. */
    private static final String LAYOUT = "layout.json";
    private static final String ENVIRONMENT = "environment.json";
    private static final Map<String, String> METHODS = Map.of(Measurement.PORT, "port", Measurement.REFERENCE, "C");

    private final String name;
    private final JsonObject ratio;
    private final JsonObject environment;
    private final List<Measurement> measurements;
    private final Map<String, String> figures = new LinkedHashMap<>();

    Recorded(String name) throws IOException {
        this.name = name;
        Path directory = HOME.resolve(name);
        ratio = Files.exists(directory.resolve(RATIO)) ? Json.parse(Files.readString(directory.resolve(RATIO))).asObject() : null;
        environment = Files.exists(directory.resolve(ENVIRONMENT)) ? Json.parse(Files.readString(directory.resolve(ENVIRONMENT))).asObject()
                : ratio.get("environment").asObject();
        measurements = new ArrayList<>(results(directory.resolve(RESULTS)));
        measurements.addAll(results(directory.resolve(LAYOUT)));
        collect();
    }

    /** Empty without the file. */
    private static List<Measurement> results(Path file) throws IOException {
        try {
            return Files.exists(file) ? ResultsFile.read(file) : List.of();
        } catch (ResultsFile.BadResultsException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What figures depend on. */
    JsonObject environment() {
        return environment;
    }

    List<Measurement> measurements() {
        return measurements;
    }

    /** A figure by its name, for a sentence. */
    String figure(String key) {
        String figure = figures.get(key);
        if (figure == null) {
            throw new IllegalArgumentException(name + " has no figure \"" + key + "\"; there are " + String.join("; ", figures.keySet()));
        }
        return figure;
    }

    /** The rows of {@code bench ratio}: name, port, C, quotient, quotient with default flags, quotient with C at -O2. */
    List<List<String>> ratios() {
        List<List<String>> rows = new ArrayList<>();
        for (JsonValue value : ratio.get("rows").asArray()) {
            JsonObject row = value.asObject();
            rows.add(List.of(row.getString("row", ""), nanos(row, "java"), nanos(row, "c"), decimal(quotient(row, "c", "java")),
                    decimal(quotient(row, "plainC", "plainJava")), decimal(quotient(row, "kernelLikeC", "kernelLikeJava"))));
        }
        return rows;
    }

    /** The geometric means of the quotients of {@link #ratios}. */
    List<String> meanRatios() {
        return List.of(decimal(mean("c", "java")), decimal(mean("plainC", "plainJava")), decimal(mean("kernelLikeC", "kernelLikeJava")));
    }

    private double mean(String c, String java) {
        double sum = 0;
        int rows = 0;
        for (JsonValue row : ratio.get("rows").asArray()) {
            sum += Math.log(quotient(row.asObject(), c, java));
            rows++;
        }
        return Math.exp(sum / rows);
    }

    /** NaN if it was not measured; of some only the quotient is on record. */
    private static double quotient(JsonObject row, String c, String java) {
        String kept = c + " / " + java;
        return row.get(kept) != null ? row.getDouble(kept, 0) : row.get(c) == null ? Double.NaN : row.getDouble(c, 0) / row.getDouble(java, 0);
    }

    private static String nanos(JsonObject row, String name) {
        return String.format(Locale.ROOT, "%.1f", row.getDouble(name, 0));
    }

    private static String decimal(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }

    private void collect() {
        if (ratio != null) {
            for (List<String> row : ratios()) {
                figures.put("ratio " + row.get(0) + ": port", row.get(1));
                figures.put("ratio " + row.get(0) + ": C", row.get(2));
                figures.put("ratio " + row.get(0), row.get(3));
            }
            figures.put("ratio mean", meanRatios().get(0));
            figures.put("ratio mean with default flags", meanRatios().get(1));
            figures.put("ratio mean with C at -O2", meanRatios().get(2));
            figures.put("ratio lowest", ratios().stream().map(row -> row.get(3)).min(String::compareTo).orElseThrow());
            figures.put("ratio highest", ratios().stream().map(row -> row.get(3)).max(String::compareTo).orElseThrow());
        }
        for (Measurement m : measurements) {
            figures.put(place(m) + ": " + METHODS.getOrDefault(m.method(), m.method()), cell(m.interval()));
            Measurement twin = twin(m);
            if (twin != null) {
                figures.put(place(m) + ": port / C", cell(m.speedOver(twin)));
            }
        }
    }

    /** The C reference of a measurement of the port; null if it is none, or has none. */
    Measurement twin(Measurement m) {
        return !m.method().equals(Measurement.PORT) ? null
                : measurements.stream().filter(other -> other.key().equals(m.twin())).findFirst().orElse(null);
    }

    /** What was measured, for instance {@code RefillPost burst 1, policy add-unless, srbs auto, 2 threads}. */
    private static String place(Measurement m) {
        return m.simpleType() + " " + Axes.words(m.coordinatesWithout(List.of()));
    }

    /** An interval; in italics if it is so wide that no sentence may rest on it. */
    static String cell(Interval interval) {
        return interval.isWide() ? "*" + interval + "*" : interval.toString();
    }
}
