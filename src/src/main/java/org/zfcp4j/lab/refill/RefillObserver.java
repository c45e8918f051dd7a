// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** Observes a run, not only its end. */
public interface RefillObserver {
    /** Sees nothing. */
    RefillObserver NONE = new RefillObserver() { };

    /** Where trace records go. */
    default DebugArea.Sink traces(VirtualKernel kernel) {
        return (area, level, tod, record, length) -> { };
    }

    /** The world is there, and has not run yet. */
    default void started(VirtualKernel kernel, RefillWorld world) {
    }
}
