// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

import org.zfcp4j.layout.fsf.FsfConstants;

/**
 * What the user knows or wants to know.
 *
 * @param agreedBuffers status read buffers that the channel asks for, and takes
 * @param slowMicros a request that takes longer is slow
 */
public record JudgeOptions(int agreedBuffers, long slowMicros) {
    /** What the driver posts unless the channel asks for more; slow is more than ten seconds. */
    public static final JudgeOptions DEFAULT = new JudgeOptions(FsfConstants.FSF_STATUS_READS_RECOM, 10_000_000);
}
