// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import joptsimple.OptionParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.cli.Main;

/**
 * What a geometry does to correctness: nothing. Driver and native channel come up with it, all invariants are checked after every
 * step, and the decisive moments of the refill end as they do in the architected one. A geometry is a constant of a process, so
 * each has one of its own.
 */
class GeometriesTest {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private record Outcome(int status, String text) {
    }

    /** Those of the classes of the command line; what started this test may have another one. */
    private static String classPath() {
        return Stream.of(Main.class, Json.class, OptionParser.class)
                .map(c -> Path.of(URI.create(c.getProtectionDomain().getCodeSource().getLocation().toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Outcome run(String geometry, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Dzfcp4j.geometry=" + geometry, "-cp", classPath(), Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stride=64", "sbals=1024,stride=128", "sbales=8", "sbales=64", "order=little", "placement=spread",
        "placement=huge", "coalesce=4", "siga=4", "siga=128", "stride=256,sbals=512,sbales=32,order=little,placement=spread,coalesce=8,siga=16"})
    void scenariosEndAsInTheArchitectedOne(String geometry) throws IOException, InterruptedException {
        Outcome outcome = run(geometry, "run", "link-flap", "bring-up", "srb-starvation", "shutdown-in-flight");
        assertEquals(0, outcome.status, outcome.text);
    }

    /**
     * Those that change what the search looks at: where states lie, how many there are, who signals. Small, since the matrix of the
     * benchmarks has larger ones.
     */
    @ParameterizedTest
    @ValueSource(strings = {"stride=64", "sbals=256,order=little,placement=spread", "siga=4"})
    void theSearchEndsAsInTheArchitectedOne(String geometry) throws IOException, InterruptedException {
        Outcome outcome = run(geometry, "explore", "refill-race", "--srbs", "2", "--preemptions", "2", "--refill", "add-unless");
        assertEquals(0, outcome.status, outcome.text);
        assertTrue(outcome.text.contains("exhausted: "), outcome.text);
        Outcome race = run(geometry, "explore", "refill-race", "--srbs", "2", "--refill", "check-then-dec");
        assertEquals(1, race.status, race.text);
        assertTrue(race.text.contains("traced: fssrh_4 qdireq1"), race.text);
    }

    @Test
    void nonsenseIsAWrongCall() throws IOException, InterruptedException {
        Outcome outcome = run("stride=7", "run", "--list");
        assertEquals(2, outcome.status, outcome.text);
        assertTrue(outcome.text.startsWith("zfcp4j: geometry: \"stride=7\""), outcome.text);
        assertEquals(1, outcome.text.lines().count(), outcome.text);
    }
}
