// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Secondary results: a histogram of the missing buffers that refills found, and their sum; all threads of a run together. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class MetDeficits {
    public long missing0;
    public long missing1;
    public long missing2;
    public long missing3to4;
    public long missing5to8;
    public long missing9to16;
    public long missing17to32;
    public long missing33up;
    public long missingSum;

    /** Adds counts of refills by deficit. */
    void add(long[] deficits) {
        for (int missing = 0; missing < deficits.length; missing++) {
            add(missing, deficits[missing]);
        }
    }

    private void add(int missing, long refills) {
        missingSum += missing * refills;
        // by the bits of one less: 1 and 2 alone, then up to each power of two
        switch (missing < 2 ? missing : Integer.SIZE + 1 - Integer.numberOfLeadingZeros(missing - 1)) {
            case 0 -> missing0 += refills;
            case 1 -> missing1 += refills;
            case 2 -> missing2 += refills;
            case 3 -> missing3to4 += refills;
            case 4 -> missing5to8 += refills;
            case 5 -> missing9to16 += refills;
            case 6 -> missing17to32 += refills;
            default -> missing33up += refills;
        }
    }
}
