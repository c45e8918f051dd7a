// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.channel.Fault;
import org.zfcp4j.lab.FaultFile;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.SavedSchedule;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.zfcp.adapter.refill.RefillPolicies;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.level.Levels;

/** The words after {@code run}, understood and checked. */
final class RunOptions {
    static final String USAGE = """
            usage: zfcp4j run [SCENARIO...] [option...]      without SCENARIO: link-flap
              --list               the scenarios
              --refill POLICY      check-then-dec, add-unless (Linux today), wait-for-work, cancel-at-close, claim-all
              --level LEVEL        which Linux the driver is of: 5.10 (5.10.198, the default) or 7.1 (7.1.5)
              --kernel KERNEL      virtual: one task at a time, virtual time (the default); real: threads, wall clock
              --seed N             random schedule N
              --seeds A..B         all of these; any violation is a failure
              --schedule FILE      repeat a saved schedule exactly
              --srb-limit N        what the channel tolerates, whatever it asks for
              --block-targets MS   how long deleting a remote port sleeps in the FC transport
              --faults FILE        JSON array of fault rules of the channel
              --duration SECONDS   real kernel: again and again, so long
              --dbf DIR            write the traces as zfcpdbf reads them
              --start TIME         the time of day at which virtual time begins, such as 2026-01-01T00:00:00Z (the default)
              --timeline FILE      write a trace-event file, for the Perfetto viewer
              --json FILE          write the result""".formatted(RefillPolicies.all().stream()
            .map(RefillPolicy::policyName).collect(Collectors.joining(", ")));

    private static final OptionParser PARSER = new OptionParser();
    private static final OptionSpec<String> REFILL = PARSER.accepts("refill").withRequiredArg();
    private static final OptionSpec<String> KERNEL = PARSER.accepts("kernel").withRequiredArg();
    private static final OptionSpec<String> LEVEL = PARSER.accepts("level").withRequiredArg();
    private static final OptionSpec<String> SEED = PARSER.accepts("seed").withRequiredArg();
    private static final OptionSpec<String> SEEDS = PARSER.accepts("seeds").withRequiredArg();
    private static final OptionSpec<String> FAULTS = PARSER.accepts("faults").withRequiredArg();
    private static final OptionSpec<String> DBF = PARSER.accepts("dbf").withRequiredArg();
    private static final OptionSpec<String> START = PARSER.accepts("start").withRequiredArg();
    private static final OptionSpec<String> TIMELINE = PARSER.accepts("timeline").withRequiredArg();
    private static final OptionSpec<String> JSON = PARSER.accepts("json").withRequiredArg();
    private static final OptionSpec<String> SCHEDULE = PARSER.accepts("schedule").withRequiredArg();
    private static final OptionSpec<String> SRB_LIMIT = PARSER.accepts("srb-limit").withRequiredArg();
    private static final OptionSpec<String> BLOCK_TARGETS = PARSER.accepts("block-targets").withRequiredArg();
    private static final OptionSpec<String> DURATION = PARSER.accepts("duration").withRequiredArg();
    private static final OptionSpec<Void> LIST = PARSER.accepts("list");
    private static final OptionSpec<Void> HELP = PARSER.accepts("help").forHelp();
    private static final OptionSpec<String> WORDS = PARSER.nonOptions();
    private static final int MOST_SRBS = 128;
    private static final int LONGEST_BLOCK_MILLIS = 60_000;

    final boolean help;
    final boolean list;
    final List<Scenario> scenarios = new ArrayList<>();
    /** Null if none was named. */
    final RefillPolicy policy;
    final boolean real;
    final boolean seeded;
    final long firstSeed;
    final long lastSeed;
    final boolean manySeeds;
    final long durationSeconds;
    final SavedSchedule schedule;
    final PlayOptions play;
    final boolean faulty;
    final Path dbf;
    final Path timeline;
    final Path json;

    private RunOptions(OptionSet set) throws UsageException {
        help = set.has(HELP);
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
        durationSeconds = set.has(DURATION) ? number("--duration", set.valueOf(DURATION), 1, Integer.MAX_VALUE) : 0;
        int limit = set.has(SRB_LIMIT) ? (int) number("--srb-limit", set.valueOf(SRB_LIMIT), 1, MOST_SRBS)
                : schedule == null ? 0 : schedule.srbLimit();
        faulty = set.has(FAULTS);
        List<Fault> faults = faulty ? FaultFile.read(path(set, FAULTS)) : List.of();
        int blockTargets = set.has(BLOCK_TARGETS) ? (int) number("--block-targets", set.valueOf(BLOCK_TARGETS), 0, LONGEST_BLOCK_MILLIS)
                : PlayOptions.BY_MOMENT;
        play = new PlayOptions(limit, faults, real, level(set), blockTargets,
                set.has(START) ? StartTime.micros(set.valueOf(START)) : WorldConfig.DEFAULT_START_MICROS);
        dbf = path(set, DBF);
        timeline = path(set, TIMELINE);
        json = path(set, JSON);
        checkTogether(set);
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
        if (!real && durationSeconds != 0) {
            throw new UsageException("--duration needs --kernel real; in the virtual kernel, name --seeds");
        }
        if (real && set.has(START)) {
            throw new UsageException("--start needs the virtual kernel; the real one has the wall clock");
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
