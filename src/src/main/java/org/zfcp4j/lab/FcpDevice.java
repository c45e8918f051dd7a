// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_ERP_FAILED;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_OPEN;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_RUNNING;
import static org.zfcp4j.zfcp.def.ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;

import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.channel.Notification;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;

/** An FCP device of a world, from both sides: the driver's and the channel's. What a scenario does to it is recorded in the journal. */
public final class FcpDevice {
    private static final int UP = ZFCP_STATUS_COMMON_OPEN | ZFCP_STATUS_COMMON_UNBLOCKED | ZFCP_STATUS_COMMON_RUNNING;

    private final World world;
    private final CcwDevice cdev;
    private final FcpSubchannel subchannel;

    FcpDevice(World world, CcwDevice cdev, FcpSubchannel subchannel) {
        this.world = world;
        this.cdev = cdev;
        this.subchannel = subchannel;
    }

    public String busId() {
        return cdev.busId();
    }

    public CcwDevice cdev() {
        return cdev;
    }

    public FcpSubchannel subchannel() {
        return subchannel;
    }

    /** The driver's adapter; null before it was first set online. */
    public Adapter adapter() {
        return (Adapter) cdev.device().driverData();
    }

    /** Sets the device online, and waits until recovery is over. Process context. */
    public void setOnline() {
        world.note(busId(), "set online");
        cdev.setOnline();
    }

    /** Sets the device offline, and waits until recovery is over. Process context. */
    public void setOffline() {
        world.note(busId(), "set offline");
        cdev.setOffline();
    }

    /** True if the adapter is open, not blocked, and not given up. */
    public boolean isUp() {
        Adapter adapter = adapter();
        if (adapter == null) {
            return false;
        }
        int status = adapter.status.read();
        return (status & UP) == UP && (status & ZFCP_STATUS_COMMON_ERP_FAILED) == 0;
    }

    /** True while recovery is pending. */
    boolean isRecovering() {
        Adapter adapter = adapter();
        return adapter != null && (adapter.status.read() & ZFCP_STATUS_ADAPTER_ERP_PENDING) != 0;
    }

    /** The channel has something to say; it waits if there is no status read buffer. */
    public void notify(String what, Notification notification) {
        world.note(busId(), what);
        subchannel.notify(notification);
    }

    /** How many status read buffers the channel tolerates. */
    public int srbLimit() {
        long limit = subchannel.get(ChannelParameter.SRB_LIMIT);
        return limit != 0 ? (int) limit : Math.max((int) subchannel.get(ChannelParameter.STATUS_READ_BUF_NUM),
                FsfConstants.FSF_STATUS_READS_RECOM);
    }
}
