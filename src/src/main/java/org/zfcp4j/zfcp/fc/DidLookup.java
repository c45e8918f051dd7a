// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Port;

/** {@code zfcp_fc.c}: asks for the address of a remote port. */
public final class DidLookup {
    private DidLookup() {
    }

    /**
     * {@code zfcp_fc_trigger_did_lookup}: has the name server asked for the D_ID of the port. The queued work item holds a
     * reference on the port. Any context.
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_trigger_did_lookup")
    public static void triggerDidLookup(Port port) {
        port.dev.get();
        if (!port.adapter.workQueue.queue(port.gidPnWork)) {
            port.dev.put();
        }
    }
}
