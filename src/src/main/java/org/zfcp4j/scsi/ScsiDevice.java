// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;

import org.zfcp4j.kernel.ListNode;

/**
 * The fields of {@code struct scsi_device} that zfcp uses. Reference counting belongs to the midlayer that made it.
 */
public abstract class ScsiDevice {
    /** Values of {@code sdev_state} that zfcp looks at. */
    public enum State {
        CREATED, RUNNING, CANCEL, DEL
    }

    @SuppressWarnings("this-escape")
    public final ListNode<ScsiDevice> siblings = new ListNode<>(this);
    public final ScsiHost host;
    public final int channel;
    public final int id;
    /** LUN as the kernel's integer (see {@code scsilun_to_int}). */
    public final long lun;
    /** The remote port that the device's target hangs on ({@code starget_to_rport}); null when there is none. */
    public final FcRport rport;
    public volatile State state = State.CREATED;
    public int sectorSize = 512;
    /** Whether the device queues commands, as its INQUIRY data says. */
    public boolean taggedSupported = true;
    public volatile int queueDepth;
    /** {@code scsi_transport_device_data}: what the driver keeps for the device, {@link ScsiHostTemplate#newDeviceData}. */
    public Object transportData;

    protected ScsiDevice(ScsiHost host, int channel, int id, long lun, FcRport rport) {
        this.host = host;
        this.channel = channel;
        this.id = id;
        this.lun = lun;
        this.rport = rport;
    }

    /** {@code scsi_device_get}: 0, or {@code -ENXIO} once the device is being deleted. */
    public abstract int get();

    /** {@code scsi_device_put}. */
    public abstract void put();
}
