// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.refill.RefillWorld;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.trace.ChromeTrace;
import org.zfcp4j.trace.TraceRecord;
import org.zfcp4j.zfcp.def.Adapter;

/**
 * A schedule in the trace-event format: a track a context with a slice for each run of steps, requests as arrows from send to
 * completion, counters. A step takes a microsecond, so that the order can be seen where virtual time stands still.
 */
final class RefillTimeline {
    private static final long STEP_NANOS = 1000;
    private static final String REQUEST = "request";

    /** Something between two steps: after as many steps as have been made. */
    private record Mark(int step, String track, Kind kind, String text, long number) {
    }

    private enum Kind {
        SEND, COMPLETE, TRACE, COUNTER
    }

    private final List<Mark> marks = new ArrayList<>();
    private final Set<Long> sent = new HashSet<>();
    private VirtualKernel kernel;
    private RefillWorld world;
    private int steps;
    private int missing = -1;
    private int held = -1;
    private int free = -1;

    void watch(VirtualKernel newKernel, RefillWorld newWorld) {
        kernel = newKernel;
        world = newWorld;
        kernel.setStepListener(this::step);
    }

    /** Called before each step of any task: what has changed, the step before did. */
    private void step(Task task) {
        Adapter adapter = world.adapter();
        missing = counter("stat_miss", missing, adapter.statMiss.read());
        held = counter("SRBs at the channel", held, world.channel().srbs().held());
        int now = adapter.qdio.reqQFree.read();
        if (free > now) {
            int index = adapter.qdio.reqQIdx;
            long id = QdioBufferElement.ADDR.get(QdioBuffer.ELEMENT.at(adapter.qdio.reqQ[index], 0));
            if (id != 0 && sent.add(id)) {
                mark(Kind.SEND, "send request " + id, id);
            }
        }
        free = counter("free SBALs", free, now);
        steps++;
    }

    private int counter(String name, int old, int now) {
        if (old != now) {
            marks.add(new Mark(steps, "", Kind.COUNTER, name, now));
        }
        return now;
    }

    /** A trace record was kept. */
    void traced(TraceRecord record) {
        if (kernel == null) {
            return;
        }
        boolean completion = record.kind().equals("hba") && (record.tag().startsWith("fssrh_") || record.tag().startsWith("fs_"));
        long id = completion ? java.nio.ByteBuffer.wrap(record.bytes())
            .getLong((int) org.zfcp4j.layout.dbf.ZfcpDbfHba.FSF_REQ_ID.offset()) : 0;
        mark(completion && sent.contains(id) ? Kind.COMPLETE : Kind.TRACE, record.tag(), id);
    }

    private void mark(Kind kind, String text, long number) {
        Task task = kernel.currentTask();
        marks.add(new Mark(steps, task == null ? "start" : task.name(), kind, text, number));
    }

    void write(List<StoryLine> lines, Path file) throws IOException {
        ChromeTrace trace = new ChromeTrace();
        String device = world.adapter().busId() + ' ' + QdioConstants.QDIO_MAX_BUFFERS_PER_Q + " SBALs";
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            StoryLine line = lines.get(i);
            long at = time(line, i);
            String track = track(line);
            if (i == 0 || !isSameSlice(lines.get(i - 1), line)) {
                trace.begin(device, track, line.context(), at);
            }
            trace.begin(device, track, line.function(), at);
            JsonObject details = new JsonObject().add("operation", line.operation()).add("variable", line.variable())
                .add("before", line.before()).add("after", line.after());
            trace.instant(device, track, line.variable().isEmpty() ? line.operation() : line.variable() + line.change(), at, details);
            while (next < marks.size() && marks.get(next).step() <= i + 1) {
                add(trace, device, track, marks.get(next++), at + STEP_NANOS / 2);
            }
            trace.end(device, track, line.function(), at + STEP_NANOS - 1);
            if (i + 1 == lines.size() || !isSameSlice(line, lines.get(i + 1))) {
                trace.end(device, track, line.context(), at + STEP_NANOS - 1);
            }
        }
        trace.write(file);
    }

    /** A worker takes the name of the item that it runs. */
    private static boolean isSameSlice(StoryLine a, StoryLine b) {
        return a.task() == b.task() && a.context().equals(b.context());
    }

    private static long time(StoryLine line, int number) {
        return line.nanos() + number * STEP_NANOS;
    }

    private static String track(StoryLine line) {
        return switch (line.lane()) {
            case 0 -> "ERP thread";
            case 1 -> "work queue";
            case 2 -> line.context().contains("timer") ? "timer" : "interrupt and tasklets";
            case 3 -> "channel";
            default -> line.context();
        };
    }

    private static void add(ChromeTrace trace, String device, String track, Mark mark, long at) {
        switch (mark.kind()) {
            case COUNTER -> trace.counter(device, mark.text(), at, mark.number());
            case SEND -> trace.flowStart(device, track, REQUEST, mark.number(), at);
            case COMPLETE -> {
                trace.instant(device, track, "trace " + mark.text(), at, new JsonObject());
                trace.flowEnd(device, track, REQUEST, mark.number(), at);
            }
            case TRACE -> trace.instant(device, track, "trace " + mark.text(), at, new JsonObject());
        }
    }
}
