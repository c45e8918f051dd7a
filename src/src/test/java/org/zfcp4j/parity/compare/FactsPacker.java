// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.zfcp4j.parity.c.CTree;
import org.zfcp4j.parity.c.source.BadTreeException;
import org.zfcp4j.parity.facts.AssignmentFact;
import org.zfcp4j.parity.facts.CallFact;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FactsFile;
import org.zfcp4j.parity.facts.FunctionFacts;

/**
 * Makes the facts of 7.1.5 among the resources of the tests. They hold no more text of C than those of 5.10.198: names, lock and atomic
 * arguments, values of status words and expressions of switches.
 */
final class FactsPacker {
    static final String FILE = "linux-7.1.json.gz";

    private FactsPacker() {
    }

    /** Writes the facts of a tree, the first argument, to a file, the second. */
    public static void main(String[] arguments) throws BadTreeException, IOException {
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[1]))),
                StandardCharsets.UTF_8)) {
            FactsFile.write(packed(CTree.open(Path.of(arguments[0]))), out);
        }
    }

    /** What is kept of the facts of a tree. */
    static DriverFacts packed(DriverFacts facts) {
        return new DriverFacts(facts.version(), facts.functions().stream().map(FactsPacker::packed).toList(), facts.constants(),
                facts.layouts(), facts.tags());
    }

    private static FunctionFacts packed(FunctionFacts f) {
        List<CallFact> calls = f.calls().stream().map(call -> new CallFact(call.callee(), call.line(), List.of())).toList();
        List<AssignmentFact> assignments = f.assignments().stream().filter(a -> !a.target().contains("qtcb->"))
                .map(a -> a.status() ? a : new AssignmentFact(a.member(), a.member(), a.op(), "", a.line())).toList();
        return new FunctionFacts(f.name(), f.place(), f.nameLine(), f.endLine(), f.isStatic(), f.inline(), f.exported(),
                f.generatedBy(), "", f.paramNames(), List.of(), calls, f.functionRefs(), f.constants(), f.constantUses(),
                f.locks(), f.atomics(), assignments, f.switches(), f.returns(), f.tags(), "");
    }
}
