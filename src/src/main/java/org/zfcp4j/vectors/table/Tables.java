// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.vectors.ReplayResult;

/** The tables of recordings. What a row is a case of is seen from its fields, whatever its file is called. */
public final class Tables {
    private static final List<Table> ALL = List.of(new FunctionsTable(), new FcpRspTable(), new ErpRequiredTable(),
        new HandlersTable(), new SrbHandlersTable(), new SbalLayoutTable(),
        new ErpStrategyTable(), new RaceTable());

    private Tables() {
    }

    private static Table of(Row row) {
        return ALL.stream().filter(table -> table.holds(row)).findFirst().orElse(null);
    }

    /** The kind of table that {@code object} is a row of, or null if it is none. */
    public static String kindOf(JsonObject object) {
        Table table = of(new Row(1, object));
        return table == null ? null : table.kind();
    }

    /**
     * Replays the rows of a file against the port.
     *
     * @param name of the file, for messages
     * @return in the order of the rows; one result a row, of a race one a configuration
     */
    public static List<ReplayResult> replay(String name, List<JsonObject> rows) {
        Map<Table, List<Row>> byTable = new LinkedHashMap<>();
        List<RowResult> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = new Row(i + 1, rows.get(i));
            Table table = of(row);
            if (table == null) {
                results.add(RowResult.skip(row, "a row of no known kind"));
            } else {
                byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
            }
        }
        byTable.forEach((table, ofTable) -> results.addAll(replay(table, ofTable)));
        results.sort(Comparator.comparingInt(RowResult::line));
        return results.stream().map(result -> result.in(name)).toList();
    }

    /** A row that cannot be read is left out; a failure that cannot be put down to a row is narrowed down to one. */
    private static List<RowResult> replay(Table table, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<RowResult> results = new ArrayList<>();
        try {
            results.addAll(table.replay(rows));
        } catch (Row.MalformedException e) {
            List<Row> others = rows.stream().filter(row -> row.line() != e.line()).toList();
            results.add(RowResult.malformed(e));
            results.addAll(replay(table, others));
        } catch (RuntimeException | Error e) {
            if (rows.size() == 1) {
                return List.of(RowResult.failed(rows.get(0), e));
            }
            results.addAll(replay(table, rows.subList(0, rows.size() / 2)));
            results.addAll(replay(table, rows.subList(rows.size() / 2, rows.size())));
        }
        return results;
    }
}
