// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.zfcp4j.kernel.debug.DebugArea;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.refill.RefillObserver;
import org.zfcp4j.lab.refill.RefillWorld;
import org.zfcp4j.trace.TraceLog;
import org.zfcp4j.trace.TraceRecord;

/** A schedule of a refill case step by step, with what follows it and what the driver traced. */
public final class RefillStory implements RefillObserver {
    private final Schedule schedule;
    private final StoryWatcher watcher;
    private final RefillTimeline timeline = new RefillTimeline();
    private TraceLog log;
    private RefillWorld played;
    private List<StoryLine> lines;
    private Execution execution;
    private int preemptions;

    private RefillStory(Schedule schedule, StoryWatcher watcher) {
        this.schedule = schedule;
        this.watcher = watcher;
    }

    /** @throws IllegalArgumentException if the program has no such schedule */
    public static RefillStory of(RefillProgram program, Schedule schedule) {
        return of(program, schedule, StoryWatcher.NONE);
    }

    /** The same, with an observer of each step. */
    public static RefillStory of(RefillProgram program, Schedule schedule, StoryWatcher watcher) {
        RefillStory story = new RefillStory(schedule, watcher);
        Story.Told told = Story.of(program.toTheEnd(story), schedule, watcher::line);
        story.lines = told.lines();
        story.execution = told.execution();
        story.preemptions = told.preemptions();
        return story;
    }

    @Override
    public DebugArea.Sink traces(VirtualKernel kernel) {
        log = new TraceLog(kernel, record -> {
            timeline.traced(record);
            watcher.traced(record);
        });
        return log;
    }

    @Override
    public void started(VirtualKernel kernel, RefillWorld world) {
        timeline.watch(kernel, world);
        watcher.started(kernel, world);
        played = world;
    }

    public Schedule schedule() {
        return schedule;
    }

    /** The steps, in order. */
    public List<StoryLine> lines() {
        return lines;
    }

    /** The run to its end. */
    public Execution execution() {
        return execution;
    }

    /** What is wrong, one line; null if nothing is. */
    public String fault() {
        return execution.fault();
    }

    /** Those of the schedule. */
    public int preemptions() {
        return preemptions;
    }

    public long steps() {
        return execution.result().steps();
    }

    /** The most status read buffers that were with the channel at a time, those that it refused included. */
    public int mostSrbs() {
        return played.channel().srbs().most();
    }

    /** True if the adapter is open at the end. */
    public boolean adapterUp() {
        return played.adapterUp();
    }

    /** What the driver traced. */
    public List<TraceRecord> records() {
        return log.records();
    }

    /** Writes it in the trace-event format. */
    public void writeTimeline(Path file) throws IOException {
        timeline.write(lines, file);
    }
}
