// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;


/** A remote port of the FC transport class ({@code struct fc_rport}). */
public final class FcRport {
    public static final int FC_RPORT_ROLE_FCP_TARGET = 1;
    public static final int FC_RPORT_ROLE_FCP_INITIATOR = 2;

    /** {@code rport_to_shost}. */
    public final ScsiHost host;
    public volatile long nodeName;
    public final long portName;
    public volatile int portId;
    public volatile int roles;
    public volatile int supportedClasses;
    public volatile int maxframeSize;
    public volatile int scsiTargetId = -1;
    /** An FC_PORTSTATE_ value of {@link FcHost}. */
    public volatile int portState = FcHost.FC_PORTSTATE_ONLINE;
    public volatile int devLossTmo;
    /** {@code rport->dd_data}. */
    public volatile Object ddData;

    public FcRport(ScsiHost host, long nodeName, long portName, int portId, int roles) {
        this.host = host;
        this.nodeName = nodeName;
        this.portName = portName;
        this.portId = portId;
        this.roles = roles;
    }
}
