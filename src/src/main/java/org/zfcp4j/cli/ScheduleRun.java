// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.explore.RefillProgram;
import org.zfcp4j.explore.RefillStory;
import org.zfcp4j.explore.SavedExecution;
import org.zfcp4j.story.ScheduleRecorder;
import org.zfcp4j.story.StoryPage;
import org.zfcp4j.trace.LogMessage;
import org.zfcp4j.trace.S390dbfText;
import org.zfcp4j.trace.SystemTraces;
import org.zfcp4j.trace.TraceRecord;
import org.zfcp4j.zfcp.def.ModuleParameters;

/** {@code run --schedule FILE} for a schedule that {@code explore} has saved. */
final class ScheduleRun {
    private static final OptionParser PARSER = new OptionParser();
    private static final OptionSpec<String> SCHEDULE = PARSER.accepts("schedule").withRequiredArg();
    private static final OptionSpec<String> DBF = PARSER.accepts("dbf").withRequiredArg();
    private static final OptionSpec<String> TIMELINE = PARSER.accepts("timeline").withRequiredArg();
    private static final OptionSpec<String> HTML = PARSER.accepts("html").withRequiredArg();
    private static final OptionSpec<String> JSON = PARSER.accepts("json").withRequiredArg();
    private static final OptionSpec<String> REFILL = PARSER.accepts("refill").withRequiredArg();
    private static final OptionSpec<String> LEVEL = PARSER.accepts("level").withRequiredArg();
    private static final OptionSpec<String> COLOR = Paint.option(PARSER);
    private static final OptionSpec<String> WORDS = PARSER.nonOptions();

    private ScheduleRun() {
    }

    /** True if the arguments name a schedule of the search. */
    static boolean isMeant(List<String> arguments) {
        int at = arguments.indexOf("--schedule");
        try {
            if (at >= 0 && at + 1 < arguments.size()) {
                return SavedExecution.isOne(Path.of(arguments.get(at + 1)));
            }
            for (String argument : arguments) {
                if (argument.startsWith("--schedule=")) {
                    return SavedExecution.isOne(Path.of(argument.substring("--schedule=".length())));
                }
            }
        } catch (InvalidPathException e) {
            // the other reader complains
        }
        return false;
    }

    /** True if the run came to a good end. */
    static boolean run(List<String> arguments, PrintStream out) throws UsageException {
        try {
            return play(PARSER.parse(arguments.toArray(String[]::new)), arguments, out);
        } catch (OptionException e) {
            throw new UsageException(e.getMessage() + " with a schedule that explore has saved");
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static boolean play(OptionSet set, List<String> arguments, PrintStream out) throws UsageException {
        SavedExecution saved = SavedExecution.read(Path.of(set.valueOf(SCHEDULE)));
        check(set, saved);
        ScheduleRecorder recorder = new ScheduleRecorder();
        RefillStory story = RefillStory.of(new RefillProgram(saved.refill()), saved.schedule(), recorder);
        Paint paint = Paint.of(set, COLOR);
        ExplorePrinter printer = new ExplorePrinter(out, paint, Terminal.knownColumns());
        printer.columns(story.lines());
        printer.traced(story);
        out.println();
        boolean ok = story.fault() == null;
        out.println(ok ? paint.good("nothing is violated") : paint.bad(story.execution().finding().words()) + ": " + story.fault());
        if (set.has(DBF)) {
            OutputFile.write(Path.of(set.valueOf(DBF)), directory -> S390dbfText.write(directory, machine(story, saved.refill().level().release()), story.records()));
        }
        if (set.has(TIMELINE)) {
            OutputFile.write(Path.of(set.valueOf(TIMELINE)), story::writeTimeline);
        }
        if (set.has(HTML)) {
            StoryPage page = new StoryPage("zfcp4j run " + String.join(" ", arguments));
            page.add(recorder.playback(story, saved.refill()));
            OutputFile.write(Path.of(set.valueOf(HTML)), page::write);
        }
        if (set.has(JSON)) {
            ExploreCommand.writeJson(Path.of(set.valueOf(JSON)), json(saved, story, ok));
        }
        return ok;
    }

    /** The search knows no other areas, and of the messages only the release. */
    private static SystemTraces machine(RefillStory story, String release) {
        long start = story.records().stream().mapToLong(TraceRecord::micros).min().orElse(0);
        return new SystemTraces(new ModuleParameters().dbflevel, story.records().stream().map(TraceRecord::busId).distinct().toList(),
                List.of(), List.of(LogMessage.banner(start, release)));
    }

    private static void check(OptionSet set, SavedExecution saved) throws UsageException {
        String scenario = saved.refill().start().scenario();
        for (String word : set.valuesOf(WORDS)) {
            if (!word.equals(scenario)) {
                throw new UsageException("the schedule is one of " + scenario + ", not of " + word);
            }
        }
        String policy = saved.refill().policy().policyName();
        if (set.has(REFILL) && !set.valueOf(REFILL).equals(policy)) {
            throw new UsageException("the schedule is one of " + policy + ", not of " + set.valueOf(REFILL));
        }
        String level = saved.refill().level().release();
        if (set.has(LEVEL) && !set.valueOf(LEVEL).equals(level)) {
            throw new UsageException("the schedule is one of level " + level + ", not of " + set.valueOf(LEVEL));
        }
    }

    private static JsonObject json(SavedExecution saved, RefillStory story, boolean ok) {
        JsonArray tags = new JsonArray();
        story.records().forEach(record -> tags.add(record.tag()));
        JsonArray violations = new JsonArray();
        if (!ok) {
            violations.add(story.fault());
        }
        var run = new JsonObject().add("policy", saved.refill().policy().policyName())
            .add("moment", saved.refill().start().scenario()).add("limit", saved.refill().limit()).add("maxSrbs", story.mostSrbs())
            .add("adapterUp", story.adapterUp()).add("tags", tags).add("violations", violations).add("asExpected", ok);
        return new JsonObject().add("scenario", saved.refill().start().scenario())
            .add("level", saved.refill().level().release()).add("seed", 1).add("ok", ok)
            .add("runs", new JsonArray().add(run));
    }
}
