// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfcp4j.cli.Main;

/** The calls that help shows are ones that the program takes. */
class HelpExamplesTest {
    private static String printed(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(0, Main.run(List.of(arguments), stream, stream));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void examplesNameCommandsOptionsScenariosAndPoliciesThatThereAre() throws IOException {
        Commands commands = new Commands(new Repository(Path.of("..")));
        List<String> names = printed("help").lines().filter(line -> line.matches("  [a-z]+ .*")).map(line -> line.strip().split(" ")[0]).toList();
        assertTrue(names.size() > 7, names::toString);
        for (String name : names) {
            List<String> examples = printed("help", name).lines().filter(line -> line.startsWith("  zfcp4j ")).toList();
            assertTrue(!examples.isEmpty(), name);
            assertEquals(List.of(), commands.wrong(new Document("help " + name, String.join("\n", examples.stream().map(line -> "  " + line).toList()))));
        }
    }
}
