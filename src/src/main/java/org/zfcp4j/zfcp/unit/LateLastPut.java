// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.unit;

import org.zfcp4j.kernel.Device;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Configuring;
import org.zfcp4j.zfcp.def.Port;

/**
 * Ports and units that are added and removed through sysfs, as in level 7.1: a removal keeps the reference of its look-up until it
 * is done, and adding a unit first waits for pending work on the remote port, since it is scanned only if that is online.
 */
@LinuxSource(level = "7.1")
public final class LateLastPut extends Configuring {
    @Override
    public void beforeUnitAdd(Port port) {
        port.rportWork.flush();
    }

    @Override
    public void offList(Device dev) {
    }

    @Override
    public void unregistered(Device dev) {
        dev.put();
    }
}
