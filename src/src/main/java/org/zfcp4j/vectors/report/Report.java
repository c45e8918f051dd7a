// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.report;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfcp4j.vectors.ReplayResult;
import org.zfcp4j.vectors.ReplayResult.Verdict;

/** The results of a replay, kept by kind in the order in which it was added. */
public final class Report {
    /** Differences of one kind that are printed; the rest is counted. */
    private static final int SHOWN = 20;

    private static final class Kind {
        private final List<ReplayResult> results = new ArrayList<>();

        private long count(Verdict verdict) {
            return results.stream().filter(result -> result.verdict() == verdict).count();
        }
    }

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<String> passedOver = new ArrayList<>();

    void add(FileReplay replay) {
        if (replay.kind() == null) {
            passedOver.add(replay.passedOver());
        } else {
            kinds.computeIfAbsent(replay.kind(), k -> new Kind()).results.addAll(replay.results());
        }
    }

    /** Number of transcripts and rows that ended in {@code verdict}. */
    public long count(Verdict verdict) {
        return kinds.values().stream().mapToLong(kind -> kind.count(verdict)).sum();
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** For people: what differs and what was skipped, a table, and the totals as the last line. */
    void print(PrintStream out) {
        passedOver.forEach(out::println);
        kinds.forEach((name, kind) -> {
            printSome(out, name, kind, Verdict.DIFFERS);
            printSome(out, name, kind, Verdict.SKIPPED);
            printSome(out, name, kind, Verdict.ERROR);
        });
        out.printf("%-16s %8s %8s %8s %8s%n", "kind", "passed", "differ", "skipped", "errors");
        kinds.forEach((name, kind) -> out.printf("%-16s %8d %8d %8d %8d%n", name, kind.count(Verdict.PASS),
            kind.count(Verdict.DIFFERS), kind.count(Verdict.SKIPPED), kind.count(Verdict.ERROR)));
        out.println();
        long errors = count(Verdict.ERROR);
        out.println(count(Verdict.PASS) + " passed, " + count(Verdict.DIFFERS) + " differ, " + count(Verdict.SKIPPED)
            + " skipped" + (errors == 0 ? "" : ", " + errors + " with errors"));
    }

    private static void printSome(PrintStream out, String name, Kind kind, Verdict verdict) {
        List<ReplayResult> some = kind.results.stream().filter(result -> result.verdict() == verdict).toList();
        for (ReplayResult result : some.subList(0, Math.min(SHOWN, some.size()))) {
            print(out, result);
        }
        if (some.size() > SHOWN) {
            out.println(name + ": " + (some.size() - SHOWN) + " more");
        }
        if (!some.isEmpty()) {
            out.println();
        }
    }

    private static void print(PrintStream out, ReplayResult result) {
        String where = result.line() < 0 ? result.file() : result.file() + ":" + result.line();
        out.println(where + ": " + result.verdict().text() + ": " + result.reason());
        // The first detail is the reason once more.
        result.details().stream().skip(1).forEach(out::println);
    }

    /** For programs. */
    JsonObject json() {
        JsonArray recordings = new JsonArray();
        for (Kind kind : kinds.values()) {
            for (ReplayResult result : kind.results) {
                recordings.add(new JsonObject().add("file", result.file()).add("line", result.line())
                    .add("result", result.verdict().text()).add("reason", result.reason()));
            }
        }
        return new JsonObject().add("passed", count(Verdict.PASS)).add("differ", count(Verdict.DIFFERS))
            .add("skipped", count(Verdict.SKIPPED)).add("errors", count(Verdict.ERROR)).add("recordings", recordings);
    }
}
