// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.explore.SearchOptions;
import org.zfcp4j.explore.Strategy;
import org.zfcp4j.lab.Parts;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.refill.LinkUp;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.swarm.Shard;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.level.Levels;

/** The words after {@code explore}, understood and checked. */
final class ExploreOptions {
    private static final int MOST_SRBS = 64;
    /** Twice as many are posted then, and none must wait for an SBAL. */
    private static final int MOST_SRBS_FOR_MOST = 32;
    private static final int MOST_RPORTS = 16;
    private static final int MOST_DEVICES = 4;
    private static final int DEFAULT_BLOCK_MILLIS = 20;
    private static final int LONGEST_BLOCK_MILLIS = 60_000;
    private static final int DEFAULT_PREEMPTIONS = 3;
    private static final OptionParser PARSER = new OptionParser();
    private static final OptionSpec<String> REFILL = option("refill", "POLICY", "how status read buffers are refilled: " + String.join(", ",
            RefillPolicies.all().stream().map(RefillPolicy::policyName).toList()) + "; Linux today, and the default, is add-unless");
    private static final OptionSpec<String> LEVEL = option("level", "LEVEL", "Linux version of the driver: 5.10 (5.10.198, the default) or"
            + " 7.1 (7.1.5)");
    private static final OptionSpec<String> STRATEGY = option("strategy", "STRATEGY", "dfs: all schedules (the default); random: a uniform walk; pct:"
            + " random priorities; coverage: changes schedules and draws that have covered something new");
    private static final OptionSpec<String> PREEMPTIONS = option("preemptions", "K", "dfs: at most K of them, or none for no bound (default 3);"
            + " pct: changes of priority");
    private static final OptionSpec<String> EXECUTIONS = option("executions", "N", "stop after N executions");
    private static final OptionSpec<String> SECONDS = option("seconds", "N", "stop after N seconds");
    private static final OptionSpec<String> SEED = option("seed", "N", "of random, pct and coverage");
    private static final OptionSpec<String> SRBS = option("srbs", "N", "status read buffers, 1 to 64 (default 16)");
    private static final OptionSpec<String> NOTIFICATIONS = option("notifications", "M", "how many of them the channel consumes (default 1)");
    private static final OptionSpec<String> SRB_LIMIT = option("srb-limit", "N", "status read buffers that the channel takes, whatever it asks for");
    private static final OptionSpec<Void> MOST = PARSER.accepts("most", "the schedule that posts most, with a channel that takes them all");
    private static final OptionSpec<String> BURST = option("burst", "B", "refill-reopen: notifications used up just before LINK_UP (default 0)");
    private static final OptionSpec<String> RPORTS = option("rports", "P", "refill-reopen: remote ports, whose rport_work is ahead of stat_work"
            + " (default 0)");
    private static final OptionSpec<String> BLOCK_TARGETS = option("block-targets", "MS", "how many milliseconds each of those sleeps (default 20)");
    private static final OptionSpec<Void> VERSION_LOST = PARSER.accepts("version-lost", "refill-reopen: a VERSION_CHANGE got lost before LINK_UP;"
            + " 7.1 queues version_change_lost_work ahead of all others then");
    private static final OptionSpec<String> SAVE = option("save", "FILE", "write the schedule that was found, for run --schedule");
    private static final OptionSpec<String> TIMELINE = option("timeline", "FILE", "write it as a trace-event file, for the Perfetto viewer");
    private static final OptionSpec<String> HTML = option("html", "FILE", "write a page that plays what was found, for a browser");
    private static final OptionSpec<String> JSON = option("json", "FILE", "write the result, which run --schedule takes as well");
    private static final OptionSpec<String> SHARD = option("shard", "SHARD", "only one part of several, such as 2/4, for several processes or machines:"
            + " of the branches of the first execution, or of the seeds");
    private static final OptionSpec<String> JSONL = option("jsonl", "FILE", "write the result as JSON lines, for merge");
    private static final OptionSpec<String> DEVICES = option("devices", "N", "of a scenario that runs the whole driver: FCP devices (default 1)");
    private static final OptionSpec<String> PORTS = option("ports", "N", "of a scenario that runs the whole driver: remote ports of the small SAN, 1 or 2"
            + " (default 1)");
    private static final OptionSpec<String> COLOR = Paint.option(PARSER);
    private static final OptionSpec<String> WORDS = PARSER.nonOptions("the scenario").describedAs("SCENARIO");

    static final CommandUsage USAGE = new CommandUsage("explore", "search all schedules of a scenario for one that violates an invariant", PARSER)
            .call("SCENARIO [option...]")
            .text("Plays the schedules of a scenario, those with the fewest preemptions first, until one violates an invariant or none is left, and"
                    + " prints it in columns, with each shared variable before and after.")
            .text("refill-race is the initial refill of adapter open against stat_work; refill-reopen is the same across an adapter reopen, with a"
                    + " stat_work from before it.")
            .text("Exit status 1 if a schedule was found, 0 if all are covered (\"exhausted\") or the budget is used up.")
            .text("The other scenarios run the whole driver against the native channel, each of their moments; --devices and --ports say how large it"
                    + " is. By default, their schedules have at most one preemption.")
            .values("SCENARIO", Scenarios.all().stream().map(Scenario::name).toList())
            .values("STRATEGY", Arrays.stream(Strategy.values()).map(Strategy::word).toList())
            .example("refill-race --refill check-then-dec", "the schedule that posts 17 of 16; exit status 1")
            .example("refill-race --refill cancel-at-close", "no schedule with 3 preemptions violates anything")
            .example("refill-reopen --burst 15 --most --preemptions 1", "the schedule that posts 32 of 16; exit status 1")
            .example("bring-up --preemptions 0", "all schedules of bringing a device up in which nobody is preempted")
            .example("refill-race --srbs 4 --refill check-then-dec --save race.json", "saves it for: zfcp4j run --schedule race.json");

    /** Null if the scenario runs the whole driver. */
    final RefillCase refill;
    /** Null unless it does. */
    final Large large;
    final boolean most;
    final SearchOptions search;
    final Path save;
    final Path timeline;
    final Path html;
    final Path json;
    final Path jsonl;
    final Paint paint;

    private ExploreOptions(OptionSet set) throws UsageException {
        most = set.has(MOST);
        large = large(set);
        refill = large == null ? refillCase(set) : null;
        Strategy strategy = set.has(STRATEGY) ? Strategy.byName(set.valueOf(STRATEGY)) : Strategy.DFS;
        boolean unbounded = set.has(PREEMPTIONS) && List.of("none", "unbounded").contains(set.valueOf(PREEMPTIONS));
        int preemptions = unbounded ? -1 : (int) number(set, PREEMPTIONS, large == null || strategy != Strategy.DFS ? DEFAULT_PREEMPTIONS : 1, 0, 100);
        if (unbounded && strategy != Strategy.DFS) {
            throw new UsageException("--preemptions none is for --strategy dfs");
        }
        long executions = number(set, EXECUTIONS, strategy == Strategy.DFS ? Long.MAX_VALUE : 100_000, 1, Long.MAX_VALUE);
        double seconds = set.has(SECONDS) ? number(set, SECONDS, 1, 1, Integer.MAX_VALUE) : SearchOptions.NO_LIMIT;
        int threads = strategy == Strategy.DFS ? Runtime.getRuntime().availableProcessors() : 1;
        Shard shard = set.has(SHARD) ? Shard.parse(set.valueOf(SHARD)) : Shard.WHOLE;
        search = new SearchOptions(strategy, preemptions, executions, seconds, number(set, SEED, 1, 0, Long.MAX_VALUE - shard.count()), threads, shard);
        save = path(set, SAVE);
        timeline = path(set, TIMELINE);
        html = path(set, HTML);
        json = path(set, JSON);
        jsonl = path(set, JSONL);
        paint = Paint.of(set, COLOR);
    }

    /** How far the search goes, in words. */
    String bound() {
        if (search.strategy() != Strategy.DFS) {
            return search.strategy().word() + " from seed " + search.seed();
        }
        return search.preemptions() < 0 ? "any number of preemptions" : "at most " + search.preemptions() + " preemptions";
    }

    private static OptionSpec<String> option(String name, String argument, String text) {
        return PARSER.accepts(name, text).withRequiredArg().describedAs(argument);
    }

    static ExploreOptions parse(List<String> arguments) throws UsageException {
        try {
            return new ExploreOptions(PARSER.parse(arguments.toArray(String[]::new)));
        } catch (OptionException | IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /**
     * A scenario that runs the whole driver.
     *
     * @param play what is played of it
     */
    record Large(Scenario scenario, RefillPolicy policy, PlayOptions play) {
    }

    private static Large large(OptionSet set) throws UsageException {
        List<String> words = set.valuesOf(WORDS);
        List<Scenario> named = words.size() != 1 || isSmall(words.get(0)) ? List.of()
                : Scenarios.all().stream().filter(scenario -> scenario.name().equals(words.get(0))).toList();
        if (named.isEmpty()) {
            for (OptionSpec<String> option : List.of(DEVICES, PORTS)) {
                if (set.has(option)) {
                    throw new UsageException("--" + option.options().get(0) + " is for scenarios that run the whole driver");
                }
            }
            return null;
        }
        for (OptionSpec<?> option : List.of(SRBS, NOTIFICATIONS, MOST, BURST, RPORTS, BLOCK_TARGETS, VERSION_LOST, TIMELINE, HTML, SHARD, JSONL)) {
            if (set.has(option)) {
                throw new UsageException("--" + option.options().get(0) + " is for " + scenarios());
            }
        }
        Parts parts = Parts.ALL.with(Parts.DEVICES, (int) number(set, DEVICES, 1, 1, MOST_DEVICES))
                .with(Parts.PORTS, (int) number(set, PORTS, 1, 1, 2));
        RefillPolicy policy = RefillPolicies.byName(set.has(REFILL) ? set.valueOf(REFILL) : "add-unless");
        Level level = Levels.byRelease(set.has(LEVEL) ? set.valueOf(LEVEL) : Levels.DEFAULT);
        int limit = (int) number(set, SRB_LIMIT, 0, 1, 2 * MOST_SRBS);
        return new Large(named.get(0), policy, new PlayOptions(limit, List.of(), false, level, PlayOptions.BY_MOMENT,
                WorldConfig.DEFAULT_START_MICROS, parts));
    }

    private static RefillCase refillCase(OptionSet set) throws UsageException {
        List<String> words = set.valuesOf(WORDS);
        if (words.size() != 1) {
            throw new UsageException(words.isEmpty() ? "name a scenario: " + all() : "one scenario at a time");
        }
        String scenario = words.get(0);
        RefillPolicy policy = RefillPolicies.byName(set.has(REFILL) ? set.valueOf(REFILL) : "add-unless");
        Level level = Levels.byRelease(set.has(LEVEL) ? set.valueOf(LEVEL) : Levels.DEFAULT);
        int srbs = (int) number(set, SRBS, RefillCase.DEFAULT_SRBS, 1, set.has(MOST) ? MOST_SRBS_FOR_MOST : MOST_SRBS);
        if (set.has(MOST) && set.has(SRB_LIMIT)) {
            throw new UsageException("--most has a channel that tolerates all, --srb-limit one that does not");
        }
        int notifications = (int) number(set, NOTIFICATIONS, 1, 0, MOST_SRBS);
        int limit = (int) number(set, SRB_LIMIT, srbs, 1, 2 * MOST_SRBS);
        RefillStart start = RefillStart.of(scenario, policy.policyName());
        return new RefillCase(start, policy, level, srbs, notifications, limit).with(linkUp(set, start, srbs));
    }

    private static LinkUp linkUp(OptionSet set, RefillStart start, int srbs) throws UsageException {
        boolean versionLost = set.has(VERSION_LOST);
        int burst = (int) number(set, BURST, 0, 0, srbs - 1);
        int rports = (int) number(set, RPORTS, 0, 0, MOST_RPORTS);
        if ((versionLost || burst + rports > 0) && start != RefillStart.REOPEN) {
            throw new UsageException("--burst, --rports and --version-lost are for " + RefillStart.REOPEN.scenario());
        }
        if (rports == 0 && set.has(BLOCK_TARGETS)) {
            throw new UsageException("--block-targets needs --rports");
        }
        int millis = rports == 0 ? 0 : (int) number(set, BLOCK_TARGETS, DEFAULT_BLOCK_MILLIS, 0, LONGEST_BLOCK_MILLIS);
        LinkUp linkUp = new LinkUp(burst, rports, millis, versionLost);
        if (linkUp.usedUp() > srbs) {
            throw new UsageException(linkUp.usedUp() + " of " + srbs + " status read buffers cannot be used up");
        }
        return linkUp;
    }

    private static boolean isSmall(String scenario) {
        return Arrays.stream(RefillStart.values()).anyMatch(start -> start.scenario().equals(scenario));
    }

    private static String all() {
        return Scenarios.all().stream().map(Scenario::name).collect(Collectors.joining(", "));
    }

    private static String scenarios() {
        return Arrays.stream(RefillStart.values()).map(RefillStart::scenario).distinct().collect(Collectors.joining(", "));
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

    private static long number(OptionSet set, OptionSpec<String> option, long otherwise, long least, long most)
            throws UsageException {
        if (!set.has(option)) {
            return otherwise;
        }
        String text = set.valueOf(option);
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageException("--" + option.options().iterator().next() + " takes a number from " + least
                + (most >= Integer.MAX_VALUE ? " on" : " to " + most) + ", not \"" + text + "\"");
    }
}
