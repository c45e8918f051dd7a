// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.WriterConfig;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.explore.Covered;
import org.zfcp4j.explore.Finding;
import org.zfcp4j.explore.Progress;
import org.zfcp4j.explore.RefillProgram;
import org.zfcp4j.explore.RefillStory;
import org.zfcp4j.explore.SavedExecution;
import org.zfcp4j.explore.Search;
import org.zfcp4j.explore.SearchResult;
import org.zfcp4j.explore.Strategy;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.story.ScheduleRecorder;
import org.zfcp4j.story.StoryPage;

/** {@code explore}: searches the schedules of a scenario. */
public final class ExploreCommand implements Command {
    @Override
    public CommandUsage usage() {
        return ExploreOptions.USAGE;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            ExploreOptions options = ExploreOptions.parse(arguments);
            boolean ok = options.large != null ? new ExploreScenario(options, out, err).run() : explore(options, arguments, out, err);
            return ok ? EXIT_OK : EXIT_FAILED;
        } catch (UsageException e) {
            err.println("zfcp4j: explore: " + e.getMessage());
        }
        return EXIT_USAGE;
    }

    private static boolean explore(ExploreOptions options, List<String> arguments, PrintStream out, PrintStream err) throws UsageException {
        RefillProgram program = options.most ? RefillProgram.most(options.refill) : new RefillProgram(options.refill);
        Search search = new Search(program, options.search);
        ProgressLine line = new ProgressLine(err);
        long start = System.nanoTime();
        SearchResult result = search.run(progress -> line.show(text(options, progress, (System.nanoTime() - start) / 1e9)));
        line.show("simplifying");
        List<Finding> found = options.most ? most(result.findings()) : result.findings();
        List<Finding> findings = found.stream().map(search::simplify).toList();
        line.clear();
        ExplorePrinter printer = new ExplorePrinter(out, options.paint, Terminal.knownColumns());
        printer.head(options, result);
        List<RefillStory> stories = new ArrayList<>();
        StoryPage page = new StoryPage("zfcp4j explore " + String.join(" ", arguments));
        for (Finding finding : findings) {
            ScheduleRecorder recorder = new ScheduleRecorder();
            RefillStory story = RefillStory.of(program, finding.schedule(), recorder);
            printer.finding(finding, story);
            stories.add(story);
            page.add(recorder.playback(story, program.refill()));
        }
        if (options.html != null) {
            OutputFile.write(options.html, page::write);
        }
        write(options, program, result, stories);
        SearchLines.write(options, program.refill(), result, findings, stories);
        printer.tail(options, result, findings, stories.isEmpty() ? 0 : stories.get(0).mostSrbs());
        return !result.outcome().isFinding();
    }

    /** The one with the most buffers; one of another kind, such as a deadlock, if there is no excess. */
    private static List<Finding> most(List<Finding> findings) {
        return findings.stream().max(Comparator.comparingInt(finding -> buffers(finding))).stream().toList();
    }

    private static int buffers(Finding finding) {
        String kind = finding.execution().kind();
        return kind.isEmpty() ? 0 : Integer.parseInt(kind);
    }

    private static void write(ExploreOptions options, RefillProgram program, SearchResult result, List<RefillStory> stories) throws UsageException {
        Schedule schedule = stories.isEmpty() ? null : stories.get(0).schedule();
        SavedExecution saved = new SavedExecution(program.refill(), schedule);
        if (options.json != null) {
            writeJson(options.json, json(result, stories, saved));
        }
        if (options.save != null && schedule != null) {
            writeJson(options.save, saved.json());
        }
        if (options.timeline != null && schedule != null) {
            OutputFile.write(options.timeline, stories.get(0)::writeTimeline);
        }
    }

    static void writeJson(Path file, JsonObject json) throws UsageException {
        OutputFile.write(file, to -> Files.writeString(to, json.toString(WriterConfig.PRETTY_PRINT) + System.lineSeparator()));
    }

    static JsonObject json(Covered covered) {
        JsonArray missed = new JsonArray();
        covered.missed().forEach(missed::add);
        return new JsonObject().add("pairs", covered.pairs()).add("traces", covered.traces()).add("branches", covered.branches())
                .add("missed", missed);
    }

    private static JsonObject json(SearchResult result, List<RefillStory> stories, SavedExecution saved) {
        Progress progress = result.progress();
        JsonObject json = saved.json().add("outcome", result.outcome().words()).add("executions", progress.executions())
            .add("cut", progress.cut()).add("states", progress.states()).add("decisions", progress.decisions())
            .add("seconds", result.seconds()).add("complete", result.complete())
            .add("maxSrbs", stories.stream().mapToInt(RefillStory::mostSrbs).max().orElse(saved.refill().srbs())).add("preemptions", stories.isEmpty() ? -1 : stories.get(0).preemptions());
        JsonArray findings = new JsonArray();
        for (RefillStory story : stories) {
            findings.add(new JsonObject().add("fault", story.fault()).add("preemptions", story.preemptions())
                .add("steps", story.steps()).add("schedule", story.schedule().format()));
        }
        JsonArray lockCycles = new JsonArray();
        result.lockCycles().forEach(lockCycles::add);
        return json.add("findings", findings).add("lockCycles", lockCycles).add("covered", json(result.covered()));
    }

    private static String text(ExploreOptions options, Progress progress, double seconds) {
        String rate = String.format("%,d executions, %,.0f a second", progress.executions(),
            progress.executions() / Math.max(seconds, 1e-3));
        if (options.search.strategy() != Strategy.DFS) {
            return String.format("%s, %.0f %% of the budget left", rate, 100 * progress.left());
        }
        String level = progress.preemptions() < 0 ? "" : ", at " + progress.preemptions() + " preemptions";
        return String.format("%s, %,d cut; %,d states; left: %,d branches known, about %.1f %% of the tree%s", rate, progress.cut(),
            progress.states(), progress.open(), 100 * progress.left(), level);
    }
}
