// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.swarm;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Shards of a search. All follow the first execution, and each the branches of it that are its own. Together they have covered all if each
 * has exhausted its own, and if all have told the branches apart by the same knowledge of which objects are shared.
 */
final class MergedSearch implements Merged {
    /** Member of a result that is the end of a shard, rather than a finding. */
    static final String OUTCOME = "outcome";
    private static final String EXHAUSTED = "exhausted";
    private static final Comparator<JsonObject> SIMPLEST = Comparator.<JsonObject>comparingInt(finding -> finding.getInt("preemptions", 0))
            .thenComparingLong(finding -> finding.getLong("steps", 0)).thenComparing(finding -> finding.getString("schedule", ""));

    private static final Comparator<JsonObject> MOST = Comparator.<JsonObject>comparingInt(finding -> -finding.getInt("maxSrbs", 0)).thenComparing(SIMPLEST);

    private final JsonObject task;
    /** The finding that matters most comes first. */
    private final Comparator<JsonObject> order;
    /** By the kind of what is wrong, the simplest of each. */
    private final Map<String, JsonObject> findings = new TreeMap<>();
    private final Map<Integer, JsonObject> ends = new TreeMap<>();
    private final SortedSet<Integer> missing = new TreeSet<>();

    MergedSearch(List<ResultFile> files) {
        task = files.getFirst().task();
        order = task.getBoolean("most", false) ? MOST : SIMPLEST;
        for (int index = 1; index <= files.getFirst().shard().count(); index++) {
            missing.add(index);
        }
        for (ResultFile file : files) {
            for (JsonObject result : file.results()) {
                if (result.get(OUTCOME) == null) {
                    findings.merge(result.getString("kind", ""), result, (a, b) -> SIMPLEST.compare(b, a) < 0 ? b : a);
                } else if (ends.put(file.shard().index(), result) != null) {
                    throw new IllegalArgumentException("there are two results of shard " + file.shard() + "; one is " + file.file());
                } else {
                    missing.remove(file.shard().index());
                }
            }
        }
    }

    private static long sum(Collection<JsonObject> ends, String member) {
        return ends.stream().mapToLong(end -> end.getLong(member, 0)).sum();
    }

    /** True if all shards know the same objects as shared: otherwise, a branch may belong to none of them. */
    private boolean isSplitAlike() {
        return ends.values().stream().map(end -> end.getString("split", "")).distinct().count() <= 1;
    }

    private boolean isExhausted() {
        return missing.isEmpty() && isSplitAlike() && ends.values().stream().allMatch(end -> end.getString(OUTCOME, "").equals(EXHAUSTED));
    }

    /** Not if nothing was found because the budget was used up, which is no fault either. */
    @Override
    public boolean ok() {
        return findings.isEmpty() && missing.isEmpty() && isSplitAlike();
    }

    private String outcome() {
        if (!findings.isEmpty()) {
            return findings.values().stream().min(order).orElseThrow().getString("what", "violated");
        }
        return isExhausted() ? EXHAUSTED : "budget used";
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(task.getString("scenario", "") + ", " + task.getString("policy", "") + ", Linux " + task.getString("level", "") + ", "
                + task.getString("bound", "") + ": " + sum(ends.values(), "executions") + " executions and " + sum(ends.values(), "cut") + " cut short");
        findings.values().stream().sorted(order).forEach(finding -> lines.add(finding.getString("what", "") + ", "
                + finding.getInt("preemptions", 0) + " preemptions and " + finding.getLong("steps", 0) + " steps: " + finding.getString("fault", "")));
        if (!missing.isEmpty()) {
            lines.add("missing: shards " + String.join(" ", missing.stream().map(String::valueOf).toList()));
        }
        if (!isSplitAlike()) {
            lines.add("not proven: the shards have found different objects to be shared, so a branch may be in none of them");
        }
        lines.add(isExhausted() ? "exhausted: the shards cover all schedules, nothing is violated" : outcome());
        return lines;
    }

    @Override
    public JsonObject json() {
        JsonArray array = new JsonArray();
        findings.values().stream().sorted(order).forEach(array::add);
        JsonArray shards = new JsonArray();
        missing.forEach(shards::add);
        return new JsonObject().add("task", task).add(OUTCOME, outcome()).add("complete", isExhausted()).add("missing", shards)
                .add("executions", sum(ends.values(), "executions")).add("cut", sum(ends.values(), "cut")).add("findings", array);
    }
}
