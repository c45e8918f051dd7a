// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.refill.RefillWorld;
import org.zfcp4j.trace.TraceRecord;

/** Observes a schedule step by step, and changes nothing. */
public interface StoryWatcher {
    /** Looks at nothing. */
    StoryWatcher NONE = new StoryWatcher() { };

    /** The world is there and has not run. */
    default void started(VirtualKernel kernel, RefillWorld world) {
    }

    /** Called by the task that is about to do what line {@code number} tells, with the state that the line before has left. */
    default void line(int number) {
    }

    /** The driver has traced something, as part of the line before; or of none, before the first. */
    default void traced(TraceRecord record) {
    }
}
