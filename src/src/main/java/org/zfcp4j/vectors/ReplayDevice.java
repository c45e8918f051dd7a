// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;

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

    /** The port of {@code wwpn}, or null; looks at the list without its lock. */
    public Port port(long wwpn) {
        Adapter adapter = adapter();
        for (ListNode<Port> n = adapter.portList.first(); n != null; n = adapter.portList.next(n)) {
            if (n.owner().wwpn == wwpn) {
                return n.owner();
            }
        }
        return null;
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
