// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors.table;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * {@code race.json}: two threads refill status read buffers. For each configuration the recorded interleaving is replayed, if
 * there is one, and random ones within the recorded bound of preemptions may not do worse than the worst that was recorded.
 * The number of schedules is not compared.
 */
final class RaceTable implements Table {
    private static final int SAMPLES = 5;
    private static final long SEED = 0x60a161b7;

    @Override
    public String kind() {
        return "race";
    }

    @Override
    public boolean holds(Row row) {
        return row.has("enumerations");
    }

    @Override
    public List<RowResult> replay(List<Row> rows) {
        List<RowResult> results = new ArrayList<>();
        for (Row row : rows) {
            if (!row.value("enumerations").isArray()) {
                throw row.malformed("enumerations");
            }
            List<Row> configurations = new ArrayList<>();
            for (JsonValue value : row.json().get("enumerations").asArray()) {
                if (!value.isObject()) {
                    throw row.malformed("enumerations");
                }
                configurations.add(new Row(row.line(), value.asObject()));
            }
            results.addAll(configurations.parallelStream()
                .map(part -> RowResult.guarded(part, () -> configuration(part))).toList());
            if (row.has("deadlock_of_rejected_alternative")) {
                results.addAll(RejectedAlternative.replay(new Row(row.line(), row.object("deadlock_of_rejected_alternative"))));
            }
        }
        return results;
    }

    private static RowResult configuration(Row row) {
        String policy = switch (row.text("refill")) {
            case "4.9-rc5" -> "check-then-dec";
            case "5.10.198" -> "add-unless";
            default -> null;
        };
        int after = row.word("notification_after_posts");
        boolean pending = row.text("start").equals("stat_work_pending_before_atomic_set");
        if (policy == null || !pending && after == 0) {
            return RowResult.skip(row, "no refill " + row.text("refill") + " that starts with " + row.text("start")
                + " is known");
        }
        Refill refill = new Refill(policy, row.word("stat_read_buf_num"), pending ? 0 : after);
        Comparator comparator = new Comparator(row);
        if (row.has("minimal_interleaving")) {
            recorded(refill, new Row(row.line(), row.object("minimal_interleaving")), comparator);
        }
        random(refill, row, comparator);
        return comparator.result();
    }

    private static void recorded(Refill refill, Row interleaving, Comparator comparator) {
        StepPlan plan = new StepPlan(interleaving);
        Refill.Outcome outcome = refill.run(plan);
        if (plan.failure() != null) {
            comparator.differ("steps", plan.failure(), "cannot follow");
        }
        hold(comparator, "max_posted", interleaving.word("max_posted"), outcome.maxPosted());
        hold(comparator, "final_stat_miss", interleaving.word("final_stat_miss"), outcome.finalMissing());
        hold(comparator, "preemptions", interleaving.word("preemptions"), plan.preemptions());
    }

    private static void hold(Comparator comparator, String name, int c, int port) {
        if (c != port) {
            comparator.differ(name, Integer.toString(c), Integer.toString(port));
        }
    }

    private static void random(Refill refill, Row row, Comparator comparator) {
        Random random = new Random(SEED);
        for (int i = 0; i < SAMPLES; i++) {
            Refill.Outcome outcome = refill.run(new RandomPlan(random, row.word("preemption_bound")));
            if (outcome.maxPosted() > row.word("max_posted")) {
                comparator.differ("max_posted", "at most " + row.word("max_posted"), Integer.toString(outcome.maxPosted()));
                return;
            }
            if (outcome.minMissing() < row.word("min_stat_miss")) {
                comparator.differ("min_stat_miss", "at least " + row.word("min_stat_miss"),
                    Integer.toString(outcome.minMissing()));
                return;
            }
        }
    }

    /** Preempts now and then. */
    private static final class RandomPlan implements RaceScheduler.Plan {
        private static final int RARELY = 8;

        private final Random random;
        private int preemptions;

        RandomPlan(Random random, int bound) {
            this.random = random;
            this.preemptions = bound;
        }

        @Override
        public int choose(List<RaceScheduler.Step> runnable, int current) {
            if (current < 0) {
                return random.nextInt(runnable.size());
            }
            if (runnable.size() == 1 || preemptions == 0 || random.nextInt(RARELY) != 0) {
                return current;
            }
            preemptions--;
            return 1 - current;
        }
    }

    /** Follows recorded steps, each of which names the thread that goes on and what it does then. */
    private static final class StepPlan implements RaceScheduler.Plan {
        private static final String UNLOCK = "req_q_unlock";

        private final List<RaceScheduler.Step> steps = new ArrayList<>();
        private int next;
        private int preemptions;
        private String failure;

        StepPlan(Row interleaving) {
            if (!interleaving.value("steps").isArray()) {
                throw interleaving.malformed("steps");
            }
            for (JsonValue value : interleaving.value("steps").asArray()) {
                JsonArray step = value.asArray();
                // Others can come in between as well before the next operation of the thread.
                if (!step.get(1).asString().equals(UNLOCK)) {
                    steps.add(new RaceScheduler.Step(step.get(0).asString(), step.get(1).asString()));
                }
            }
        }

        @Override
        public int choose(List<RaceScheduler.Step> runnable, int current) {
            if (failure != null || next == steps.size()) {
                return Math.max(current, 0);
            }
            RaceScheduler.Step wanted = steps.get(next++);
            for (int i = 0; i < runnable.size(); i++) {
                RaceScheduler.Step step = runnable.get(i);
                if (step.thread().equals(wanted.thread()) && wanted.operation().startsWith(step.operation())) {
                    preemptions += current >= 0 && i != current ? 1 : 0;
                    return i;
                }
            }
            failure = "step " + next + " " + wanted.thread() + " " + wanted.operation() + ", the port is at " + runnable;
            return Math.max(current, 0);
        }

        int preemptions() {
            return preemptions;
        }

        /** Null if the port could go through all steps so far. */
        String failure() {
            return failure != null || next == steps.size() ? failure : "step " + (next + 1) + " was not reached";
        }
    }
}
