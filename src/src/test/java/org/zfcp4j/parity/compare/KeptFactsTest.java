// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zfcp4j.parity.c.CTree;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FactsFile;

/** What is kept of a tree is what {@link BaselineLines} and {@link FactsPacker} make of it: {@code -Dzfcp4j.linux=DIR} names the tree. */
class KeptFactsTest {
    private DriverFacts tree;
    private Level level;

    @BeforeEach
    void needsATree() throws Exception {
        String linux = System.getProperty("zfcp4j.linux");
        assumeTrue(linux != null, "-Dzfcp4j.linux=DIR names no kernel tree");
        tree = CTree.open(Path.of(linux));
        level = Arrays.stream(Level.values()).filter(known -> known.version().equals(tree.version())).findFirst().orElse(null);
        assumeTrue(level != null, "no level follows " + tree.version());
    }

    @Test
    void theBaselineIsThatOfTheTree() throws Exception {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Baseline.class.getResourceAsStream("/org/zfcp4j/parity/baseline-" + level.label() + ".csv"), StandardCharsets.UTF_8))) {
            assertEquals(String.join("\n", BaselineLines.file(tree)), String.join("\n", in.lines().toList()));
        }
    }

    @Test
    void thePackedFactsAreThoseOfTheTree() throws Exception {
        assumeTrue(level == Level.V7_1, "the facts of " + level.version() + " were made by other means");
        StringWriter out = new StringWriter();
        FactsFile.write(FactsPacker.packed(tree), out);
        DriverFacts made = FactsFile.read(new StringReader(out.toString()));
        DriverFacts kept = PackedFacts.FACTS_OF_7_1;
        assertEquals(List.of(made.functions(), made.constants(), made.layouts(), made.tags()),
                List.of(kept.functions(), kept.constants(), kept.layouts(), kept.tags()));
        assertEquals(made.version(), kept.version());
        assertTrue(kept.functions().size() > 500, "functions: " + kept.functions().size());
    }
}
