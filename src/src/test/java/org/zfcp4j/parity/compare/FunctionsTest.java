// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zfcp4j.parity.code.PortMethod;
import org.zfcp4j.parity.code.Vocabulary;
import org.zfcp4j.parity.facts.FunctionFacts;

/** Every function of the driver and of the QDIO layer has its method, or a reason why it has none; never both. */
class FunctionsTest {
    /**
     * Two of the interface that the CCW layer knows a driver by, the refill at one of its moments, two functions in one, and casts,
     * which read as members of the class.
     */
    private static final Set<String> OTHER_NAMES = Set.of("CcwOps.freeze", "CcwOps.restore", "StatusReadRefill.initialRefill",
            "DbfAdapter.adapterUnregister", "ScsiDev.of", "ScsiDev.fcpLun");

    /** Functions of zfcp_*.c, zfcp_*.h and qdio_*.c in 5.10.198. */
    private static final int FUNCTIONS = 535;

    private static final Pattern MEMBER = Pattern.compile("\\b[A-Z]\\w+\\.[a-z]\\w+");

    private final Map<String, FunctionFacts> functions = PackedFacts.FACTS.functionsByKey();
    private final Map<String, List<PortMethod>> ported = Driver.PORT.ported();
    private final Map<String, String> leftOut = Driver.PORT.leftOut();

    @Test
    void noFunctionIsForgotten() {
        List<String> forgotten = functions.keySet().stream()
                .filter(key -> !ported.containsKey(key) && !leftOut.containsKey(key)).toList();
        assertEquals(List.of(), forgotten);
        assertEquals(FUNCTIONS, functions.size(), "functions in the facts");
    }

    @Test
    void theListOfWhatIsLeftOutIsNotStale() {
        List<String> wrong = new ArrayList<>();
        leftOut.forEach((key, reason) -> {
            if (ported.containsKey(key) || !functions.containsKey(key) || reason.isBlank()) {
                wrong.add(key);
            }
        });
        assertEquals(List.of(), wrong);
    }

    /** A method that says in its comment that it is the function is its port, and wants the annotation instead of a reason. */
    @Test
    void nothingThatIsLeftOutIsPortedAllTheSame() throws IOException {
        List<String> names = leftOut.keySet().stream().map(key -> key.substring(key.indexOf(':') + 1)).toList();
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/zfcp4j"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*/(zfcp|qdio)/.*\\.java")).toList()) {
                String text = Files.readString(file);
                if (text.contains("@LinuxSource(level = \"7.1\")")) {
                    // a class of the other level, which has functions that this one leaves out
                    continue;
                }
                names.stream().filter(name -> text.contains("/** {@code " + name + "}"))
                        .forEach(name -> wrong.add(name + " in " + file));
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** What a reason names, as class and member, exists. */
    @Test
    void reasonsNameWhatThereIs() {
        Set<String> members = new HashSet<>();
        Driver.CLASSES.all().forEach(owner -> {
            String name = owner.name.substring(owner.name.lastIndexOf('/') + 1);
            owner.methods.forEach(method -> members.add(name + "." + method.name));
            owner.fields.forEach(field -> members.add(name + "." + field.name));
        });
        List<String> wrong = new ArrayList<>();
        leftOut.forEach((key, reason) -> MEMBER.matcher(reason).results().map(MatchResult::group)
                .filter(member -> !members.contains(member)).forEach(member -> wrong.add(key + ": " + member)));
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyAnnotationNamesAFunctionOfThatFile() {
        List<String> unknown = ported.keySet().stream()
                .filter(key -> PortMethod.isDriverKey(key) && !functions.containsKey(key))
                .toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void aPortIsNamedAfterItsFunction() {
        List<String> wrong = new ArrayList<>();
        CDriver c = new CDriver(PackedFacts.FACTS, Driver.PORT.knownKeys());
        Sequences sequences = new Sequences(c, new Vocabulary(), Driver.CLASSES, ported, leftOut.keySet());
        functions.values().stream().filter(function -> function.key().startsWith("zfcp_")).forEach(function -> {
            String words = function.name().replaceAll("^_*zfcp_", "").replace("_", "");
            for (PortMethod port : sequences.roots(function.key())) {
                String method = port.node().name.toLowerCase(Locale.ROOT).replaceAll("locked$", "");
                if (!words.contains(method) && !OTHER_NAMES.contains(port.label())) {
                    wrong.add(function.key() + " " + port.label());
                }
            }
        });
        assertEquals(List.of(), wrong);
    }
}
