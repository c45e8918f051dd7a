// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folders of the native channel form a stack, and its units have no cycle: an include names a header of the same folder or of one below. */
class NativeLayersTest {
    private static final Path SOURCES = Path.of("..", "native", "src");
    private static final List<String> STACK = List.of("base", "state", "queues", "requests", "san", "commands", "step", "snapshot", "interface");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^#include \"(\\w+)/(\\w+)\\.\\w+\"");

    /** Unit, as folder/name, to the units whose headers it includes. */
    private final Map<String, Set<String>> includes = new TreeMap<>();

    NativeLayersTest() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String unit = SOURCES.relativize(file).toString().replace('\\', '/').replaceFirst("\\.\\w+$", "");
                Set<String> used = includes.computeIfAbsent(unit, name -> new TreeSet<>());
                for (Matcher matcher = INCLUDE.matcher(Files.readString(file)); matcher.find();) {
                    String other = matcher.group(1) + "/" + matcher.group(2);
                    if (!other.equals(unit)) {
                        used.add(other);
                    }
                }
            }
        }
    }

    private static int rank(String unit) {
        return STACK.indexOf(unit.substring(0, unit.indexOf('/')));
    }

    @Test
    void everyUnitIsInAFolderOfTheStack() {
        assertEquals(List.of(), includes.keySet().stream().filter(unit -> !unit.contains("/") || rank(unit) < 0).toList());
        assertTrue(includes.get("commands/command").contains("requests/link"), "the reader of includes is blind");
    }

    @Test
    void includesPointDownwards() {
        List<String> upwards = new ArrayList<>();
        includes.forEach((unit, used) -> used.stream().filter(other -> rank(other) > rank(unit)).forEach(other -> upwards.add(unit + " -> " + other)));
        assertEquals(List.of(), upwards);
    }

    @Test
    void unitsHaveNoCycle() {
        assertEquals(List.of(), Cycles.of(includes));
        includes.get("san/port").add("san/san");
        includes.get("san/san").add("san/port");
        assertFalse(Cycles.of(includes).isEmpty());
    }

    @Test
    void eachFunctionIsDeclaredInTheHeaderOfItsUnit() throws IOException {
        Pattern definition = Pattern.compile("(?m)^(?!static|typedef)[a-z_][\\w *]*?\\b(\\w+)\\([^;{]*\\)\\n\\{");
        List<String> elsewhere = new ArrayList<>();
        for (String unit : includes.keySet()) {
            Path source = SOURCES.resolve(unit + ".c");
            Path header = SOURCES.resolve(unit + ".h");
            if (Files.exists(source)) {
                String declared = Files.exists(header) ? Files.readString(header) : "";
                for (Matcher matcher = definition.matcher(Files.readString(source)); matcher.find();) {
                    String name = matcher.group(1);
                    if (!name.startsWith("fcp_") && !declared.contains(name + "(")) {
                        elsewhere.add(unit + " " + name);
                    }
                }
            }
        }
        assertEquals(List.of(), elsewhere);
    }
}
