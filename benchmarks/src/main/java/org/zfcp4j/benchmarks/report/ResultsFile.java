// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zfcp4j.benchmarks.machine.PinnedThreads;
import org.zfcp4j.kernel.real.SpinLocks;
import org.zfcp4j.layout.Geometry;

/** Reads the JSON that JMH writes ({@code -rf json}). */
public final class ResultsFile {
    private static final String CPUS_OPTION = "-D" + PinnedThreads.CPUS + "=";
    private static final String LOCK_OPTION = "-D" + SpinLocks.PROPERTY + "=";
    private static final String GEOMETRY_OPTION = "-D" + Geometry.PROPERTY + "=";

    private ResultsFile() {
    }

    /** The file cannot be read, or is not what JMH writes; the message is one line and names it. */
    public static final class BadResultsException extends Exception {
        private static final long serialVersionUID = 1;

        BadResultsException(Path file, String reason) {
            super(file + ": " + reason);
        }
    }

    static List<Measurement> read(Path file) throws BadResultsException {
        try {
            List<Measurement> measurements = new ArrayList<>();
            for (JsonValue result : Json.parse(Files.readString(file)).asArray()) {
                measurements.add(measurement(result.asObject()));
            }
            return measurements;
        } catch (NoSuchFileException e) {
            throw new BadResultsException(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new BadResultsException(file, "this is no text");
        } catch (IOException e) {
            throw new BadResultsException(file, "cannot be read: " + e.getMessage());
        } catch (ParseException e) {
            throw new BadResultsException(file, "this is no JSON: " + e.getMessage());
        } catch (UnsupportedOperationException | NullPointerException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadResultsException(file, "these are no results of JMH");
        }
    }

    private static Measurement measurement(JsonObject result) {
        JsonObject primary = result.get("primaryMetric").asObject();
        String benchmark = result.get("benchmark").asString();
        if (benchmark.indexOf('.') < 0) {
            throw new IllegalArgumentException("a benchmark without a class");
        }
        return new Measurement(benchmark, result.get("mode").asString(),
                result.get("threads").asInt(), cores(result), result.get("forks").asInt(), parameters(result),
                primary.get("scoreUnit").asString(), new Spread(samples(primary)), percentiles(primary), secondary(result));
    }

    private static int cores(JsonObject result) {
        if (result.get("jvmArgs") != null) {
            for (JsonValue argument : result.get("jvmArgs").asArray()) {
                if (argument.asString().startsWith(CPUS_OPTION)) {
                    return argument.asString().substring(CPUS_OPTION.length()).split(",").length;
                }
            }
        }
        return 0;
    }

    private static SortedMap<String, String> parameters(JsonObject result) {
        SortedMap<String, String> parameters = new TreeMap<>();
        if (result.get("params") != null) {
            result.get("params").asObject().forEach(p -> parameters.put(p.getName(), p.getValue().asString()));
        }
        if (result.get("jvmArgs") != null) {
            for (JsonValue argument : result.get("jvmArgs").asArray()) {
                if (argument.asString().startsWith(GEOMETRY_OPTION)) {
                    String geometry = argument.asString().substring(GEOMETRY_OPTION.length());
                    parameters.put(Axes.GEOMETRY, geometry.isEmpty() ? Geometry.ARCHITECTED.toString() : geometry);
                } else if (argument.asString().startsWith(LOCK_OPTION)) {
                    parameters.put(Axes.LOCK, argument.asString().substring(LOCK_OPTION.length()));
                }
            }
        }
        return parameters;
    }

    /** In mode sample the raw data are histograms, of which the mean of each iteration is taken. */
    private static List<double[]> samples(JsonObject primary) {
        List<double[]> forks = new ArrayList<>();
        if (primary.get("rawData") != null) {
            for (JsonValue fork : primary.get("rawData").asArray()) {
                forks.add(numbers(fork.asArray()));
            }
        } else {
            for (JsonValue fork : primary.get("rawDataHistogram").asArray()) {
                JsonArray iterations = fork.asArray();
                double[] means = new double[iterations.size()];
                for (int i = 0; i < means.length; i++) {
                    means[i] = histogramMean(iterations.get(i).asArray());
                }
                forks.add(means);
            }
        }
        if (forks.isEmpty() || forks.get(0).length == 0) {
            throw new IndexOutOfBoundsException("no samples");
        }
        return forks;
    }

    private static double[] numbers(JsonArray values) {
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(values.get(i));
        }
        return numbers;
    }

    private static double histogramMean(JsonArray buckets) {
        double sum = 0;
        double count = 0;
        for (JsonValue bucket : buckets) {
            double n = bucket.asArray().get(1).asDouble();
            sum += bucket.asArray().get(0).asDouble() * n;
            count += n;
        }
        return sum / count;
    }

    private static SortedMap<Double, Double> percentiles(JsonObject primary) {
        SortedMap<Double, Double> percentiles = new TreeMap<>();
        if (primary.get("scorePercentiles") != null) {
            primary.get("scorePercentiles").asObject()
                    .forEach(p -> percentiles.put(Double.parseDouble(p.getName()), number(p.getValue())));
        }
        return percentiles;
    }

    private static SortedMap<String, Measurement.Secondary> secondary(JsonObject result) {
        SortedMap<String, Measurement.Secondary> secondary = new TreeMap<>();
        if (result.get("secondaryMetrics") != null) {
            for (JsonObject.Member member : result.get("secondaryMetrics").asObject()) {
                JsonObject metric = member.getValue().asObject();
                // Older versions of JMH mark the results of profilers with a dot.
                secondary.put(member.getName().replace("\u00b7", ""), new Measurement.Secondary(number(metric.get("score")),
                        metric.get("scoreUnit").asString(), spread(metric)));
            }
        }
        return secondary;
    }

    /** Null without samples. */
    private static Spread spread(JsonObject metric) {
        JsonValue raw = metric.get("rawData");
        return raw == null || raw.asArray().isEmpty() || raw.asArray().get(0).asArray().isEmpty() ? null
                : new Spread(samples(metric));
    }

    /** JMH writes NaN as text. */
    private static double number(JsonValue value) {
        return value.isString() ? Double.parseDouble(value.asString()) : value.asDouble();
    }
}
