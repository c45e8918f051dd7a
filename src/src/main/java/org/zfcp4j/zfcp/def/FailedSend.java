// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.linux.LinuxSource;

/** A send failed, and the request was looked for in the list: level 5.10 does not care whether it was there. */
@LinuxSource(level = "5.10")
public class FailedSend {
    /**
     * After the look-up. Under {@code req_q_lock}.
     *
     * @param found the request, or null if somebody else has taken it off the list; it may complete meanwhile, so it is not for use
     */
    public void lookedUp(Adapter adapter, long reqId, FsfReq found) {
    }
}
