// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zfcp4j.kernel.real.RealKernel;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.check.Findings;
import org.zfcp4j.lab.check.Invariant;

/** Plays a world on threads, by the wall clock, with the channel in its own native thread. */
final class RealPlay {
    private static final long SCRIPT_MILLIS = 600_000;
    private static final long REMOVAL_MILLIS = 30_000;

    private RealPlay() {
    }

    static WorldResult play(WorldConfig config, Consumer<World> script) {
        RealKernel kernel = new RealKernel();
        World world = new World(config, kernel, new ScarceMemory(config.seed()));
        Findings findings = world.instruments().findings;
        RealChannel running = new RealChannel(kernel, world.channel());
        boolean over = false;
        try {
            over = live(world, script, findings);
            List<Finding> broken = new ArrayList<>(findings.list());
            if (kernel.failure() != null) {
                broken.add(new Finding(Invariant.CONTEXT, "", kernel.jiffies() * 1000, "", kernel.failure().toString()));
            }
            return world.result(broken, findings.notes(), null);
        } finally {
            running.stop();
            // Threads that are stuck may still use the storage.
            if (over) {
                kernel.close();
                world.channel().close();
            }
        }
    }

    /** False if threads of the driver are stuck; then nothing can be removed. */
    private static boolean live(World world, Consumer<World> script, Findings findings) {
        if (!new RealRun("user", () -> world.play(script)).endsWithin(SCRIPT_MILLIS) || world.isRecovering()) {
            findings.add(Invariant.PROGRESS, "", String.join("; ", RealRun.whereabouts()));
            return false;
        }
        world.devices().forEach(world.instruments()::checkCounters);
        if (!new RealRun("user", world::remove).endsWithin(REMOVAL_MILLIS)) {
            findings.add(Invariant.PROGRESS, "", "removal: " + String.join("; ", RealRun.whereabouts()));
            return false;
        }
        return true;
    }
}
