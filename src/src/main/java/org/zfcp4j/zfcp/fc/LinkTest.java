// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Port;

/** {@code zfcp_fc.c}: asks for a test of the link to a remote port. */
public final class LinkTest {
    private LinkTest() {
    }

    /**
     * {@code zfcp_fc_test_link}: has an ADISC sent to the port; if that fails, the port is recovered. The queued work item
     * holds a reference on the port. Any context.
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_test_link")
    public static void testLink(Port port) {
        port.dev.get();
        if (!port.adapter.workQueue.queue(port.testLinkWork)) {
            port.dev.put();
        }
    }
}
