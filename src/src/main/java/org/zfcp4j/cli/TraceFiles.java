// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import java.nio.file.Path;
import org.zfcp4j.lab.TraceExport;
import org.zfcp4j.lab.scenario.MomentRun;
import org.zfcp4j.trace.ChromeTrace;
import org.zfcp4j.trace.S390dbfText;

/** Writes the traces of runs, of those that were kept in full. */
final class TraceFiles {
    private final Path dbf;
    private final Path timeline;
    private final ChromeTrace trace = new ChromeTrace();

    /** @param dbf directory, or null; @param timeline file, or null */
    TraceFiles(Path dbf, Path timeline) {
        this.dbf = dbf;
        this.timeline = timeline;
    }

    /** @param alone true if there is no other run: then it needs no directory and no name of its own */
    void add(MomentRun run, boolean alone) throws UsageException {
        if (dbf != null && !run.result().records().isEmpty()) {
            OutputFile.write(alone ? dbf : dbf.resolve(run.moment().name()).resolve(run.policy()),
                    directory -> S390dbfText.write(directory, run.result().system(), run.result().records()));
        }
        if (timeline != null) {
            TraceExport.add(trace, alone ? "" : run.moment().name() + ' ' + run.policy() + ' ', run.result().events());
        }
    }

    void write() throws UsageException {
        if (timeline != null) {
            OutputFile.write(timeline, trace::write);
        }
    }
}
