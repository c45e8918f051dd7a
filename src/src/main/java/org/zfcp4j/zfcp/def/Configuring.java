// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Device;
import org.zfcp4j.linux.LinuxSource;

/**
 * Ports and units that are added and removed through sysfs, as in level 5.10: a removal drops the reference of its look-up as soon
 * as it has taken the object off its list. Process context.
 */
@LinuxSource(level = "5.10")
public class Configuring {
    /** {@code unit_add} of a port was written. */
    public void beforeUnitAdd(Port port) {
    }

    /** The device of a port or unit is off its list, and will be unregistered. */
    public void offList(Device dev) {
        dev.put();
    }

    /** It was unregistered. */
    public void unregistered(Device dev) {
    }
}
