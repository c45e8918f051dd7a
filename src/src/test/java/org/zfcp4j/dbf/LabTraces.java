// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.dbf;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.zfcp4j.dbf.judge.Judge;
import org.zfcp4j.dbf.judge.JudgeOptions;
import org.zfcp4j.dbf.judge.Remark;
import org.zfcp4j.dbf.judge.Remark.Weight;
import org.zfcp4j.dbf.read.Capture;
import org.zfcp4j.dbf.read.TraceFolder;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.lab.WorldResult;
import org.zfcp4j.trace.S390dbfText;
import org.zfcp4j.trace.SystemTraces;
import org.zfcp4j.trace.TraceRecord;
import org.zfcp4j.zfcp.def.Level;

/** Runs of the lab, whose traces are written, read and judged like those of a machine. */
public final class LabTraces {
    /** Of a machine on which nobody has set it. */
    public static final int USUAL_LEVEL = 3;
    public static final int FULL_LEVEL = 6;

    private LabTraces() {
    }

    /** Plays a script on one device. */
    public static WorldResult play(Level level, Consumer<World> script) {
        return World.play(new WorldConfig().devices(1).level(level).journal(true), script);
    }

    /** As they are read back. */
    public static List<Capture> captures(Path folder, WorldResult result, int level, UnaryOperator<List<TraceRecord>> change)
            throws Exception {
        SystemTraces system = new SystemTraces(level, result.system().devices(), result.system().records(), result.system().messages());
        List<TraceRecord> records = result.records().stream().filter(record -> record.level() <= level).toList();
        assertFalse(records.isEmpty(), "nothing was traced");
        S390dbfText.write(folder, system, change.apply(records));
        return TraceFolder.read(folder, null, TraceFolder.MOST_RECORDS);
    }

    /** What is said about all devices. */
    public static List<Remark> judge(Path folder, WorldResult result, int level) throws Exception {
        return judge(folder, result, level, UnaryOperator.identity());
    }

    /** The same with other records. */
    public static List<Remark> judge(Path folder, WorldResult result, int level, UnaryOperator<List<TraceRecord>> change) throws Exception {
        return captures(folder, result, level, change).stream()
                .flatMap(capture -> Judge.judge(capture, JudgeOptions.DEFAULT).stream()).toList();
    }

    /** The kinds of that weight. */
    public static Set<String> kinds(List<Remark> remarks, Weight weight) {
        Set<String> kinds = new TreeSet<>();
        remarks.stream().filter(remark -> remark.weight() == weight).forEach(remark -> kinds.add(remark.kind()));
        return kinds;
    }
}
