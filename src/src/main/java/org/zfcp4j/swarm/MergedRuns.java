// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.swarm;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs of many seeds. A run that is in several files counts once. */
final class MergedRuns implements Merged {
    private static final int SHOWN = 10;

    private final JsonObject task;
    private final Map<String, SeedSet> seedsOfMoment = new LinkedHashMap<>();
    private final Map<String, SortedSet<Long>> violations = new TreeMap<>();
    private final Map<String, SortedSet<Long>> notes = new TreeMap<>();
    private final Map<String, Integer> tags = new TreeMap<>();
    private int runs;
    private int maxSrbs;

    MergedRuns(List<ResultFile> files) {
        task = files.getFirst().task();
        for (JsonValue moment : task.get("moments").asArray()) {
            seedsOfMoment.put(moment.asString(), new SeedSet(task.getString("seeds", "")));
        }
        Map<String, JsonObject> seen = new HashMap<>();
        for (ResultFile file : files) {
            for (JsonObject run : file.results()) {
                JsonObject other = seen.put(run.getString("moment", "") + ' ' + run.getLong("seed", 0), run);
                if (other == null) {
                    add(file, run);
                } else if (!other.equals(run)) {
                    throw new IllegalArgumentException("two results of " + run.getString("moment", "") + " with seed " + run.getLong("seed", 0)
                            + " differ; one is in " + file.file());
                }
            }
        }
    }

    private void add(ResultFile file, JsonObject run) {
        long seed = run.getLong("seed", 0);
        SeedSet seeds = seedsOfMoment.get(run.getString("moment", ""));
        if (seeds == null || !seeds.covers(seed)) {
            throw new IllegalArgumentException(file.file() + " has a run that nobody asked for: " + run);
        }
        seeds.add(seed);
        runs++;
        maxSrbs = Math.max(maxSrbs, run.getInt("maxSrbs", 0));
        for (JsonValue violation : run.get("violations").asArray()) {
            violations.computeIfAbsent(violation.asObject().getString("invariant", ""), kind -> new TreeSet<>()).add(seed);
        }
        run.get("notes").asArray().forEach(note -> notes.computeIfAbsent(note.asString(), text -> new TreeSet<>()).add(seed));
        run.get("tags").asArray().forEach(tag -> tags.merge(tag.asString(), 1, Integer::sum));
    }

    private boolean isComplete() {
        return seedsOfMoment.values().stream().allMatch(seeds -> seeds.missing() == 0);
    }

    @Override
    public boolean ok() {
        return violations.isEmpty() && isComplete();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(task.getString("scenario", "") + ", " + task.getString("refill", "") + ", Linux " + task.getString("level", "") + ", seeds "
                + task.getString("seeds", "") + ": " + runs + " runs, at most " + maxSrbs + " SRBs posted");
        violations.forEach((kind, seeds) -> lines.add("violated: " + kind + ", " + count(seeds) + ": " + shown(seeds)));
        notes.forEach((note, seeds) -> lines.add("noted, " + count(seeds) + ": " + note));
        lines.add("recovery was triggered by " + tags.size() + " tags: " + String.join(" ", tags.keySet()));
        seedsOfMoment.forEach((moment, seeds) -> {
            if (seeds.missing() > 0) {
                lines.add("missing: " + seeds.missing() + (seeds.missing() == 1 ? " seed of " : " seeds of ") + moment + ": "
                        + shown(seeds.missingRanges()));
            }
        });
        violations.values().stream().map(SortedSet::first).min(Long::compare).ifPresent(seed -> lines.add("repeat one with: zfcp4j run "
                + task.getString("scenario", "") + " --refill " + task.getString("refill", "") + " --level " + task.getString("level", "") + " --seed "
                + seed));
        if (ok()) {
            lines.add("no invariant violated, nothing missing");
        }
        return lines;
    }

    private static String count(SortedSet<Long> seeds) {
        return seeds.size() + (seeds.size() == 1 ? " seed" : " seeds");
    }

    private static String shown(Collection<?> seeds) {
        String first = String.join(" ", seeds.stream().limit(SHOWN).map(String::valueOf).toList());
        return seeds.size() > SHOWN ? first + " ..." : first;
    }

    @Override
    public JsonObject json() {
        JsonObject missing = new JsonObject();
        seedsOfMoment.forEach((moment, seeds) -> {
            if (seeds.missing() > 0) {
                JsonArray ranges = new JsonArray();
                seeds.missingRanges().forEach(ranges::add);
                missing.add(moment, ranges);
            }
        });
        JsonObject counts = new JsonObject();
        tags.forEach(counts::add);
        return new JsonObject().add("task", task).add("runs", runs).add("complete", isComplete()).add("missing", missing).add("maxSrbs", maxSrbs)
                .add("violations", json(violations)).add("notes", json(notes)).add("tags", counts);
    }

    private static JsonObject json(Map<String, SortedSet<Long>> map) {
        JsonObject json = new JsonObject();
        map.forEach((kind, seeds) -> {
            JsonArray array = new JsonArray();
            seeds.forEach(array::add);
            json.add(kind, array);
        });
        return json;
    }
}
