// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf.judge;

/**
 * Options of the analysis.
 *
 * @param agreedBuffers status read buffers that the channel asks for; 0 to infer it
 * @param slowMicros a request that takes longer is slow
 */
public record JudgeOptions(int agreedBuffers, long slowMicros) {
    /** Slow is more than ten seconds. */
    public static final JudgeOptions DEFAULT = new JudgeOptions(0, 10_000_000);
}
