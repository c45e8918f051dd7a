// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the Javadoc, compiled and run as a user does: on the class path. */
class FirstStepsTest {
    private static final Path SOURCE = Path.of("src", "test", "java", "org", "zfcp4j", "example", "FirstSteps.java");

    @TempDir
    Path directory;

    private static String classPath() {
        Stream<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.matches(".*/(asm|asm-commons|asm-tree|jopt-simple|minimal-json)-[\\d.]+\\.jar"));
        return Stream.concat(Stream.of(Path.of("target", "classes").toString()), jars).collect(Collectors.joining(File.pathSeparator));
    }

    private Path compile() throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path program = Files.createDirectories(directory.resolve("source")).resolve("FirstSteps.java");
        Files.writeString(program, Files.readString(SOURCE).replace("package org.zfcp4j.example;", "package user;"));
        Path classes = directory.resolve("user");
        StringWriter messages = new StringWriter();
        boolean compiled = compiler.getTask(messages, null, null, List.of("-d", classes.toString(), "-cp", classPath(), "-Xlint:all", "-Werror"),
                null, compiler.getStandardFileManager(null, null, null).getJavaFileObjects(program)).call();
        assertTrue(compiled, messages::toString);
        return classes;
    }

    @Test
    void theLinesCompileOnTheClassPathAndPrintWhatHappened() throws Exception {
        Path classes = compile();
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", classPath() + File.pathSeparator + classes, "user.FirstSteps");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, process.waitFor(), out::toString);
        assertEquals("17 SRBs posted, stat_miss 0", out.get(0));
        assertEquals("up, 16 of 16 SRBs at most, violated: []", out.get(out.size() - 1));
        assertEquals(17, out.stream().filter(line -> line.contains("posts a status read buffer in SBAL ")).count());
        assertTrue(out.stream().anyMatch(line -> line.matches("\\d+ us, \\S+: stat_work starts")), out::toString);
    }

    @Test
    void theJavadocOfLabShowsTheseLinesWhichAreTen() throws Exception {
        String program = Files.readString(SOURCE);
        List<String> lines = program.substring(program.indexOf("// The overview begins."), program.indexOf("// The overview ends.")).lines()
                .map(String::strip).filter(line -> !line.startsWith("// The") && !line.isEmpty()).toList();
        String overview = Files.readString(Path.of("src", "main", "java", "org", "zfcp4j", "lab", "package-info.java"));
        List<String> shown = overview.substring(overview.indexOf("{@snippet :"), overview.indexOf(" * }\n")).lines().skip(1)
                .map(line -> line.replaceFirst("^ \\*", "").strip()).toList();
        assertEquals(lines, shown);
        assertTrue(lines.size() <= 10, lines::toString);
    }
}
