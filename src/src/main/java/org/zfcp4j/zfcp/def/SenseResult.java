// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;

/** The result of a command that the driver has built sense data for, as in level 5.10: the driver byte says that there are some. */
@LinuxSource(level = "5.10")
public class SenseResult {
    /** Sets the result, but for the host byte. Any context. */
    public void checkCondition(ScsiCmnd scmd) {
        scmd.setDriverByte(ScsiConstants.DRIVER_SENSE);
        scmd.result |= ScsiConstants.SAM_STAT_CHECK_CONDITION;
    }
}
