// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.erp;

import java.util.function.Consumer;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/**
 * {@code __shost_for_each_device} as recovery uses it. The caller holds the host's {@code host_lock}, so no device comes or
 * goes. Every device that is listed is met: also one whose slave_alloc has yet to run, whose status word keeps what is done to it
 * here, and one that was removed and that somebody still refers to.
 */
public final class LunWalk {
    private LunWalk() {
    }

    /** Calls {@code action} for each LUN of the host. */
    public static void forEach(ScsiHost shost, Consumer<ScsiDev> action) {
        for (ListNode<ScsiDevice> node = shost.devices.first(); node != null; node = shost.devices.next(node)) {
            action.accept(ScsiDev.of(node.owner()));
        }
    }

    /** Calls {@code action} for each LUN below {@code port}. */
    public static void forEachOf(Port port, Consumer<ScsiDev> action) {
        forEach(port.adapter.scsiHost, zsdev -> {
            if (zsdev.port == port) {
                action.accept(zsdev);
            }
        });
    }
}
