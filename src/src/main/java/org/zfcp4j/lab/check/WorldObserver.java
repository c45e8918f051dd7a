// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.List;
import org.zfcp4j.channel.StepResult;
import org.zfcp4j.kernel.KernelObserver;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioObserver;

/**
 * What can be seen of a world. All methods run in the context that caused it, one at a time, some with spin locks held: they
 * must neither block nor call the driver.
 */
public interface WorldObserver extends KernelObserver, QdioObserver {
    /** The channel did something; virtual kernel only. The object is valid during the call only. */
    default void channelStep(StepResult step) {
    }

    /** The driver traced something; the bytes are valid during the call only. */
    default void traced(DebugArea area, int level, byte[] record, int length) {
    }

    /** The scenario is over and nothing is in flight. */
    default void settled(List<CcwDevice> devices) {
    }

    /** All devices were removed from the driver. */
    default void removed(List<CcwDevice> devices) {
    }
}
