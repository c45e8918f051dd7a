// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import org.zfcp4j.kernel.SharedMemory;

/** Nothing: on real threads the access itself is all there is. */
final class RealSharedMemory extends SharedMemory {
    RealSharedMemory(String name, Object owner) {
        super(name, owner);
    }

    @Override
    public void read() {
        // the layout class makes the access
    }

    @Override
    public void write() {
        // the layout class makes the access
    }
}
