// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.Set;
import java.util.stream.Collectors;
import org.zfcp4j.kernel.virtual.LockHold;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/**
 * Who is in the midst of sending a request: with {@code req_q_lock} held. All but {@code zfcp_fsf_fcp_cmnd} have seen the queues up under
 * that lock; an FCP command may be sent while they are being closed.
 */
final class Senders {
    private static final String LOCK = "req_q_lock";

    private Senders() {
    }

    /** Names of the contexts that send through a device now. */
    static Set<String> of(VirtualKernel kernel, String busId) {
        return kernel.lockHolds().stream().filter(hold -> hold.lock().equals(LOCK) && hold.owner() instanceof ZfcpQdio qdio
                && qdio.adapter.busId().equals(busId)).map(LockHold::task).collect(Collectors.toSet());
    }
}
