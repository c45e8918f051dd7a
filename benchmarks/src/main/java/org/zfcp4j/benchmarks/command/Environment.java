// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zfcp4j.layout.StoragePages;

/** What figures depend on beside the program: machine, virtual machine, compiler, version of the sources. */
final class Environment {
    private static final Path CPUS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final String UNKNOWN = "unknown";
    private static final long KIB_PER_GIB = 1 << 20;
    private static final int SHORT = 12;

    private Environment() {
    }

    static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Machine", processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors, " + memory());
        facts.put("Huge pages", StoragePages.probe());
        facts.put("System", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        facts.put("Load before", load());
        facts.put("Virtual machine", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + ", "
                + System.getProperty("java.vendor"));
        facts.put("Its options", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        facts.put("C compiler", firstLine(Shell.output(List.of(compiler(), "--version"))));
        facts.put("Commit", commit());
        return facts;
    }

    /** The same as JSON. */
    static JsonObject json(Map<String, String> facts) {
        JsonObject json = new JsonObject();
        facts.forEach(json::add);
        return json;
    }

    private static String compiler() {
        String named = System.getenv("CC");
        return named == null || named.isBlank() ? "cc" : named;
    }

    private static String firstLine(String text) {
        return text == null ? UNKNOWN : text.lines().findFirst().orElse(UNKNOWN);
    }

    /** The value of the first line that begins so, after the colon. */
    private static String field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name)).map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** The name alone may stand for several generations. */
    private static String processor() {
        String name = field(CPUS, "model name");
        String family = field(CPUS, "cpu family");
        return family.equals(UNKNOWN) ? name : name + " (family " + family + ", model " + field(CPUS, "model\t") + ")";
    }

    private static String memory() {
        String total = field(MEMORY, "MemTotal");
        return total.endsWith(" kB") ? Math.round(Double.parseDouble(total.split(" ")[0]) / KIB_PER_GIB) + " GiB" : "memory " + total;
    }

    private static String load() {
        try {
            return Files.readString(LOAD).split(" ")[0];
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** Of the repository that the program was built in, if it is still there. */
    private static String commit() {
        Path jar = Path.of(System.getProperty("java.class.path").split(":")[0]).toAbsolutePath().getParent();
        String directory = jar == null ? "." : jar.toString();
        String id = Shell.output(List.of("git", "-C", directory, "rev-parse", "--short=" + SHORT, "HEAD"));
        if (id == null) {
            return UNKNOWN;
        }
        String changes = Shell.output(List.of("git", "-C", directory, "status", "--porcelain", "--untracked-files=no"));
        return changes == null || changes.isEmpty() ? id : id + ", with changes";
    }
}
