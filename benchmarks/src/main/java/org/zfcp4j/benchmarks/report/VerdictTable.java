// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The correctness of geometries, as a table: a row for each, a column for each check. */
final class VerdictTable {
    private final Set<String> checks = new LinkedHashSet<>();
    private final Map<String, Map<String, GeometryVerdict>> rows = new LinkedHashMap<>();

    VerdictTable(List<GeometryVerdict> verdicts) {
        for (GeometryVerdict v : verdicts) {
            checks.add(v.check());
            rows.computeIfAbsent(v.geometry(), g -> new LinkedHashMap<>()).put(v.check(), v);
        }
    }

    /** How many geometries pass, and which do not. */
    String sentence() {
        List<String> wrong = new ArrayList<>();
        rows.forEach((geometry, row) -> row.values().stream().filter(v -> !v.expected())
                .forEach(v -> wrong.add(geometry + ": " + v.check() + " " + v.outcome())));
        return wrong.isEmpty()
                ? "In each of " + rows.size() + " geometries the invariants hold and break where they do in the architected one: the race of "
                        + "check-then-dec is found, and no schedule violates anything with the other policies."
                : "Not as expected: " + String.join("; ", wrong) + ".";
    }

    String html() {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"words\">\n<tr><th>geometry</th>");
        checks.forEach(check -> html.append("<th>").append(Svg.escape(check)).append("</th>"));
        html.append("</tr>\n");
        rows.forEach((geometry, row) -> {
            html.append("<tr><td>").append(Svg.escape(geometry)).append("</td>");
            for (String check : checks) {
                GeometryVerdict v = row.get(check);
                html.append(v == null || v.expected() ? "<td>" : "<td class=\"bad\">").append(v == null ? "" : Svg.escape(v.outcome()))
                        .append("</td>");
            }
            html.append("</tr>\n");
        });
        return html.append("</table></div>\n").toString();
    }
}
