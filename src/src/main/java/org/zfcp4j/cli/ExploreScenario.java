// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.explore.Finding;
import org.zfcp4j.explore.Outcome;
import org.zfcp4j.explore.Progress;
import org.zfcp4j.explore.ScenarioProgram;
import org.zfcp4j.explore.Search;
import org.zfcp4j.explore.SearchResult;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.SavedSchedule;

/** {@code explore} of a scenario that runs the whole driver: each of its moments is searched, until one is violated. */
final class ExploreScenario {
    private final ExploreOptions options;
    private final PrintStream out;
    private final ProgressLine progress;

    ExploreScenario(ExploreOptions options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.progress = new ProgressLine(err);
    }

    /** True if nothing was found. */
    boolean run() throws UsageException {
        JsonArray moments = new JsonArray();
        for (Moment moment : options.large.scenario().moments()) {
            ScenarioProgram program = new ScenarioProgram(moment, options.large.policy(), options.large.play(),
                    Draws.of(options.search.seed()));
            Search search = new Search(program, options.search);
            SearchResult result = search.run(state -> progress.show(text(moment, state)));
            progress.show("simplifying");
            List<Finding> findings = result.findings().stream().map(search::simplify).toList();
            progress.clear();
            print(moment, result, findings);
            moments.add(json(moment, result, findings));
            if (!findings.isEmpty()) {
                save(moment, findings.get(0));
                break;
            }
        }
        boolean ok = moments.values().stream().allMatch(moment -> moment.asObject().get("findings").asArray().isEmpty());
        if (options.json != null) {
            JsonObject last = moments.get(moments.size() - 1).asObject();
            JsonObject json = new JsonObject().add("scenario", options.large.scenario().name())
                    .add("policy", options.large.policy().policyName()).add("level", options.large.play().level().release());
            for (String name : List.of("outcome", "executions", "decisions", "seconds", "preemptions", "schedule")) {
                json.add(name, last.get(name));
            }
            ExploreCommand.writeJson(options.json, json.add("moments", moments));
        }
        return ok;
    }

    private static String text(Moment moment, Progress state) {
        String level = state.preemptions() < 0 ? "" : ", at " + state.preemptions() + " preemptions, " + state.open() + " branches known";
        return String.format("%s: %,d executions, %,d cut%s", moment.name(), state.executions(), state.cut(), level);
    }

    private void print(Moment moment, SearchResult result, List<Finding> findings) {
        Progress state = result.progress();
        out.println(options.paint.bold(moment.name() + ", " + options.large.policy().policyName()) + ": Linux " + options.large.play().level() + ", "
                + options.bound());
        String states = state.states() == 0 ? "" : String.format(" and %,d that ended where another had been; %,d states, told apart by the order of"
                + " operations", state.cut(), state.states());
        out.printf("%,d executions%s; %,d decisions; %.1f s%n", state.executions(), states, state.decisions(), result.seconds());
        ExplorePrinter.covered(out, result.covered());
        for (Finding finding : findings) {
            out.println(options.paint.bad(finding.outcome().words()) + ": " + finding.execution().fault());
            out.printf("with %d steps; %s%n", finding.execution().result().steps(), options.save != null
                    ? "repeat it with: zfcp4j run --schedule " + options.save : "--save FILE keeps the schedule, for run --schedule");
        }
        if (findings.isEmpty()) {
            out.println(result.outcome() == Outcome.EXHAUSTED
                    ? options.paint.good(Outcome.EXHAUSTED.words()) + ": all schedules with " + options.bound() + " are covered, nothing is violated"
                    : Outcome.BUDGET_USED.words() + ": nothing is violated so far");
        }
    }

    private void save(Moment moment, Finding finding) throws UsageException {
        if (options.save != null) {
            SavedSchedule saved = new SavedSchedule(options.large.scenario().name(), moment.name(), options.large.policy().policyName(),
                    options.large.play().level().release(), finding.execution().draws(), options.large.play().srbLimit(),
                    options.large.play().parts(), finding.schedule());
            OutputFile.write(options.save, saved::write);
        }
    }

    private static JsonObject json(Moment moment, SearchResult result, List<Finding> findings) {
        Progress state = result.progress();
        JsonArray list = new JsonArray();
        List<String> schedules = new ArrayList<>();
        for (Finding finding : findings) {
            schedules.add(finding.schedule().format());
            list.add(new JsonObject().add("fault", finding.execution().fault()).add("kind", finding.execution().kind())
                    .add("steps", finding.execution().result().steps()).add("schedule", finding.schedule().format()));
        }
        return new JsonObject().add("moment", moment.name()).add("outcome", result.outcome().words()).add("executions", state.executions())
                .add("cut", state.cut()).add("states", state.states()).add("decisions", state.decisions()).add("seconds", result.seconds())
                .add("preemptions", state.preemptions())
                .add("schedule", schedules.isEmpty() ? Json.NULL : Json.value(schedules.get(0))).add("findings", list)
                .add("covered", ExploreCommand.json(result.covered()));
    }
}
