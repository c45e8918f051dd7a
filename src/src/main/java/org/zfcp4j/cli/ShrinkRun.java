// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.io.PrintStream;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.kernel.virtual.ReplayScheduler;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.MomentRun;
import org.zfcp4j.lab.scenario.Player;
import org.zfcp4j.lab.scenario.SavedSchedule;
import org.zfcp4j.lab.scenario.Scenario;
import org.zfcp4j.lab.scenario.Shrinker;
import org.zfcp4j.lab.scenario.Shrunk;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** {@code run SCENARIO --seed N --shrink}: the first moment in which the seed violates something, made smaller. */
final class ShrinkRun {
    private ShrinkRun() {
    }

    /** Prints what is left, saves the schedule if asked to, and plays it once more for the report. */
    static MomentRun of(Scenario scenario, RefillPolicy policy, RunOptions options, PageFile page, ProgressLine progress, PrintStream out)
            throws UsageException {
        for (Moment moment : scenario.moments()) {
            Shrunk shrunk = new Shrinker(options.play, moment, policy, options.firstSeed, progress::show).shrink().orElse(null);
            if (shrunk != null) {
                progress.clear();
                print(shrunk, options, out);
                save(scenario, moment, policy, options, shrunk);
                return new Player(options.play.with(shrunk.parts()), page).scheduled(moment, policy, Draws.of(options.firstSeed),
                        new ReplayScheduler(shrunk.schedule()));
            }
        }
        progress.clear();
        throw new UsageException("seed " + options.firstSeed + " violates nothing in " + scenario.name() + " with " + policy.policyName());
    }

    private static void print(Shrunk shrunk, RunOptions options, PrintStream out) {
        out.println(options.paint.bold("seed " + options.firstSeed + ", made smaller") + ": still violates " + shrunk.invariant().label() + " ("
                + shrunk.tried() + " runs tried)");
        shrunk.full().forEach((part, full) -> out.printf("  %-20s %d of %d%n", part, shrunk.parts().of(part, full), full));
        out.printf("  %-20s %,d of %,d%n", "steps", shrunk.steps(), shrunk.stepsBefore());
        out.printf("  %-20s %,d, then first-in-first-out%n", "random decisions", shrunk.random());
        out.println();
    }

    private static void save(Scenario scenario, Moment moment, RefillPolicy policy, RunOptions options, Shrunk shrunk) throws UsageException {
        if (options.save != null) {
            SavedSchedule saved = new SavedSchedule(scenario.name(), moment.name(), policy.policyName(), options.play.level().release(),
                    Draws.of(options.firstSeed), options.play.srbLimit(), shrunk.parts(), shrunk.schedule());
            OutputFile.write(options.save, saved::write);
        }
    }
}
