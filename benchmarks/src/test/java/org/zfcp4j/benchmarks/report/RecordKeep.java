// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zfcp4j.benchmarks.io.IoProfiler;

/**
 * Makes results of record of what {@code bench} has written: without what only the machine of the run knows, such as its directories, and with
 * six digits. {@code RecordKeep FROM TO}: two files.
 */
public final class RecordKeep {
    private static final List<String> OF_A_RESULT = List.of("jmhVersion", "benchmark", "mode", "threads", "forks", "jdkVersion", "vmName", "vmVersion",
            "warmupIterations", "warmupTime", "measurementIterations", "measurementTime", "params");
    private static final List<String> OF_A_METRIC = List.of("score", "scoreUnit", "rawData");
    private static final String HISTOGRAMS = "-D" + IoProfiler.LOG + "=";
    private static final String COLLECTOR = "gc.";
    private static final int DIGITS = 6;

    private RecordKeep() {
    }

    public static void main(String[] files) throws IOException {
        JsonValue kept = kept(Json.parse(Files.readString(Path.of(files[0]))));
        Files.createDirectories(Path.of(files[1]).getParent());
        Files.writeString(Path.of(files[1]), kept.toString(kept.isArray() ? WriterConfig.MINIMAL : WriterConfig.PRETTY_PRINT)
                .replace("},{\"jmhVersion\"", "},\n{\"jmhVersion\"") + "\n");
    }

    /** Results of JMH, the table of ratios, or what they depend on. */
    static JsonValue kept(JsonValue from) {
        if (from.isArray()) {
            JsonArray results = new JsonArray();
            from.asArray().forEach(result -> results.add(result(result.asObject())));
            return results;
        }
        JsonObject object = new JsonObject();
        from.asObject().forEach(member -> object.add(member.getName(), member.getName().equals("environment")
                ? kept(member.getValue()) : withoutDirectory(member.getName(), member.getValue())));
        return object;
    }

    private static JsonValue withoutDirectory(String name, JsonValue value) {
        return name.equals("Command line") ? Json.value(value.asString().replaceAll(" --out \\S+", "")) : value;
    }

    private static JsonObject result(JsonObject from) {
        JsonObject kept = new JsonObject();
        OF_A_RESULT.stream().filter(name -> from.get(name) != null).forEach(name -> kept.add(name, from.get(name)));
        JsonArray options = new JsonArray();
        from.get("jvmArgs").asArray().forEach(option -> {
            if (!option.asString().startsWith(HISTOGRAMS)) {
                options.add(option);
            }
        });
        kept.add("jvmArgs", options);
        kept.add("primaryMetric", metric(from.get("primaryMetric").asObject()));
        JsonObject secondary = new JsonObject();
        from.get("secondaryMetrics").asObject().forEach(member -> {
            if (!member.getName().startsWith(COLLECTOR) || member.getName().equals(Measurement.ALLOCATED)) {
                secondary.add(member.getName(), metric(member.getValue().asObject()));
            }
        });
        return kept.add("secondaryMetrics", secondary);
    }

    private static JsonObject metric(JsonObject from) {
        JsonObject kept = new JsonObject();
        OF_A_METRIC.stream().filter(name -> from.get(name) != null).forEach(name -> kept.add(name, rounded(from.get(name))));
        return kept;
    }

    private static JsonValue rounded(JsonValue value) {
        if (value.isArray()) {
            JsonArray rounded = new JsonArray();
            value.asArray().forEach(element -> rounded.add(rounded(element)));
            return rounded;
        }
        return value.isNumber() ? Json.value(new BigDecimal(value.toString()).round(new MathContext(DIGITS)).doubleValue()) : value;
    }
}
