// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;
import org.zfcp4j.zfcp.def.ScsiDev;

/** One FCP device of a {@link ReplayWorld}, with its channel. */
public final class ReplayDevice {
    private final int index;
    private final CcwDevice cdev;
    private final ReplayChannel channel;
    private QdioInitialize init;
    private QueueMemory queues;
    private int statusReads;

    ReplayDevice(int index, CcwDevice cdev, ReplayChannel channel) {
        this.index = index;
        this.cdev = cdev;
        this.channel = channel;
    }

    /** {@code a} of events. */
    public int index() {
        return index;
    }

    public CcwDevice cdev() {
        return cdev;
    }

    public ReplayChannel channel() {
        return channel;
    }

    /** The driver's adapter; null before the device was first set online and after it was removed. */
    public Adapter adapter() {
        Device device = cdev.device();
        return (Adapter) device.driverData();
    }

    /** The port of {@code wwpn}, or null; reads the list without its lock. */
    public Port port(long wwpn) {
        Adapter adapter = adapter();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            if (n.owner().wwpn == wwpn) {
                return n.owner();
            }
        }
        return null;
    }

    /** The driver's adapter. */
    Adapter adapterOrFail() {
        Adapter adapter = adapter();
        if (adapter == null) {
            throw new ReplayFailure("device " + cdev.busId() + " has no adapter");
        }
        return adapter;
    }

    /** The adapter's SCSI host. */
    ScsiHost hostOrFail() {
        ScsiHost host = adapterOrFail().scsiHost;
        if (host == null) {
            throw new ReplayFailure("device " + cdev.busId() + " has no SCSI host");
        }
        return host;
    }

    /** The port of {@code wwpn}. */
    Port portOrFail(long wwpn) {
        adapterOrFail();
        Port port = port(wwpn);
        if (port == null) {
            throw new ReplayFailure("no port " + Hex.name(wwpn));
        }
        return port;
    }

    /** The LUN {@code lun} of the port {@code wwpn}. */
    ScsiDevice lunOrFail(long wwpn, long lun) {
        var siblings = hostOrFail().devices;
        for (ListNode<ScsiDevice> n = siblings.first(); n != null; n = siblings.next(n)) {
            ScsiDev sdev = ScsiDev.of(n.owner());
            if (sdev.port != null && sdev.port.wwpn == wwpn && ScsiDev.fcpLun(n.owner()) == lun) {
                return n.owner();
            }
        }
        throw new ReplayFailure("no LUN " + Hex.name(lun) + " of port " + Hex.name(wwpn));
    }

    void established(QdioInitialize newInit) {
        init = newInit;
    }

    /** What the driver passed to the last establish. */
    public QdioInitialize init() {
        return init;
    }

    /** The channel has learned where the queues are. */
    public void setQueues(QueueMemory memory) {
        queues = memory;
    }

    public QueueMemory queues() {
        return queues;
    }

    /** Number of the next status read, from 1. */
    int nextStatusRead() {
        return ++statusReads;
    }
}
