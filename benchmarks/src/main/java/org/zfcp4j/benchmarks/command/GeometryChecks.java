// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import joptsimple.OptionParser;
import org.zfcp4j.benchmarks.report.GeometryCost;
import org.zfcp4j.benchmarks.report.GeometryVerdict;
import org.zfcp4j.cli.Command;
import org.zfcp4j.cli.Main;
import org.zfcp4j.layout.Geometry;

/**
 * Checks that the driver is as correct in another geometry as in the architected one: all verdicts of {@code run}, and the search through
 * {@code refill-race}. A geometry is a constant of a process, so each check is one.
 */
final class GeometryChecks {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Policies of the search, each with its expected outcome. */
    private static final Map<String, String> RACES = Map.of("check-then-dec", "violated", "add-unless", "exhausted",
            "cancel-at-close", "exhausted");

    /** Status read buffers of the search; with more, it takes longer and finds the same. */
    private final int srbs;

    GeometryChecks(int srbs) {
        this.srbs = srbs;
    }

    /** All checks of one geometry, in the order of a table. */
    List<GeometryVerdict> of(String geometry) throws IOException {
        List<GeometryVerdict> verdicts = new ArrayList<>();
        verdicts.add(scenarios(geometry));
        for (String policy : RACES.keySet().stream().sorted().toList()) {
            verdicts.add(race(geometry, policy));
        }
        return verdicts;
    }

    private static String name(String geometry) {
        return Geometry.parse(geometry).toString();
    }

    private static GeometryVerdict scenarios(String geometry) throws IOException {
        Outcome outcome = run(geometry, "run");
        return new GeometryVerdict(name(geometry), "run", outcome.lastLine(), outcome.status == Command.EXIT_OK);
    }

    private GeometryVerdict race(String geometry, String policy) throws IOException {
        String check = "refill-race, " + policy + ", " + srbs + " SRBs";
        Path json = Files.createTempFile("zfcp4j", ".json");
        try {
            Outcome outcome = run(geometry, "explore", "refill-race", "--refill", policy, "--srbs", Integer.toString(srbs), "--json",
                    json.toString());
            if (Files.size(json) == 0) {
                return new GeometryVerdict(name(geometry), check, "failed: " + outcome.firstLine(), false);
            }
            JsonObject result = Json.parse(Files.readString(json)).asObject();
            String end = result.getString("outcome", "");
            return new GeometryVerdict(name(geometry), check, String.format(Locale.ROOT, "%s: %,d executions, %,d cut", end,
                    result.getLong("executions", 0), result.getLong("cut", 0)), end.equals(RACES.get(policy)));
        } finally {
            Files.deleteIfExists(json);
        }
    }

    /** What the model of caches counts in a geometry, for two threads that play driver and channel, as the benchmark's do. */
    GeometryCost cost(String geometry) throws IOException {
        Path json = Files.createTempFile("zfcp4j", ".json");
        try {
            Outcome outcome = run(geometry, "layout", "--cost", "--workload", "post", "--placement", "together", "--processors", "3", "--operations",
                    "512", "--json", json.toString());
            if (outcome.status != Command.EXIT_OK) {
                throw new IOException("layout --cost: " + outcome.firstLine());
            }
            return GeometryCost.of(Json.parse(Files.readString(json)).asObject().get("runs").asArray().get(0).asObject());
        } finally {
            Files.deleteIfExists(json);
        }
    }

    private record Outcome(int status, String text) {
        String firstLine() {
            return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("exit status " + status).strip();
        }

        String lastLine() {
            return text.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line).strip();
        }
    }

    /** Of the command line's classes: what started this process may have another one. */
    private static String classPath() {
        return Stream.of(Main.class, Json.class, OptionParser.class)
                .map(c -> Path.of(URI.create(c.getProtectionDomain().getCodeSource().getLocation().toString())).toString()).distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Outcome run(String geometry, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-D" + Geometry.PROPERTY + "=" + geometry, "-cp", classPath(), Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException("interrupted", e);
        }
    }
}
