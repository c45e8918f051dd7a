// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.zfcp4j.qdio.CcwDevice;

/** State of a checker for each device. A world has a handful, so that a list is searched faster than a map. */
final class PerDevice<T> {
    private final List<CcwDevice> devices = new ArrayList<>();
    private final List<T> states = new ArrayList<>();
    private final Function<CcwDevice, T> create;

    PerDevice(Function<CcwDevice, T> create) {
        this.create = create;
    }

    T of(CcwDevice device) {
        for (int i = 0; i < devices.size(); i++) {
            if (devices.get(i) == device) {
                return states.get(i);
            }
        }
        T state = create.apply(device);
        devices.add(device);
        states.add(state);
        return state;
    }

    /** By the name of a trace area or a bus id; null if the device is not known. */
    T named(String busId) {
        for (int i = 0; i < devices.size(); i++) {
            if (devices.get(i).busId().equals(busId)) {
                return states.get(i);
            }
        }
        return null;
    }
}
