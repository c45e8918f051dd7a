// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.parity.diff.Changes;
import org.zfcp4j.parity.diff.FunctionChange;
import org.zfcp4j.parity.diff.TreeDiff;

/** A diff as text: a table of the C files, the functions, constants and structures that differ, and totals. */
public final class DiffText {
    private static final String ROW = "%-16s %8s %6s %8s %11s %14s %14s%n";

    private DiffText() {
    }

    public static void print(TreeDiff diff, PrintStream out) {
        out.println("Linux " + diff.first() + " and Linux " + diff.second());
        out.println("- is only in " + diff.first() + ", + only in " + diff.second());
        out.println();
        table(diff, out);
        functions(diff, out);
        if (!diff.constants().isEmpty()) {
            out.println();
            out.println("constants");
            for (TreeDiff.ConstantChange change : diff.constants()) {
                out.println("  " + change.file() + " " + change.name() + ": " + orNone(change.first()) + ", "
                        + orNone(change.second()));
            }
        }
        if (!diff.layouts().isEmpty()) {
            out.println();
            out.println("structures");
            for (TreeDiff.LayoutChange change : diff.layouts()) {
                out.println("  " + change.file() + " " + change.name() + " (" + change.category() + ")");
                signed(change.fields()).forEach(field -> out.println("      " + field));
            }
        }
        out.println();
        out.println(totals(diff));
    }

    private static void table(TreeDiff diff, PrintStream out) {
        out.printf(ROW, "file", "in both", "same", "changed", "names only", "only " + diff.first(), "only " + diff.second());
        diff.files().forEach(file -> row(file, out));
        row(diff.total("zfcp_"), out);
        row(diff.total("qdio"), out);
    }

    private static void row(TreeDiff.FileCount file, PrintStream out) {
        String name = file.file().endsWith(".c") || file.file().endsWith(".h") ? file.file() : "all " + file.file() + "*";
        out.printf(ROW, name, file.common(), file.same(), file.changed(), file.namesOnly(), file.onlyFirst(), file.onlySecond());
    }

    private static void functions(TreeDiff diff, PrintStream out) {
        for (String state : List.of("only first", "only second", "changed", "names only")) {
            List<FunctionChange> functions = diff.functions(state);
            if (functions.isEmpty()) {
                continue;
            }
            out.println();
            out.println(state.equals("only first") ? "only in " + diff.first()
                    : state.equals("only second") ? "only in " + diff.second() : state);
            functions.forEach(function -> function(function, out));
        }
    }

    private static void function(FunctionChange function, PrintStream out) {
        String places = function.first().isEmpty() ? function.second() : function.second().isEmpty() ? function.first()
                : function.first() + ", " + function.second();
        out.println("  " + function.name() + "  " + places + (function.signature() ? "  signature" : ""));
        for (Changes changes : function.changes()) {
            out.printf("      %-10s%s%n", changes.kind(), String.join(" ", signed(changes)));
        }
        out.printf("      %-10s%s%n", "Java", String.join(", ", function.java()));
    }

    private static List<String> signed(Changes changes) {
        List<String> signed = new ArrayList<>();
        changes.onlyFirst().forEach(one -> signed.add("-" + one));
        changes.onlySecond().forEach(one -> signed.add("+" + one));
        return signed;
    }

    private static String orNone(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private static String totals(TreeDiff diff) {
        TreeDiff.FileCount zfcp = diff.total("zfcp_");
        return "zfcp: " + zfcp.common() + " functions are in both, " + zfcp.same() + " have the same text, " + zfcp.changed()
                + " changed, " + zfcp.namesOnly() + " of them in names only; " + zfcp.onlyFirst() + " only in " + diff.first() + ", "
                + zfcp.onlySecond() + " only in " + diff.second() + ".";
    }
}
