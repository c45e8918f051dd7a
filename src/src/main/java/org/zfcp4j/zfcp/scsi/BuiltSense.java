// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi;

import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiConstants;
import org.zfcp4j.zfcp.def.SenseResult;

/** The result of {@code scsi_build_sense}, which level 7.1 uses: the status alone, whatever was there before. */
@LinuxSource(level = "7.1")
public final class BuiltSense extends SenseResult {
    @Override
    public void checkCondition(ScsiCmnd scmd) {
        scmd.result = ScsiConstants.SAM_STAT_CHECK_CONDITION;
    }
}
