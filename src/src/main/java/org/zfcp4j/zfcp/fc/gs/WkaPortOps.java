// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fc.gs;

import static org.zfcp4j.zfcp.def.WkaPort.Status.ZFCP_FC_WKA_PORT_CLOSING;
import static org.zfcp4j.zfcp.def.WkaPort.Status.ZFCP_FC_WKA_PORT_OFFLINE;
import static org.zfcp4j.zfcp.def.WkaPort.Status.ZFCP_FC_WKA_PORT_ONLINE;
import static org.zfcp4j.zfcp.def.WkaPort.Status.ZFCP_FC_WKA_PORT_OPENING;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.WkaPort;
import org.zfcp4j.zfcp.def.WkaPorts;
import org.zfcp4j.zfcp.fsf.CloseWkaPort;
import org.zfcp4j.zfcp.fsf.OpenWkaPort;

/**
 * {@code zfcp_fc.c}: ports at well-known addresses. A port is opened by its first user and closed a little after its last.
 * The mutex is held over the whole exchange with the channel; the response handlers change the status without it. Process
 * context.
 */
public final class WkaPortOps {
    /** Jiffies that an unused port stays open, since the next user may be near. */
    private static final long CLOSE_DELAY = 10;

    private WkaPortOps() {
    }

    /**
     * {@code zfcp_fc_wka_port_get}: opens the port if need be and counts the caller as its user.
     *
     * @return 0, {@code -EIO} if it cannot be opened, {@code -ERESTARTSYS}
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_wka_port_get")
    public static int wkaPortGet(WkaPort wkaPort) {
        if (wkaPort.mutex.lockInterruptible() != 0) {
            return -Errno.ERESTARTSYS;
        }
        try {
            if (wkaPort.status == ZFCP_FC_WKA_PORT_OFFLINE || wkaPort.status == ZFCP_FC_WKA_PORT_CLOSING) {
                wkaPort.status = ZFCP_FC_WKA_PORT_OPENING;
                if (OpenWkaPort.openWkaPort(wkaPort) != 0) {
                    // Nothing was sent, so no handler will set the status.
                    wkaPort.status = ZFCP_FC_WKA_PORT_OFFLINE;
                    return -Errno.EIO;
                }
            }

            wkaPort.opened.waitEvent(() ->
                    wkaPort.status == ZFCP_FC_WKA_PORT_ONLINE || wkaPort.status == ZFCP_FC_WKA_PORT_OFFLINE);

            if (wkaPort.status == ZFCP_FC_WKA_PORT_ONLINE) {
                wkaPort.refcount.inc();
                return 0;
            }
            return -Errno.EIO;
        } finally {
            wkaPort.mutex.unlock();
        }
    }

    /** {@code zfcp_fc_wka_port_offline}: closes the port if it is still unused. Function of its delayed work item. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_wka_port_offline")
    static void wkaPortOffline(Work work) {
        WkaPort wkaPort = (WkaPort) work.owner();

        wkaPort.mutex.lock();
        try {
            if (wkaPort.refcount.read() != 0 || wkaPort.status != ZFCP_FC_WKA_PORT_ONLINE) {
                return;
            }

            wkaPort.status = ZFCP_FC_WKA_PORT_CLOSING;
            if (CloseWkaPort.closeWkaPort(wkaPort) != 0) {
                wkaPort.status = ZFCP_FC_WKA_PORT_OFFLINE;
                return;
            }
            wkaPort.closed.waitEvent(() -> wkaPort.status == ZFCP_FC_WKA_PORT_OFFLINE);
        } finally {
            wkaPort.mutex.unlock();
        }
    }

    /** {@code zfcp_fc_wka_port_put}: the caller uses the port no more; the last user has it closed later. Any context. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_wka_port_put")
    public static void wkaPortPut(WkaPort wkaPort) {
        if (wkaPort.refcount.decReturn() != 0) {
            return;
        }
        wkaPort.adapter.workQueue.queueDelayed(wkaPort.work, CLOSE_DELAY);
    }

    /** {@code zfcp_fc_wka_port_init}: a closed port at address {@code dId}. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_wka_port_init")
    static WkaPort wkaPortInit(int dId, Adapter adapter) {
        return new WkaPort(adapter, dId, WkaPortOps::wkaPortOffline);
    }

    /** {@code zfcp_fc_wka_port_force_offline}: the channel has forgotten the port. */
    @LinuxSource("zfcp_fc.c:zfcp_fc_wka_port_force_offline")
    private static void wkaPortForceOffline(WkaPort wka) {
        wka.work.cancelSync();
        wka.mutex.lock();
        wka.status = ZFCP_FC_WKA_PORT_OFFLINE;
        wka.mutex.unlock();
    }

    /**
     * {@code zfcp_fc_wka_ports_force_offline}: all ports are closed with the adapter. The requests must have been dismissed
     * before, else a worker that waits for the channel holds a mutex forever.
     *
     * @param gs the ports, or null
     */
    @LinuxSource("zfcp_fc.c:zfcp_fc_wka_ports_force_offline")
    public static void wkaPortsForceOffline(WkaPorts gs) {
        if (gs == null) {
            return;
        }
        wkaPortForceOffline(gs.ms());
        wkaPortForceOffline(gs.ts());
        wkaPortForceOffline(gs.ds());
        wkaPortForceOffline(gs.as());
    }
}
