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

/** A world in a virtual kernel that somebody else runs: one task at a time, in virtual time. */
public final class VirtualWorld implements AutoCloseable {
    private final VirtualKernel kernel;
    private final World world;
    private final Consumer<World> script;
    /** Null unless races are looked for. */
    private final RaceDetector races;
    private boolean over;

    /**
     * Wires a world.
     *
     * @param kernel made with what {@link #configure} has set
     */
    public VirtualWorld(WorldConfig config, VirtualKernel kernel, Consumer<World> script) {
        this.kernel = kernel;
        this.script = script;
        this.races = (RaceDetector) kernel.orderListener();
        if (races != null) {
            races.attach(kernel);
        }
        this.world = new World(config, kernel, (ScarceMemory) kernel.allocationPolicy());
        if (races != null) {
            races.names(new StorageNames(world)::of);
        }
        new VirtualChannel(kernel, world.channel(), world.instruments().watchers::channelStep, races);
    }

    /** Sets what a world of that configuration needs of its kernel; not the strategy. */
    public static void configure(WorldConfig config, VirtualConfig kernel) {
        kernel.seed(config.seed()).storageSize(config.storageSize()).stepLimit(config.stepLimit())
                .allocation(new ScarceMemory(config.seed())).startMicros(config.startMicros())
                .orderListener(config.races() ? new RaceDetector() : null);
    }

    /** What the kernel is to run: the script, and the removal of the devices. */
    public void main() {
        world.play(w -> {
            script.accept(w);
            over = true;
        });
        world.remove();
    }

    /** True when the script is over, and what follows is that everything settles and the devices are removed. */
    public boolean isOver() {
        return over;
    }

    /** What happened; after the run. */
    public WorldResult result(RunResult run) {
        Instruments instruments = world.instruments();
        List<Finding> broken = new ArrayList<>(instruments.findings.list());
        broken.addAll(ContextRules.of(run, kernel.lockOrder(), instruments.hostLockRecursion, instruments.knownEnds()));
        broken.addAll(ContextRules.of(kernel, run.jiffies() * 1000));
        if (races != null) {
            races.finish().forEach(race -> broken.add(new Finding(
                    race.kind() == Race.Kind.RACE ? Invariant.DATA_RACES : Invariant.STORAGE, "", run.jiffies() * 1000,
                    race.second().context(), race.toString())));
        }
        List<String> notes = new ArrayList<>(instruments.findings.notes());
        notes.addAll(ContextRules.notes(run, kernel.lockOrder(), instruments.hostLockRecursion, instruments.knownEnds()));
        return world.result(broken, notes, run);
    }

    /** Closes the channel; not the kernel. A task that loops may still use it. */
    @Override
    public void close() {
        if (!kernel.isAbandoned()) {
            world.channel().close();
        }
    }
}
