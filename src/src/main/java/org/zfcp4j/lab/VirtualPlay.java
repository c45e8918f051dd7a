// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.function.Consumer;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** Plays a world in the virtual kernel. */
final class VirtualPlay {
    private VirtualPlay() {
    }

    static WorldResult play(WorldConfig config, Consumer<World> script) {
        VirtualConfig settings = new VirtualConfig().scheduler(config.scheduler());
        VirtualWorld.configure(config, settings);
        try (VirtualKernel kernel = new VirtualKernel(settings); VirtualWorld world = new VirtualWorld(config, kernel, script)) {
            return world.result(kernel.run(world::main));
        }
    }
}
