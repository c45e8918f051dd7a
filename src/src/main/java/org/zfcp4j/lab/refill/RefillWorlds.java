// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** Makes the world of a case. */
public final class RefillWorlds {
    private RefillWorlds() {
    }

    /**
     * A world at its start.
     *
     * @param stops whether its run ends as soon as the channel has got a buffer too many
     */
    public static RefillWorld start(VirtualKernel kernel, RefillCase refill, boolean stops, RefillObserver observer) {
        DebugArea.Sink traces = observer.traces(kernel);
        RefillWorld world = refill.start() == RefillStart.REOPEN ? new ReopenFixture(kernel, refill, traces)
            : new RefillFixture(kernel, refill, traces);
        if (stops) {
            world.channel().setOverPosted(() -> kernel.stop(RefillChecks.overPosted(world)));
        }
        observer.started(kernel, world);
        return world;
    }

    /** Where tasks forget what they know, see {@link org.zfcp4j.kernel.virtual.ForgetRule}. */
    public static boolean forgets(Task task) {
        return RefillDigests.forgets(task);
    }
}
