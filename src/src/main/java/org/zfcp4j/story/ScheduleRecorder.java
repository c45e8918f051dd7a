// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.story;

import java.util.ArrayList;
import java.util.List;
import org.zfcp4j.explore.CFunctions;
import org.zfcp4j.explore.RefillStory;
import org.zfcp4j.explore.StoryLine;
import org.zfcp4j.explore.StoryWatcher;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.Lane;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.refill.RefillWorld;
import org.zfcp4j.trace.TraceRecord;

/** Records a schedule of a refill case, operation by operation. */
public final class ScheduleRecorder implements StoryWatcher {
    /** The state before each line. */
    private final List<MachineState> states = new ArrayList<>();
    private final List<List<String>> calls = new ArrayList<>();
    private final List<List<TraceRecord>> records = new ArrayList<>();
    private MachineReader reader;
    private String device = "";

    @Override
    public void started(VirtualKernel kernel, RefillWorld world) {
        reader = new MachineReader(kernel, world.adapter().busId(), world::adapter);
        device = world.adapter().busId();
    }

    @Override
    public void line(int number) {
        states.add(reader.read());
        calls.add(CFunctions.callChain());
        records.add(new ArrayList<>());
    }

    @Override
    public void traced(TraceRecord record) {
        if (!records.isEmpty()) {
            records.get(records.size() - 1).add(record);
        }
    }

    /** What was recorded of the schedule that {@code story} tells. */
    public Playback playback(RefillStory story, RefillCase refill) {
        List<Step> steps = new ArrayList<>();
        boolean told = story.fault() == null;
        List<StoryLine> lines = story.lines();
        for (int i = 0; i < lines.size(); i++) {
            MachineState state = states.get(Math.min(i + 1, states.size() - 1));
            boolean last = i + 1 == lines.size();
            boolean breaks = !told && (last || state.posted() > refill.limit());
            told |= breaks;
            steps.add(step(lines.get(i), calls.get(i), state, records.get(i), breaks ? List.of(story.fault()) : List.of()));
        }
        MachineState start = states.isEmpty() ? MachineState.NONE : states.get(0);
        return new Playback(Verdicts.about(story, refill, device), start, steps, 0);
    }

    private static Step step(StoryLine line, List<String> calls, MachineState state, List<TraceRecord> traced, List<String> broken) {
        String text = line.operation() + (line.variable().isEmpty() ? "" : " " + line.variable() + line.change());
        if (!traced.isEmpty() && line.variable().startsWith("dbf->")) {
            text = "trace " + traced.get(0).tag();
        }
        boolean changes = !line.before().equals(line.after());
        return new Step(line.nanos(), lane(line).ordinal(), line.context(), calls, text, line.variable(), line.before(),
                line.after(), line.tells() || !traced.isEmpty() || !broken.isEmpty() || changes && line.notable(), line.preempts(),
                state, List.copyOf(traced), broken);
    }

    private static Lane lane(StoryLine line) {
        return switch (line.lane()) {
            case 0 -> Lane.ERP;
            case 1 -> Lane.WORK;
            case 2 -> line.context().contains("timer") ? Lane.TIMER : Lane.INTERRUPT;
            case 3 -> Lane.CHANNEL;
            default -> Lane.USER;
        };
    }
}
