// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.fake;

import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;

/** Sees every call of the driver into the SCSI midlayer and the FC transport, and its effect. */
public interface MidlayerObserver {
    default void addHost(ScsiHost host) {
    }

    default void removeHost(ScsiHost host) {
    }

    /** The driver asks for a scan of one LUN. */
    default void scanTarget(ScsiHost host, int target, long lun, int mode) {
    }

    /** The midlayer scans a LUN; {@code existing} if there is a device already. */
    default void scan(ScsiHost host, int target, long lun, boolean existing) {
    }

    default void slaveAlloc(ScsiDevice device) {
    }

    default void slaveAllocDone(ScsiDevice device, int rc) {
    }

    default void removeDevice(ScsiDevice device) {
    }

    default void slaveDestroyDone(ScsiDevice device) {
    }

    default void queuecommand(ScsiCmnd command) {
    }

    default void queuecommandDone(ScsiCmnd command, int rc) {
    }

    default void scsiDone(ScsiCmnd command) {
    }

    default void remotePortAdd(ScsiHost host, FcRport rport, boolean reused) {
    }

    default void remotePortDelete(FcRport rport) {
    }

    default void removeFcHost(ScsiHost host) {
    }

    default void postEvent(ScsiHost host, int code, int data) {
    }
}
