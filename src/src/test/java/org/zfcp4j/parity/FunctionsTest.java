// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

    private final Driver driver = Driver.get();

    @Test
    void noFunctionIsForgotten() {
        List<String> forgotten = driver.functions().stream().map(CFacts.Function::key)
                .filter(key -> !driver.ported().contains(key) && !driver.leftOut.containsKey(key)).toList();
        assertEquals(List.of(), forgotten);
        assertEquals(FUNCTIONS, driver.functions().size(), "functions in the facts");
    }

    @Test
    void theListOfWhatIsLeftOutIsNotStale() {
        List<String> wrong = new ArrayList<>();
        driver.leftOut.forEach((key, reason) -> {
            if (driver.ported().contains(key) || !driver.facts.functions().containsKey(key) || reason.isBlank()) {
                wrong.add(key);
            }
        });
        assertEquals(List.of(), wrong);
    }

    /** A method that says in its comment that it is the function is its port, and wants the annotation instead of a reason. */
    @Test
    void nothingThatIsLeftOutIsPortedAllTheSame() throws IOException {
        List<String> names = driver.leftOut.keySet().stream().map(key -> key.substring(key.indexOf(':') + 1)).toList();
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/zfcp4j"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*/(zfcp|qdio)/.*\\.java")).toList()) {
                String text = Files.readString(file);
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
        driver.classes.all().forEach(owner -> {
            String name = owner.name.substring(owner.name.lastIndexOf('/') + 1);
            owner.methods.forEach(method -> members.add(name + "." + method.name));
            owner.fields.forEach(field -> members.add(name + "." + field.name));
        });
        List<String> wrong = new ArrayList<>();
        driver.leftOut.forEach((key, reason) -> MEMBER.matcher(reason).results().map(MatchResult::group)
                .filter(member -> !members.contains(member)).forEach(member -> wrong.add(key + ": " + member)));
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyAnnotationNamesAFunctionOfThatFile() {
        List<String> unknown = driver.ported().stream()
                .filter(key -> (key.startsWith("zfcp_") || key.startsWith("qdio")) && !driver.facts.functions().containsKey(key))
                .toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void aPortIsNamedAfterItsFunction() {
        List<String> wrong = new ArrayList<>();
        for (Driver.Pair pair : driver.pairs()) {
            String words = pair.function().name().replaceAll("^_*zfcp_", "").replace("_", "");
            String method = pair.method().node().name.toLowerCase(Locale.ROOT).replaceAll("locked$", "");
            if (!words.contains(method) && !OTHER_NAMES.contains(pair.method().label())) {
                wrong.add(pair.function().key() + " " + pair.method().label());
            }
        }
        assertEquals(List.of(), wrong);
    }
}
