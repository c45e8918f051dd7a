// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab;

import java.util.List;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.lab.check.Finding;
import org.zfcp4j.lab.check.Invariant;
import org.zfcp4j.trace.SystemTraces;
import org.zfcp4j.trace.TraceRecord;

/**
 * The result of a world.
 *
 * @param limit status read buffers that the channel tolerates
 * @param maxSrbs the most that were posted at a time, of any device
 * @param up whether all adapters were up when the script was over
 * @param findings broken invariants, in the order of time
 * @param notes what is no mistake, but close to one: the locks that the driver takes in both orders
 * @param tags trace tags of what triggered recovery, each once, in the order of time
 * @param records all trace records
 * @param system what the machine traced and logged besides; nothing without a journal
 * @param events what happened; empty without a journal
 * @param micros how long it took, by the clock of the kernel
 * @param run of the virtual kernel; null of the real one
 */
public record WorldResult(int limit, int maxSrbs, boolean up, List<Finding> findings, List<String> notes,
        List<String> tags, List<TraceRecord> records, SystemTraces system, List<Event> events, long micros, RunResult run) {
    /** The same without the large parts: of many runs, only the findings matter. */
    public WorldResult summary() {
        return new WorldResult(limit, maxSrbs, up, findings, notes, tags, List.of(), SystemTraces.NONE, List.of(), micros, null);
    }

    /** True if an invariant did not hold. */
    public boolean violated() {
        return !findings.isEmpty();
    }

    /** True if somebody waits forever. */
    public boolean deadlocked() {
        return findings.stream().anyMatch(finding -> finding.invariant() == Invariant.PROGRESS);
    }
}
