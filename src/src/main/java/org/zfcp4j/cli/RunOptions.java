// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.lab.FaultFile;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.SavedSchedule;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.swarm.Shard;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.level.Levels;

/** The words after {@code run}, understood and checked. */
final class RunOptions {
    private static final OptionParser PARSER = new OptionParser();
    private static final OptionSpec<Void> LIST = PARSER.accepts("list", "the scenarios");
    private static final OptionSpec<String> REFILL = option("refill", "POLICY", "how status read buffers are refilled: " + String.join(", ",
            RefillPolicies.all().stream().map(RefillPolicy::policyName).toList()) + "; Linux today is add-unless");
    private static final OptionSpec<String> LEVEL = option("level", "LEVEL", "Linux version of the driver: 5.10 (5.10.198, the default) or"
            + " 7.1 (7.1.5)");
    private static final OptionSpec<String> KERNEL = option("kernel", "KERNEL", "virtual: one task at a time, virtual time (the default); real:"
            + " threads, wall clock");
    private static final OptionSpec<String> SEED = option("seed", "N", "random schedule N");
    private static final OptionSpec<String> SEEDS = option("seeds", "A..B", "each of these schedules, on all processors; any violation is a failure");
    private static final OptionSpec<String> SHARD = option("shard", "SHARD", "of --seeds: only one part of several, such as 2/4, for several processes or machines");
    private static final OptionSpec<String> SCHEDULE = option("schedule", "FILE", "repeat a saved schedule exactly");
    private static final OptionSpec<Void> SHRINK = PARSER.accepts("shrink", "of --seed: make a run that violates an invariant smaller: fewer devices,"
            + " processes, actions and random decisions");
    private static final OptionSpec<Void> RACES = PARSER.accepts("races", "look for accesses to plain memory that nothing orders, and for use"
            + " after free; slower");
    private static final OptionSpec<String> SAVE = option("save", "FILE", "of --shrink: write its schedule, for --schedule");
    private static final OptionSpec<String> SRB_LIMIT = option("srb-limit", "N", "status read buffers that the channel takes, whatever it asks for");
    private static final OptionSpec<String> BLOCK_TARGETS = option("block-targets", "MS", "milliseconds that deleting a remote port sleeps in the"
            + " FC transport");
    private static final OptionSpec<String> FAULTS = option("faults", "FILE", "JSON array of fault rules of the channel");
    private static final OptionSpec<String> DURATION = option("duration", "SECONDS", "real kernel: repeat for that long");
    private static final OptionSpec<String> DBF = option("dbf", "DIR", "write the traces as zfcpdbf reads them");
    private static final OptionSpec<String> START = option("start", "TIME", "the time of day at which virtual time begins, such as"
            + " 2026-01-01T00:00:00Z (the default)");
    private static final OptionSpec<String> TIMELINE = option("timeline", "FILE", "write a trace-event file, for the Perfetto viewer");
    private static final OptionSpec<String> HTML = option("html", "FILE", "write a page that plays what happened, for a browser");
    private static final OptionSpec<String> JSON = option("json", "FILE", "write the result");
    private static final OptionSpec<String> JSONL = option("jsonl", "FILE", "of --seeds: write a line for each run as soon as it is over, for merge");
    private static final OptionSpec<String> COLOR = Paint.option(PARSER);
    private static final OptionSpec<String> WORDS = PARSER.nonOptions("scenarios").describedAs("SCENARIO");

    static final CommandUsage USAGE = new CommandUsage("run", "play scenarios: link-flap, which compares the refill policies, or those that --list"
            + " names", PARSER)
            .call("[SCENARIO...] [option...]").call("--list")
            .text("Brings adapters up against the mock channel, plays a scenario, and prints what the ERP thread, the work queue and the"
                    + " channel did, with a verdict on each run. Without SCENARIO it is link-flap.")
            .text("Exit status 1 if a policy did not behave as declared; with --refill, --seeds or --faults, if any invariant is violated.")
            .values("SCENARIO", Scenarios.all().stream().map(Scenario::name).toList()).values("KERNEL", List.of("virtual", "real"))
            .example("", "the story of the refill race, with each policy")
            .example("--html story.html", "the same as a page that plays it step by step")
            .example("link-flap --refill add-unless", "the window that is open in Linux today; exit status 1")
            .example("bring-up --seed 7 --json run.json", "schedule 7, the same each time")
            .example("shutdown-in-flight --seeds 1..100 --refill cancel-at-close", "a hundred schedules")
            .example("host-con-init --kernel real", "on threads");

    private static final int MOST_SRBS = 128;
    private static final int LONGEST_BLOCK_MILLIS = 60_000;

    final boolean list;
    final List<Scenario> scenarios = new ArrayList<>();
    /** Null if none was named. */
    final RefillPolicy policy;
    final boolean real;
    final boolean seeded;
    final long firstSeed;
    final long lastSeed;
    final boolean manySeeds;
    final Shard shard;
    final boolean shrink;
    final long durationSeconds;
    final SavedSchedule schedule;
    final PlayOptions play;
    final boolean faulty;
    final Path dbf;
    final Path timeline;
    final Path html;
    final Path save;
    final Path json;
    final Path jsonl;
    final Paint paint;

    private RunOptions(OptionSet set) throws UsageException {
        list = set.has(LIST);
        schedule = set.has(SCHEDULE) ? SavedSchedule.read(path(set, SCHEDULE)) : null;
        policy = set.has(REFILL) ? RefillPolicies.byName(set.valueOf(REFILL))
                : schedule == null ? null : RefillPolicies.byName(schedule.policy());
        addScenarios(set.valuesOf(WORDS));
        real = isReal(set);
        manySeeds = set.has(SEEDS);
        seeded = set.has(SEED) || manySeeds;
        String range = manySeeds ? set.valueOf(SEEDS) : set.has(SEED) ? set.valueOf(SEED) : "1";
        int dots = range.indexOf("..");
        if (manySeeds && dots < 0) {
            throw new UsageException("--seeds takes a range such as 1..1000, not \"" + range + "\"");
        }
        firstSeed = number("--seed", dots < 0 ? range : range.substring(0, dots), 0, Long.MAX_VALUE);
        lastSeed = dots < 0 ? firstSeed : number("--seeds", range.substring(dots + 2), firstSeed, Long.MAX_VALUE - 1);
        shard = set.has(SHARD) ? Shard.parse(set.valueOf(SHARD)) : Shard.WHOLE;
        durationSeconds = set.has(DURATION) ? number("--duration", set.valueOf(DURATION), 1, Integer.MAX_VALUE) : 0;
        int limit = set.has(SRB_LIMIT) ? (int) number("--srb-limit", set.valueOf(SRB_LIMIT), 1, MOST_SRBS)
                : schedule == null ? 0 : schedule.srbLimit();
        faulty = set.has(FAULTS);
        List<Fault> faults = faulty ? FaultFile.read(path(set, FAULTS)) : List.of();
        int blockTargets = set.has(BLOCK_TARGETS) ? (int) number("--block-targets", set.valueOf(BLOCK_TARGETS), 0, LONGEST_BLOCK_MILLIS)
                : PlayOptions.BY_MOMENT;
        play = new PlayOptions(limit, faults, real, level(set), blockTargets,
                set.has(START) ? StartTime.micros(set.valueOf(START)) : WorldConfig.DEFAULT_START_MICROS,
                schedule == null ? Parts.ALL : schedule.parts());
        dbf = path(set, DBF);
        timeline = path(set, TIMELINE);
        html = path(set, HTML);
        shrink = set.has(SHRINK);
        save = path(set, SAVE);
        json = path(set, JSON);
        jsonl = path(set, JSONL);
        paint = Paint.of(set, COLOR);
        checkTogether(set);
    }

    private static OptionSpec<String> option(String name, String argument, String text) {
        return PARSER.accepts(name, text).withRequiredArg().describedAs(argument);
    }

    static RunOptions parse(List<String> arguments) throws UsageException {
        try {
            return new RunOptions(PARSER.parse(arguments.toArray(String[]::new)));
        } catch (OptionException | IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private void addScenarios(List<String> names) throws UsageException {
        if (schedule != null) {
            if (!names.isEmpty() && !names.equals(List.of(schedule.scenario()))) {
                throw new UsageException("the schedule is one of " + schedule.scenario() + ", not of " + names.get(0));
            }
            schedule.find();
            scenarios.add(Scenarios.byName(schedule.scenario()));
        }
        for (String name : schedule != null ? List.<String>of() : names.isEmpty() ? List.of(Scenarios.DEFAULT) : names) {
            scenarios.add(Scenarios.byName(name));
        }
    }

    private Level level(OptionSet set) throws UsageException {
        String saved = schedule == null ? Levels.DEFAULT : schedule.level();
        String named = set.has(LEVEL) ? set.valueOf(LEVEL) : saved;
        Level level = Levels.byRelease(named);
        if (schedule != null && !named.equals(saved)) {
            throw new UsageException("the schedule is one of level " + saved + ", not of " + named);
        }
        return level;
    }

    private static boolean isReal(OptionSet set) throws UsageException {
        String kernel = set.has(KERNEL) ? set.valueOf(KERNEL) : "virtual";
        return switch (kernel) {
            case "real" -> true;
            case "virtual" -> false;
            default -> throw new UsageException("--kernel is virtual or real, not \"" + kernel + "\"");
        };
    }

    private void checkTogether(OptionSet set) throws UsageException {
        if (real && (manySeeds || schedule != null)) {
            throw new UsageException((manySeeds ? "--seeds" : "--schedule") + " needs the virtual kernel");
        }
        if (real && html != null) {
            throw new UsageException("--html needs the virtual kernel");
        }
        if (!real && durationSeconds != 0) {
            throw new UsageException("--duration needs --kernel real; in the virtual kernel, name --seeds");
        }
        if (real && set.has(START)) {
            throw new UsageException("--start needs the virtual kernel; the real one has the wall clock");
        }
        if (!manySeeds && (set.has(SHARD) || set.has(JSONL))) {
            throw new UsageException((set.has(SHARD) ? "--shard" : "--jsonl") + " needs --seeds");
        }
        if (manySeeds && lastSeed - firstSeed < shard.index() - 1) {
            throw new UsageException("shard " + shard + " has none of the " + (lastSeed - firstSeed + 1) + " seeds");
        }
        if (shrink && (!set.has(SEED) || real || scenarios.size() > 1)) {
            throw new UsageException("--shrink needs --seed, one scenario and the virtual kernel");
        }
        if (set.has(RACES) && real) {
            throw new UsageException("--races needs the virtual kernel");
        }
        if (save != null && !shrink) {
            throw new UsageException("--save needs --shrink; without it, --seed repeats the run");
        }
        if (jsonl != null && scenarios.size() > 1) {
            throw new UsageException("--jsonl takes one scenario at a time");
        }
        if (set.has(SEED) && manySeeds || schedule != null && seeded) {
            throw new UsageException("only one of --seed, --seeds and --schedule");
        }
    }

    private static Path path(OptionSet set, OptionSpec<String> option) throws UsageException {
        if (!set.has(option)) {
            return null;
        }
        try {
            return Path.of(set.valueOf(option));
        } catch (InvalidPathException e) {
            throw new UsageException("this is no file name: " + e.getInput());
        }
    }

    private static long number(String option, String text, long least, long most) throws UsageException {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageException(option + " takes a number from " + least + (most >= Integer.MAX_VALUE ? " on" : " to " + most)
                + ", not \"" + text + "\"");
    }
}
