// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The tables of the documents, in Markdown, each from the results of record of a machine. */
final class RecordTables {
    private static final String POLICY = "policy";
    private static final String BURST = "burst";
    private static final String SRBS = "srbs";
    private static final String AUTO = "auto";
    private static final List<String> COMPARED = List.of("add-unless", "claim-all");
    private static final List<String> IO = List.of("50", "90", "99", "99.9");

    private final Recorded recorded;
    private final StringBuilder text = new StringBuilder();

    private RecordTables(Recorded recorded) {
        this.recorded = recorded;
    }

    /**
     * A table.
     *
     * @param name which one
     * @throws IllegalArgumentException if there is no such table
     */
    static String of(Recorded recorded, String name) {
        RecordTables tables = new RecordTables(recorded);
        switch (name) {
            case "environment" -> tables.environment();
            case "ratio" -> tables.ratio();
            case "claim" -> tables.pairs("RefillClaim", m -> true);
            case "refill" -> {
                tables.header("", "threads", "port", "C", "port / C");
                tables.rows("RefillPost", RecordTables::isGrowth);
                tables.rows("RefillLoop", RecordTables::isGrowth);
            }
            case "sides" -> tables.pairs("RefillSides", m -> true);
            case "locks" -> tables.pairs("RefillPost", m -> "ticket".equals(m.coordinate(Axes.LOCK)));
            case "srbs" -> tables.pairs("Refill(Post|Loop)", m -> !AUTO.equals(m.coordinate(SRBS)));
            case "others" -> tables.pairs("Refill(Post|Loop)", m -> !COMPARED.contains(m.coordinate(POLICY)));
            case "io" -> tables.io();
            case "geometries" -> tables.geometries();
            default -> throw new IllegalArgumentException("there is no table " + name);
        }
        return tables.text.toString();
    }

    private static boolean isGrowth(Measurement m) {
        return COMPARED.contains(m.coordinate(POLICY)) && AUTO.equals(m.coordinate(SRBS)) && m.coordinate(Axes.LOCK) == null;
    }

    private void line(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void header(String first, String... others) {
        List<String> titles = new ArrayList<>(List.of(first));
        titles.addAll(Arrays.asList(others));
        line(titles);
        text.append("|---").append("|---:".repeat(others.length)).append("|\n");
    }

    private void environment() {
        header("what the figures depend on", "");
        for (JsonObject.Member member : recorded.environment()) {
            line(List.of(member.getName(), member.getValue().asString().replace("|", "\\|")));
        }
    }

    private void ratio() {
        header("one thread, ns per operation", "port", "C", "C / port", "with default JVM flags", "with C at -O2");
        for (List<String> row : recorded.ratios()) {
            line(row);
        }
        List<String> means = recorded.meanRatios();
        line(List.of("geometric mean", "", "", means.get(0), means.get(1), means.get(2)));
    }

    private void pairs(String type, Predicate<Measurement> which) {
        header("", "threads", "port", "C", "port / C");
        rows(type, which);
    }

    private void rows(String type, Predicate<Measurement> which) {
        for (Measurement m : recorded.measurements()) {
            Measurement twin = recorded.twin(m);
            if (twin != null && m.simpleType().matches(type) && which.test(m)) {
                line(List.of(label(m), m.threads() + (m.isOversubscribed() ? " (more than cores)" : ""), Recorded.cell(m.interval()),
                        Recorded.cell(twin.interval()), Recorded.cell(m.speedOver(twin))));
            }
        }
    }

    private static String label(Measurement m) {
        StringBuilder label = new StringBuilder("`").append(m.simpleType()).append("` ").append(m.coordinate(POLICY));
        if (m.coordinate(BURST) != null) {
            label.append(m.coordinate(BURST).equals("1") ? ", one at a time" : ", " + m.coordinate(BURST) + " at a time");
        }
        if (m.coordinate(SRBS) != null && !m.coordinate(SRBS).equals(AUTO)) {
            label.append(", ").append(m.coordinate(SRBS)).append(" SRBs");
        }
        return label.append(m.coordinate(Axes.LOCK) == null ? "" : ", " + m.coordinate(Axes.LOCK) + " locks").toString();
    }

    private void geometries() {
        header("geometry", "SRBs per microsecond");
        for (Measurement m : recorded.measurements()) {
            if (m.simpleType().equals("LayoutSides")) {
                line(List.of("`" + m.coordinate(Axes.GEOMETRY) + "`", Recorded.cell(m.interval())));
            }
        }
    }

    private void io() {
        header("", "thousand commands per second", "p50", "p90", "p99", "p99.9", "in flight");
        for (Measurement m : recorded.measurements()) {
            if (!m.simpleType().equals("FcpIo")) {
                continue;
            }
            Interval rate = m.interval();
            Interval thousands = new Interval(rate.value() / 1000, rate.low() / 1000, rate.high() / 1000);
            List<String> cells = new ArrayList<>(List.of(m.coordinate("operation") + " " + Integer.parseInt(m.coordinate("size")) / 1024
                    + " KiB, depth " + m.coordinate("depth"), Recorded.cell(thousands)));
            IO.forEach(percentile -> cells.add(String.format(Locale.ROOT, "%,.0f", m.secondary().get("latency.p" + percentile).value())));
            cells.add(Numbers.value(m.secondary().get("inflight").value()));
            line(cells);
        }
    }
}
