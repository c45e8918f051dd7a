// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;

/** What a low-level driver offers to the SCSI midlayer: the functions of {@code struct scsi_host_template}. */
public interface ScsiHostTemplate {
    /** Any context. 0, or a SCSI_MLQUEUE_ code. */
    int queuecommand(ScsiHost host, ScsiCmnd command);

    /** Process context. {@link ScsiConstants#SUCCESS}, {@code FAILED} or {@code FAST_IO_FAIL}. */
    int ehAbortHandler(ScsiCmnd command);

    int ehDeviceResetHandler(ScsiCmnd command);

    int ehTargetResetHandler(ScsiCmnd command);

    int ehHostResetHandler(ScsiCmnd command);

    /**
     * {@code scsi_transport_reserve_device}: what the driver keeps for a device. The midlayer makes it with the device, before
     * anybody can find that on the host's list, and thus before slave_alloc.
     */
    Object newDeviceData(ScsiDevice device);

    /** 0 or a negative errno. */
    int slaveAlloc(ScsiDevice device);

    int slaveConfigure(ScsiDevice device);

    void slaveDestroy(ScsiDevice device);

    /** {@code host_reset} of sysfs. */
    int hostReset(ScsiHost host, int resetType);
}
