// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.scsi.FcRport;

/** What the FC transport class asks of the driver. Process context. */
final class Transport {
    /** The driver traces that, whatever comes of it. */
    private static final String TAG = "sctrpi";

    private Transport() {
    }

    /** I/O of a remote port is to end. No effect without one. */
    static void endIo(World world, FcpDevice device, FcRport rport) {
        if (rport == null) {
            return;
        }
        long before = world.recorded(device, TAG);
        rport.host.transport.terminateRportIo(rport);
        if (world.recorded(device, TAG) == before) {
            world.violated(Invariant.TRACE, device.busId(), "I/O of a remote port was ended, and nothing is recorded");
        }
    }
}
