// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.check.ContextRules;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.lab.race.Race;
import org.zfcp4j.lab.race.RaceDetector;

/** Plays a world in the virtual kernel: one task at a time, in virtual time. */
final class VirtualPlay {
    private VirtualPlay() {
    }

    static WorldResult play(WorldConfig config, Consumer<World> script) {
        ScarceMemory memory = new ScarceMemory(config.seed());
        RaceDetector races = config.races() ? new RaceDetector() : null;
        VirtualKernel kernel = new VirtualKernel(new VirtualConfig().orderListener(races).scheduler(config.scheduler()).seed(config.seed())
                .storageSize(config.storageSize())
                .stepLimit(config.stepLimit()).allocation(memory).startMicros(config.startMicros()));
        if (races != null) {
            races.attach(kernel);
        }
        World world = new World(config, kernel, memory);
        Instruments instruments = world.instruments();
        if (races != null) {
            races.names(new StorageNames(world)::of);
        }
        try {
            new VirtualChannel(kernel, world.channel(), instruments.watchers::channelStep, races);
            RunResult run = kernel.run(() -> {
                world.play(script);
                world.remove();
            });
            List<Finding> broken = new ArrayList<>(instruments.findings.list());
            broken.addAll(ContextRules.of(run, kernel.lockOrder(), instruments.hostLockRecursion));
            broken.addAll(ContextRules.of(kernel, run.jiffies() * 1000));
            if (races != null) {
                races.finish().forEach(race -> broken.add(new Finding(
                        race.kind() == Race.Kind.RACE ? Invariant.DATA_RACES : Invariant.STORAGE, "", run.jiffies() * 1000,
                        race.second().context(), race.toString())));
            }
            List<String> notes = new ArrayList<>(instruments.findings.notes());
            notes.addAll(ContextRules.notes(run, kernel.lockOrder(), instruments.hostLockRecursion));
            return world.result(broken, notes, run);
        } finally {
            // A task that loops may still use the storage.
            if (!kernel.isAbandoned()) {
                world.channel().close();
            }
            kernel.close();
        }
    }
}
