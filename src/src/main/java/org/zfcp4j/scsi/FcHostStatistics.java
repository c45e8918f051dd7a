// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.scsi;

/** {@code struct fc_host_statistics}, as far as zfcp fills it; counters. */
public final class FcHostStatistics {
    public long secondsSinceLastReset;
    public long txFrames;
    public long txWords;
    public long rxFrames;
    public long rxWords;
    public long lipCount;
    public long nosCount;
    public long errorFrames;
    public long dumpedFrames;
    public long linkFailureCount;
    public long lossOfSyncCount;
    public long lossOfSignalCount;
    public long primSeqProtocolErrCount;
    public long invalidTxWordCount;
    public long invalidCrcCount;
    public long fcpInputRequests;
    public long fcpOutputRequests;
    public long fcpControlRequests;
    public long fcpInputMegabytes;
    public long fcpOutputMegabytes;
}
