// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;

/** Looks up the driver's object of a device. */
final class Adapters {
    private Adapters() {
    }

    /** The adapter of a device; null before the driver made one. */
    static Adapter of(CcwDevice device) {
        return (Adapter) device.device().driverData();
    }
}
