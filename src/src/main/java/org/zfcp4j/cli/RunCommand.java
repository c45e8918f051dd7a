// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.WriterConfig;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.kernel.virtual.FifoScheduler;
import org.zfcp4j.kernel.virtual.ReplayScheduler;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.MomentRun;
import org.zfcp4j.lab.scenario.Player;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.lab.scenario.Scenarios;
import org.zfcp4j.swarm.SeedSweep;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** {@code run}: plays scenarios. */
public final class RunCommand implements Command {
    @Override
    public CommandUsage usage() {
        return RunOptions.USAGE;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            if (ScheduleRun.isMeant(arguments)) {
                return ScheduleRun.run(arguments, out) ? EXIT_OK : EXIT_FAILED;
            }
            RunOptions options = RunOptions.parse(arguments);
            if (options.list) {
                Scenarios.all().forEach(scenario -> out.printf("%-20s %s%n", scenario.name(), scenario.summary()));
                return EXIT_OK;
            }
            return play(options, arguments, out, err) ? EXIT_OK : EXIT_FAILED;
        } catch (UsageException e) {
            err.println("zfcp4j: run: " + e.getMessage());
        }
        return EXIT_USAGE;
    }

    private static boolean play(RunOptions options, List<String> arguments, PrintStream out, PrintStream err) throws UsageException {
        boolean ok = true;
        List<JsonValue> results = new ArrayList<>();
        TraceFiles files = new TraceFiles(options.dbf, options.timeline);
        PageFile page = new PageFile(options.html, arguments);
        for (Scenario scenario : options.scenarios) {
            RunReport report = play(scenario, options, page, new ProgressLine(err), out);
            new RunPrinter(out, options).print(report);
            for (MomentRun run : report.runs()) {
                files.add(run, report.runs().size() + options.scenarios.size() == 2);
            }
            results.add(report.json());
            ok &= report.ok();
        }
        files.write();
        page.write();
        if (options.json != null) {
            JsonValue json = results.size() == 1 ? results.get(0) : array(results);
            OutputFile.write(options.json,
                    file -> Files.writeString(file, json.toString(WriterConfig.PRETTY_PRINT) + System.lineSeparator()));
        }
        return ok;
    }

    private static JsonArray array(List<JsonValue> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    private static RunReport play(Scenario scenario, RunOptions options, PageFile page, ProgressLine progress, PrintStream out)
            throws UsageException {
        boolean byExpectation = options.policy == null && !options.manySeeds && !options.faulty && !options.shrink;
        RunReport report = new RunReport(scenario, options.play.level(), options.firstSeed, byExpectation, page::add);
        Player player = new Player(options.play, page);
        if (options.schedule != null) {
            report.add(player.scheduled(options.schedule.find(), options.policy, options.schedule.draws(),
                    new ReplayScheduler(options.schedule.schedule(), new FifoScheduler())));
        } else if (options.shrink) {
            report.add(ShrinkRun.of(scenario, policies(scenario, options).get(0), options, page, progress, out));
        } else if (options.manySeeds) {
            playSeeds(report, player, options, progress);
        } else if (options.durationSeconds != 0) {
            playLong(report, player, options, progress);
        } else {
            playOnce(report, player, options, progress);
        }
        progress.clear();
        return report;
    }

    private static List<RefillPolicy> policies(Scenario scenario, RunOptions options) {
        if (options.policy != null) {
            return List.of(options.policy);
        }
        return scenario.comparing() && !options.manySeeds ? RefillPolicies.all() : List.of(new AddUnless());
    }

    private static void playOnce(RunReport report, Player player, RunOptions options, ProgressLine progress) {
        Scenario scenario = report.scenario();
        boolean exactSeed = options.seeded && (options.policy != null || !scenario.comparing());
        for (Moment moment : scenario.moments()) {
            for (RefillPolicy policy : policies(scenario, options)) {
                progress.show(moment.name() + ", " + policy.policyName());
                report.add(exactSeed ? player.seededWithJournal(moment, policy, options.firstSeed)
                        : player.decisive(moment, policy, options.firstSeed));
            }
        }
    }

    private static void playSeeds(RunReport report, Player player, RunOptions options, ProgressLine progress) throws UsageException {
        RefillPolicy policy = policies(report.scenario(), options).get(0);
        List<Moment> moments = report.scenario().moments();
        try (ResultLines lines = new ResultLines(options.jsonl, RunLines.head(report.scenario(), options, policy.policyName()))) {
            new SeedSweep(options.firstSeed, options.lastSeed, options.shard).<List<MomentRun>, UsageException>run(
                    seed -> moments.stream().map(moment -> player.seeded(moment, policy, seed).summary()).toList(), (seed, runs) -> {
                        progress.show("seed " + seed + " of " + options.lastSeed);
                        for (MomentRun run : runs) {
                            lines.add(RunLines.line(run));
                            boolean first = run.result().violated() && report.ok();
                            report.add(first ? player.seededWithJournal(run.moment(), policy, seed) : run);
                        }
                    });
        }
    }

    private static void playLong(RunReport report, Player player, RunOptions options, ProgressLine progress) {
        long end = System.nanoTime() + options.durationSeconds * 1_000_000_000L;
        for (int round = 1; round == 1 || System.nanoTime() < end; round++) {
            progress.show("round " + round + ", " + Math.max(0, (end - System.nanoTime()) / 1_000_000_000) + " s left");
            for (Moment moment : report.scenario().moments()) {
                for (RefillPolicy policy : policies(report.scenario(), options)) {
                    report.add(player.decisive(moment, policy, options.firstSeed + round - 1).summary());
                }
            }
        }
    }
}
