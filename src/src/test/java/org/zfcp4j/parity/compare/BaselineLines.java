// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.zfcp4j.parity.c.CTree;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.facts.ConstantFact;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FunctionFacts;

/** The lines of a baseline, made from the tree that it is of. */
final class BaselineLines {
    private BaselineLines() {
    }

    /** Writes the baseline of a tree, the first argument, to a file, the second. */
    public static void main(String[] arguments) throws BadTreeException, IOException {
        DriverFacts facts = CTree.open(Path.of(arguments[0]));
        Files.write(Path.of(arguments[1]), file(facts));
    }

    /** The whole file. */
    static List<String> file(DriverFacts facts) {
        List<String> lines = new ArrayList<>(List.of("kind,name,linkage or value,parameters,digest of the types,digest of the text",
                "# SPDX-License-Identifier: GPL-2.0-only",
                "# Linux " + facts.version() + ": what the comparison cannot read off the port. Made by BaselineLines."));
        lines.addAll(of(facts));
        return lines;
    }

    static List<String> of(DriverFacts facts) {
        List<String> lines = new ArrayList<>();
        for (FunctionFacts function : facts.functions()) {
            lines.add(String.join(",", "function", function.key(), Baseline.linkage(function), Baseline.parameters(function),
                    Baseline.types(function), Renames.STANDARD.digest(function.body())));
        }
        for (ConstantFact constant : facts.constants()) {
            if (constant.value() != null && constant.place().file().startsWith("drivers/s390/scsi/")) {
                lines.add("constant," + constant.name() + "," + constant.value());
            }
        }
        TreeSet<String> tags = new TreeSet<>();
        facts.functions().forEach(function -> function.tags().forEach(use -> tags.add(use.tag())));
        tags.forEach(tag -> lines.add("tag," + tag));
        return lines;
    }
}
