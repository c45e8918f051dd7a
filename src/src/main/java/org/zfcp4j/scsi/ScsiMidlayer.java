// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;

import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Work;

/** The functions of the SCSI midlayer that zfcp calls. */
public interface ScsiMidlayer {
    /** {@code scsi_host_alloc} asks this first: false lets it fail. */
    boolean mayAllocHost();

    /** {@code scsi_add_host}: 0 or a negative errno. */
    int addHost(ScsiHost host, Device parent);

    /** {@code scsi_remove_host}. */
    void removeHost(ScsiHost host);

    /** {@code scsi_host_put}. */
    void putHost(ScsiHost host);

    /** {@code scsi_scan_target}: process context; may call slave_alloc. */
    void scanTarget(ScsiHost host, FcRport rport, int channel, int id, long lun, int rescan);

    /** {@code scsi_queue_work}: on the host's own work queue. */
    boolean queueWork(ScsiHost host, Work work);

    /** {@code scsi_device_lookup}: with a reference, or null. */
    ScsiDevice deviceLookup(ScsiHost host, int channel, int id, long lun);

    /** {@code scsi_remove_device}. */
    void removeDevice(ScsiDevice device);

    /** {@code scsi_change_queue_depth}. */
    void changeQueueDepth(ScsiDevice device, int depth);

    /**
     * {@code blk_add_driver_data} with a {@code struct zfcp_blk_drv_data}: what block tracing may record about a command that
     * is about to complete. Interrupt context; must not block.
     *
     * @param flags ZFCP_BLK_ bits; without ZFCP_BLK_LAT_VALID the latencies mean nothing
     * @param outbUsage free request SBALs when the command was sent
     * @param channelLat time in the channel, in the unit of the channel's timer
     * @param fabricLat time in the fabric, in the same unit
     */
    default void blkAddDriverData(ScsiCmnd command, int flags, int inbUsage, int outbUsage, long channelLat,
            long fabricLat) {
    }
}
