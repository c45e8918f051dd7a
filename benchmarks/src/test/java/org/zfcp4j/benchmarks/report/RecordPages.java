// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the tables and figures of the documents anew, from the results of record. In a document a table stands between
 * {@code <!-- table MACHINE NAME -->} and {@code <!-- end -->}, and a figure between {@code <!--=MACHINE KEY-->} and {@code <!--/-->}.
 */
public final class RecordPages {
    /** Documents with figures of record. */
    static final List<Path> DOCUMENTS = List.of(Path.of("..", "README.md"), Path.of("..", "docs", "performance.md"),
            Path.of("..", "docs", "benchmarks.md"), Path.of("..", "docs", "cost.md"));
    private static final Pattern TABLE = Pattern.compile("(<!-- table (\\S+) (\\S+) -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);
    private static final Pattern FIGURE = Pattern.compile("(<!--=(\\S+) ([^>]*?)-->)(.*?)(<!--/-->)", Pattern.DOTALL);

    private final Map<String, Recorded> machines = new HashMap<>();

    /** Run in the directory {@code benchmarks}. */
    public static void main(String[] arguments) throws IOException {
        for (Path document : DOCUMENTS) {
            Files.writeString(document, new RecordPages().rewritten(Files.readString(document)));
        }
    }

    /** A document with the figures of the results of record. */
    String rewritten(String document) throws IOException {
        StringBuilder tables = new StringBuilder();
        Matcher table = TABLE.matcher(document);
        while (table.find()) {
            table.appendReplacement(tables, Matcher.quoteReplacement(table.group(1) + RecordTables.of(machine(table.group(2)), table.group(3))
                    + table.group(5)));
        }
        table.appendTail(tables);
        StringBuilder figures = new StringBuilder();
        Matcher figure = FIGURE.matcher(tables);
        while (figure.find()) {
            figure.appendReplacement(figures, Matcher.quoteReplacement(figure.group(1) + machine(figure.group(2)).figure(figure.group(3))
                    + figure.group(5)));
        }
        figure.appendTail(figures);
        return figures.toString();
    }

    private Recorded machine(String name) throws IOException {
        Recorded machine = machines.get(name);
        if (machine == null) {
            machine = new Recorded(name);
            machines.put(name, machine);
        }
        return machine;
    }
}
