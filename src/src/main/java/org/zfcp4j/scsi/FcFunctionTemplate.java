// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;


/** What a driver offers to the FC transport class: functions of {@code struct fc_function_template}. */
public interface FcFunctionTemplate {
    /** Process context. */
    void terminateRportIo(FcRport rport);

    FcHostStatistics getFcHostStats(ScsiHost host);

    void resetFcHostStats(ScsiHost host);

    /** One of the FC_PORTSTATE_ values of {@link FcHost}. */
    int getHostPortState(ScsiHost host);

    void setRportDevLossTmo(FcRport rport, int timeoutSeconds);
}
