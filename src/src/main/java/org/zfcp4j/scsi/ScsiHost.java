// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.ListNode;
import org.zfcp4j.kernel.SpinLock;
import org.zfcp4j.linux.LinuxSource;

/** The fields of {@code struct Scsi_Host} that zfcp uses. {@link #hostLock} protects {@link #devices}. */
public final class ScsiHost {
    public final ScsiHostTemplate template;
    /** {@code hostdata[0]}: the driver's adapter. */
    public final Object hostdata;
    public final SpinLock hostLock;
    /** All devices of the host, for {@code __shost_for_each_device}. */
    public final ListHead<ScsiDevice> devices = new ListHead<>();
    /** The attributes of the FC transport class. */
    public final FcHost fc = new FcHost();

    /** {@code transportt}: what the driver offers to the FC transport class. */
    public FcFunctionTemplate transport;

    public int hostNo;
    public int maxId;
    public long maxLun;
    public int maxChannel;
    public int maxCmdLen;
    public long uniqueId;
    public int canQueue;
    public int sgTablesize;
    public int sgProtTablesize;
    public int maxSectors;
    public int protCapabilities;
    public int protGuardType;

    /** {@code scsi_host_alloc}. */
    public ScsiHost(Kernel kernel, ScsiHostTemplate template, Object hostdata) {
        this.template = template;
        this.hostdata = hostdata;
        this.hostLock = kernel.spinLock("host_lock", this);
    }

    /**
     * {@code __scsi_iterate_devices}: one step of {@code shost_for_each_device}: the next device of the host, with a reference,
     * passing over those that are being deleted. Leaving the loop early leaves that reference to the caller. Takes {@link
     * #hostLock}; any context.
     *
     * @param prev null at the start, then the device of the step before, whose reference is dropped here
     * @return null at the end
     */
    @LinuxSource("scsi.c:__scsi_iterate_devices")
    public ScsiDevice iterateDevices(ScsiDevice prev) {
        hostLock.lockIrq();
        ListNode<ScsiDevice> node = prev == null ? devices.first() : devices.next(prev.siblings);
        while (node != null && node.owner().get() != 0) {
            node = devices.next(node);
        }
        hostLock.unlockIrq();
        if (prev != null) {
            prev.put();
        }
        return node == null ? null : node.owner();
    }
}
