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
import org.zfcp4j.cli.Command;
import org.zfcp4j.parity.c.SmallTree;

/** The lines of the overview, as a user has them: in a module of their own that requires this one. */
class FirstStepsTest {
    private static final Path SOURCE = Path.of("src", "test", "java", "org", "zfcp4j", "example", "FirstSteps.java");
    private static final Path CLASSES = Path.of("target", "classes");

    @TempDir
    Path directory;

    /** Jars of libraries; those with the parser of C hold the same package, and are no modules. */
    private static Stream<String> jars(boolean modules) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(path -> path.endsWith(".jar"))
                .filter(path -> path.matches(".*/(asm|asm-commons|asm-tree|jopt-simple|jtreesitter|minimal-json|tree-sitter[a-z-]*)-[\\d.]+\\.jar"))
                .filter(path -> path.matches(".*/tree-sitter[^/]*") != modules);
    }

    private static String modulePath() {
        return Stream.concat(Stream.of(CLASSES.toString()), jars(true)).collect(Collectors.joining(File.pathSeparator));
    }

    /** Compiles a module {@code user} with the program in it. */
    private Path compile() throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path module = Files.createDirectories(directory.resolve("source"));
        Files.writeString(module.resolve("module-info.java"), "module user { requires org.zfcp4j; }");
        Path program = Files.createDirectories(module.resolve("user")).resolve("FirstSteps.java");
        Files.writeString(program, Files.readString(SOURCE).replace("package org.zfcp4j.example;", "package user;"));
        Path classes = directory.resolve("user");
        StringWriter said = new StringWriter();
        boolean compiled = compiler.getTask(said, null, null, List.of("-d", classes.toString(), "-p", modulePath(), "-Xlint:all,-requires-automatic,-requires-transitive-automatic,-module", "-Werror"),
                null, compiler.getStandardFileManager(null, null, null).getJavaFileObjects(module.resolve("module-info.java"), program)).call();
        assertTrue(compiled, said::toString);
        return classes;
    }

    @Test
    void theLinesCompileInAModuleOfTheirOwnAndTellWhatHappened() throws Exception {
        Path classes = compile();
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=org.zfcp4j", "-p",
                modulePath() + File.pathSeparator + classes, "-m", "user/user.FirstSteps");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, process.waitFor(), out::toString);
        assertEquals("17 SRBs posted, stat_miss 0", out.get(0));
        assertEquals("up, 16 of 16 SRBs at most, violated: []", out.get(out.size() - 1));
        assertEquals(17, out.stream().filter(line -> line.contains("posts a status read buffer in SBAL ")).count());
        assertTrue(out.stream().anyMatch(line -> line.matches("\\d+ us, \\S+: stat_work starts")), out::toString);
    }

    /** The command line works from the module path too, the parser of C being on the class path. */
    @Test
    void theCommandLineRunsFromTheModulePath() throws Exception {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=org.zfcp4j,jtreesitter", "-p", modulePath(),
                "-cp", jars(false).collect(Collectors.joining(File.pathSeparator)), "-m", "org.zfcp4j/org.zfcp4j.cli.Main", "parity", "--linux", new SmallTree(directory).root().toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(Command.EXIT_FAILED, process.waitFor(), out);
        assertTrue(out.contains("zfcp_erp.c") && !out.contains("no parser"), out);
    }

    /** javadoc cannot include a file in the description of a module, so the lines are there a second time. */
    @Test
    void theOverviewShowsTheseLinesWhichAreTen() throws Exception {
        String program = Files.readString(SOURCE);
        List<String> lines = program.substring(program.indexOf("// The overview begins."), program.indexOf("// The overview ends.")).lines()
                .map(String::strip).filter(line -> !line.startsWith("// The") && !line.isEmpty()).toList();
        String overview = Files.readString(Path.of("src", "main", "java", "module-info.java"));
        List<String> shown = overview.substring(overview.indexOf("{@snippet :"), overview.indexOf(" * }\n")).lines().skip(1)
                .map(line -> line.replaceFirst("^ \\*", "").strip()).toList();
        assertEquals(lines, shown);
        assertTrue(lines.size() <= 10, lines::toString);
    }
}
