// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.Work;

/** {@code struct zfcp_unit}: a LUN that was configured by hand. */
public final class Unit {
    public final ListNode<Unit> list = new ListNode<>(this);
    public final Port port;
    /** Eight bytes of the FCP LUN, big-endian. */
    public final long fcpLun;
    public Device dev;
    public Work scsiWork;

    public Unit(Port port, long fcpLun) {
        this.port = port;
        this.fcpLun = fcpLun;
    }
}
