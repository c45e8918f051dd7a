// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.Timer;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** Makes the world of a case. */
public final class RefillWorlds {
    /** Name of the timer that ends a run in which the channel has rejected a buffer; not part of the story. */
    public static final String END = "end of the run";

    /** The refused SBAL is found after a second, at the latest. */
    private static final int END_MILLIS = 5000;

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
        } else if (refill.start() != RefillStart.REOPEN) {
            endLater(kernel, world);
        }
        observer.started(kernel, world);
        return world;
    }

    /**
     * Nobody recovers the adapter in this world. In level 7.1 the queues are scanned every ten seconds as long as an SBAL is out, and one
     * that the channel refused is not given back: without an end of its own, such a run had none.
     */
    private static void endLater(VirtualKernel kernel, RefillWorld world) {
        Timer end = kernel.timer(END, world, () -> kernel.stop(RefillChecks.overPosted(world)));
        world.channel().setOverPosted(() -> end.reduce(Kernel.msecsToJiffies(END_MILLIS)));
    }

    /** Where tasks forget what they know, see {@link org.zfcp4j.kernel.virtual.ForgetRule}. */
    public static boolean forgets(Task task) {
        return RefillDigests.forgets(task);
    }
}
