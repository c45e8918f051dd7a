// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code layout --cost} has counted in a geometry, per operation.
 *
 * @param geometry   as it prints itself
 * @param cycles     from one operation to the next
 * @param transfers  lines that moved, by structure
 * @param falseOnes  lines that moved for nothing
 * @param processors of the model
 * @param moved      lines by structure, then by sender and receiver
 */
public record GeometryCost(String geometry, double cycles, Map<String, Double> transfers, double falseOnes, int processors,
                           Map<String, double[][]> moved) {
    /** Reads a run as {@code layout --cost --json} writes it. Of a structure with several members, the sum. */
    public static GeometryCost of(JsonObject run) {
        double operations = run.getDouble("operations", 1);
        int processors = run.getInt("processors", 1);
        Map<String, Double> transfers = new TreeMap<>();
        double falseOnes = 0;
        for (JsonValue value : run.get("rows").asArray()) {
            JsonObject row = value.asObject();
            transfers.merge(structure(row), row.getDouble("transfers", 0) / operations, Double::sum);
            falseOnes += row.getDouble("falseSharing", 0) / operations;
        }
        Map<String, double[][]> moved = new TreeMap<>();
        for (JsonValue value : run.get("transfers").asArray()) {
            JsonObject move = value.asObject();
            moved.computeIfAbsent(structure(move), s -> new double[processors][processors])[move.getInt("from", 0)][move.getInt("to", 0)] +=
                    move.getDouble("count", 0) / operations;
        }
        return new GeometryCost(run.getString("geometry", ""), run.getDouble("cycles", 0) / operations, transfers, falseOnes, processors, moved);
    }

    /** The part of a name before the member. */
    private static String structure(JsonObject row) {
        String name = row.getString("name", "");
        int end = name.indexOf(", ");
        return end > 0 && !name.startsWith("SLSB") ? name.substring(0, name.startsWith("SBAL") ? name.lastIndexOf(", ") : end) : name;
    }

    double allTransfers() {
        return transfers.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
