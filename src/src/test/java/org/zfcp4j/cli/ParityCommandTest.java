// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfcp4j.parity.facts.CallFact;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FactsFile;
import org.zfcp4j.parity.facts.FunctionFacts;

class ParityCommandTest {
    @TempDir
    Path folder;

    private static void refused(String message, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(2, run.status(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void aWrongCallIsOneLine() {
        refused("--linux DIR is needed", "parity");
        refused("--linux DIR is needed", "parity", "--linux", folder.toString(), "other");
        refused("bogus", "parity", "--bogus");
        refused("there is no level \"9\"; there are: 5.10, 7.1", "parity", "--linux", folder.toString(), "--level", "9");
        refused("takes no --level", "parity", "--linux", folder.toString(), "--diff", folder.toString(), "--level", "5.10");
    }

    @Test
    void whatIsNoKernelTreeIsOneLine() {
        refused("is no kernel tree with the zfcp driver", "parity", "--linux", folder.toString());
        refused("does not exist", "parity", "--linux", folder.resolve("nothing").toString());
    }

    /** A tree of one function, one structure and one constant. */
    private Path smallTree() throws Exception {
        Path scsi = Files.createDirectories(folder.resolve("linux/drivers/s390/scsi"));
        for (String name : List.of("zfcp_aux.c", "zfcp_erp.c", "zfcp_fsf.c", "zfcp_qdio.c", "zfcp_def.h")) {
            Files.writeString(scsi.resolve(name), "\n");
        }
        Files.writeString(scsi.resolve("zfcp_fsf.h"), "#define FSF_ONE 17\nstruct fsf_one {\n\tchar a;\n\tint b:3;\n};\n");
        Files.writeString(scsi.resolve("zfcp_erp.c"), "#include \"zfcp_fsf.h\"\nstatic int f(int *p)\n{\n\treturn g(p, FSF_ONE);\n}\n");
        Files.writeString(folder.resolve("linux/Makefile"), "VERSION = 9\nPATCHLEVEL = 8\nSUBLEVEL = 7\n");
        return folder.resolve("linux");
    }

    @Test
    void theFactsOfATreeStandAlone() throws Exception {
        Path file = folder.resolve("facts.json");
        CommandRun run = CommandRun.of("parity", "--linux", smallTree().toString(), "--facts", file.toString());
        assertEquals(0, run.status(), run.err());
        assertEquals("Linux 9.8.7: 1 functions, 1 constants, 1 structures, 0 trace tags", run.out().strip());
        try (Reader in = Files.newBufferedReader(file)) {
            DriverFacts facts = FactsFile.read(in);
            assertEquals("9.8.7", facts.version());
            FunctionFacts function = facts.function("f");
            assertTrue(function.isStatic());
            assertEquals(List.of("drivers/s390/scsi/zfcp_erp.c:2", "int", "p", "int *"), List.of(function.place().file() + ":"
                    + function.place().line(), function.returnType(), function.paramNames().get(0), function.paramTypes().get(0)));
            assertEquals(List.of(new CallFact("g", 4, List.of("p", "FSF_ONE"))), function.calls());
            assertEquals(17, facts.constant("FSF_ONE").value().intValue());
            assertEquals(4, facts.layout("fsf_one").size());
        }
        JsonObject json = Json.parse(Files.readString(file)).asObject();
        assertEquals(List.of("version", "functions", "constants", "types", "tags"), json.names());
    }

    @Test
    void aTypeThatNoHeaderDefinesIsOneLine() throws Exception {
        Path tree = smallTree();
        Path header = tree.resolve("drivers/s390/scsi/zfcp_fsf.h");
        Files.writeString(header, "#include <linux/types.h>\nstruct fsf_one {\n\tu32 a;\n};\nstruct fsf_two {\n\tu32 b:3;\n};\n");
        String message = "no header that can be read defines the type \"u32\" in struct fsf_one, zfcp_fsf.h:2;"
                + " 2 structures lack such a type";
        refused(message, "parity", "--linux", tree.toString());
        refused(message, "parity", "--linux", tree.toString(), "--facts", folder.resolve("f").toString());
        refused(message, "parity", "--linux", tree.toString(), "--diff", tree.toString());
        Path types = Files.createDirectories(tree.resolve("include/linux")).resolve("types.h");
        Files.writeString(types, "type def unsigned int ) u32 (;\n");
        refused(message, "parity", "--linux", tree.toString());
        Files.writeString(types, "typedef unsigned int u32;\n");
        assertEquals(0, CommandRun.of("parity", "--linux", tree.toString(), "--facts", folder.resolve("f").toString()).status());
    }

    @Test
    void factsAreWrittenWithoutAComparison() throws Exception {
        String tree = smallTree().toString();
        refused("--facts compares nothing", "parity", "--linux", tree, "--facts", "f", "--json", "j");
        refused("--facts compares nothing", "parity", "--linux", tree, "--facts", "f", "--diff", tree);
        refused("--facts compares nothing", "parity", "--linux", tree, "--facts", "f", "--level", "5.10");
        refused("there is no such directory", "parity", "--linux", tree, "--facts", folder.resolve("no/f").toString());
    }

    @Test
    void theHelpNamesTheLevels() {
        CommandRun run = CommandRun.of("parity", "--help");
        assertEquals(0, run.status());
        assertTrue(run.out().contains("5.10, 7.1"), run.out());
    }

    /** {@code -Dzfcp4j.linux} is 5.10.198. */
    @Test
    void linux510HasNoDifferenceThatIsNotExplained() throws Exception {
        String linux = System.getProperty("zfcp4j.linux");
        assumeTrue(linux != null, "-Dzfcp4j.linux=DIR names no kernel tree");
        Path json = folder.resolve("parity.json");
        CommandRun run = CommandRun.of("parity", "--linux", linux, "--json", json.toString());
        assumeTrue(run.out().startsWith("Linux 5.10.198,"), "the tree is another one");
        assertEquals(0, run.status(), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("all +535 +\\d+ +\\d+ +0 +0 +0 +100")), run.out());
        assertTrue(run.out().contains("refill   add-unless, zfcp_aux.c:274"), run.out());
        JsonObject result = Json.parse(Files.readString(json)).asObject();
        assertEquals(0, result.get("differences").asArray().size());
        assertEquals("zfcp_aux.c", result.get("files").asArray().get(3).asObject().getString("file", ""));
        assertEquals(535, result.get("functions").asArray().size());
    }
}
