// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.Set;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.VirtualWorld;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.lab.scenario.Moment;
import org.zfcp4j.lab.scenario.PlayOptions;
import org.zfcp4j.zfcp.def.RefillPolicy;

/**
 * A moment of a scenario as a program to search through: the whole driver, the native channel, all checkers. States are told apart by the
 * order of operations alone, since neither the channel nor the checkers can be digested.
 *
 * @param draws all that is random but the schedule
 */
public record ScenarioProgram(Moment moment, RefillPolicy policy, PlayOptions options, Draws draws) implements Program {
    private static final Reduction REDUCTION = new Reduction(Set.of(), Set.of(), Set.of(), Reduction.EarlyTime.NEVER, true);
    private static final long STEPS = 5_000_000;

    private WorldConfig config() {
        WorldConfig config = new WorldConfig().policy(policy).level(options.level()).draws(draws).srbLimit(options.srbLimit())
                .startMicros(options.startMicros());
        moment.configure(config);
        config.parts(options.parts()).faults(options.faults()).stepLimit(STEPS);
        return config;
    }

    @Override
    public void configure(VirtualConfig kernel) {
        VirtualWorld.configure(config(), kernel);
    }

    @Override
    public void track(VirtualConfig kernel) {
        kernel.tracksOrder();
    }

    @Override
    public Instance start(VirtualKernel kernel) {
        VirtualWorld world = new VirtualWorld(config(), kernel, moment::play);
        return new Instance() {
            private WorldResult result;

            @Override
            public void main() {
                world.main();
            }

            @Override
            public String fault(RunResult run) {
                result = world.result(run);
                return result.violated() ? result.findings().get(0).toString() : null;
            }

            @Override
            public String kind() {
                return result != null && result.violated() ? result.findings().get(0).invariant().label() : "";
            }

            @Override
            public void cover(Coverage coverage) {
                if (result != null) {
                    result.records().forEach(coverage::traced);
                }
            }

            @Override
            public boolean isOver() {
                return world.isOver();
            }

            @Override
            public void close() {
                world.close();
            }
        };
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public Program with(Draws others) {
        return new ScenarioProgram(moment, policy, options, others);
    }

    @Override
    public Reduction reduction() {
        return REDUCTION;
    }
}
