// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi;

import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Port;

/**
 * Requests for a remote port of the FC transport class to be registered or blocked; {@code rport_work} does it later, the last
 * request wins. Any context. A pending work item holds a reference on its port.
 */
public final class Rports {
    private Rports() {
    }

    /** {@code zfcp_scsi_schedule_rport_register}. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_schedule_rport_register")
    public static void scheduleRportRegister(Port port) {
        port.dev.get();
        port.rportTask = Port.RportTask.RPORT_ADD;

        if (!port.adapter.workQueue.queue(port.rportWork)) {
            port.dev.put();
        }
    }

    /** {@code zfcp_scsi_schedule_rport_block}: a port without a remote port has nothing to block, but the request is kept. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_schedule_rport_block")
    public static void scheduleRportBlock(Port port) {
        port.dev.get();
        port.rportTask = Port.RportTask.RPORT_DEL;

        if (port.rport != null && port.adapter.workQueue.queue(port.rportWork)) {
            return;
        }
        port.dev.put();
    }

    /** {@code zfcp_scsi_schedule_rports_block}: for all ports of the adapter. */
    @LinuxSource("zfcp_scsi.c:zfcp_scsi_schedule_rports_block")
    public static void scheduleRportsBlock(Adapter adapter) {
        adapter.portListLock.readLockIrq();
        for (ListNode<Port> node = adapter.portList.first(); node != null; node = adapter.portList.next(node)) {
            scheduleRportBlock(node.owner());
        }
        adapter.portListLock.readUnlockIrq();
    }
}
