// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The counts of {@code layout --cost}, per operation. */
final class CostPrinter {
    private static final String[] COUNTS = {"accesses", "hits", "transfers", "upgrades", "cold", "invalidations", "falseSharing", "cycles"};
    private static final String HEAD = "%-28s %8s %8s %9s %8s %6s %7s %7s %8s%n";
    private static final String ROW = "%-28s %8.2f %8.2f %9.2f %8.2f %6.2f %7.2f %7.2f %8.0f%n";
    /** Of a matrix that fits a terminal. */
    private static final int MOST_COLUMNS = 12;

    private CostPrinter() {
    }

    /** One machine: each structure, and who gets lines from whom. */
    static void print(JsonObject run, PrintStream out) {
        double operations = run.getDouble("operations", 1);
        String unit = run.getString("unit", "");
        out.printf(Locale.ROOT, "%s, %s, %s, %d processors, %s, lines of %d bytes: %d operations, each one %s%n%n",
                geometry(run), run.getString("workload", ""), run.getString("policy", ""), run.getInt("processors", 0),
                run.getString("placement", ""), run.getInt("line", 0), (int) operations, unit);
        List<JsonObject> rows = new ArrayList<>();
        for (JsonValue row : run.get("rows").asArray()) {
            rows.add(row.asObject());
        }
        rows.sort(Comparator.comparing((JsonObject row) -> -row.getLong("cycles", 0)).thenComparing(row -> row.getString("name", "")));
        out.printf(HEAD, "per " + unit, "accesses", "hits", "transfers", "upgrades", "cold", "invalid", "false", "cycles");
        double[] local = new double[COUNTS.length];
        double[] sum = new double[COUNTS.length];
        int locals = 0;
        for (JsonObject row : rows) {
            double[] counts = counts(row, operations);
            add(sum, counts);
            if (row.getLong("hits", 0) == row.getLong("accesses", 0) && row.getLong("falseSharing", 0) == 0) {
                add(local, counts);
                locals++;
            } else {
                row(out, row.getString("name", ""), counts);
            }
        }
        row(out, locals + " more, all hits", local);
        row(out, "sum", sum);
        matrix(run, operations, out);
        out.printf(Locale.ROOT, "%n%.0f cycles from one %s to the next, %.3f in a microsecond%n", run.getDouble("cycles", 0) / operations, unit,
                run.getDouble("opsPerMicrosecond", 0));
    }

    private static String geometry(JsonObject run) {
        String geometry = run.getString("geometry", "");
        return geometry.equals("architected") ? "architected geometry" : geometry;
    }

    private static double[] counts(JsonObject row, double operations) {
        double[] counts = new double[COUNTS.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = row.getDouble(COUNTS[i], 0) / operations;
        }
        return counts;
    }

    private static void add(double[] to, double[] counts) {
        for (int i = 0; i < to.length; i++) {
            to[i] += counts[i];
        }
    }

    private static void row(PrintStream out, String name, double[] counts) {
        Object[] columns = new Object[counts.length + 1];
        columns[0] = name;
        for (int i = 0; i < counts.length; i++) {
            columns[i + 1] = counts[i];
        }
        out.printf(Locale.ROOT, ROW, columns);
    }

    private static void matrix(JsonObject run, double operations, PrintStream out) {
        int processors = run.getInt("processors", 0);
        if (processors == 1 || processors > MOST_COLUMNS) {
            return;
        }
        double[][] moved = new double[processors][processors];
        for (JsonValue value : run.get("transfers").asArray()) {
            JsonObject move = value.asObject();
            moved[move.getInt("from", 0)][move.getInt("to", 0)] += move.getDouble("count", 0) / operations;
        }
        out.printf("%n%-28s", "transfers from, to");
        for (int to = 0; to < processors; to++) {
            out.printf(" %6d", to);
        }
        for (int from = 0; from < processors; from++) {
            out.printf("%n%28d", from);
            for (int to = 0; to < processors; to++) {
                out.print(from == to ? "      -" : String.format(Locale.ROOT, " %6.2f", moved[from][to]));
            }
        }
        out.println();
    }

    /** Several sizes of the machine, a line each. */
    static void printCurve(JsonArray runs, PrintStream out) {
        JsonObject first = runs.get(0).asObject();
        out.printf(Locale.ROOT, "%s, %s, %s, %s, lines of %d bytes%n%n", geometry(first), first.getString("workload", ""),
                first.getString("policy", ""), first.getString("placement", ""), first.getInt("line", 0));
        out.printf("%10s %10s %10s %10s %10s %12s%n", "processors", "transfers", "false", "upgrades", "cycles", "in a us");
        for (JsonValue value : runs) {
            JsonObject run = value.asObject();
            double operations = run.getDouble("operations", 1);
            double[] sum = new double[COUNTS.length];
            for (JsonValue row : run.get("rows").asArray()) {
                add(sum, counts(row.asObject(), operations));
            }
            out.printf(Locale.ROOT, "%10d %10.2f %10.2f %10.2f %10.0f %12.3f%n", run.getInt("processors", 0), sum[2], sum[6], sum[3],
                    run.getDouble("cycles", 0) / operations, run.getDouble("opsPerMicrosecond", 0));
        }
    }
}
