// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;


/** The functions of the FC transport class that zfcp calls. */
public interface FcTransport {
    int FCH_EVT_LINKUP = 0x2;
    int FCH_EVT_LINKDOWN = 0x3;
    int FCH_EVT_RSCN = 0x5;

    /** {@code fc_remote_port_add}: process context; null when it fails. */
    FcRport remotePortAdd(ScsiHost host, int channel, long nodeName, long portName, int portId, int roles);

    /** {@code fc_remote_port_delete}. */
    void remotePortDelete(FcRport rport);

    /** {@code fc_remove_host}. */
    void removeHost(ScsiHost host);

    /** {@code fc_get_event_number}. */
    int getEventNumber();

    /** {@code fc_host_post_event}. */
    void postEvent(ScsiHost host, int eventNumber, int code, int data);

    /** {@code fc_remote_port_chkready}: 0, or a SCSI result (host byte shifted left by 16). */
    int remotePortChkready(FcRport rport);

    /** {@code fc_block_rport}: process context; 0 or {@code FAST_IO_FAIL}. */
    int blockRport(FcRport rport);

    /** {@code fc_block_scsi_eh}. */
    int blockScsiEh(ScsiCmnd command);
}
