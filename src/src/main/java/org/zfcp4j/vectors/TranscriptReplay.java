// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.List;
import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.virtual.Outcome;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualConfig;

/**
 * Replays one transcript: runs the port in the recorded environment, does at each time what the recorded environment did, and
 * compares what the port does.
 */
public final class TranscriptReplay {
    /** For queues, buffers and data; also the unit in which storage grows. */
    private static final long BASE_STORAGE = 32 << 20;
    /** More than a request with its QTCB takes. */
    private static final long STORAGE_A_LINE = 4096;
    private static final int FIRST_DEVICE = 0x1900;
    /** When the TOD clock began, in microseconds since 1970: the recorded one begins with the recording. */
    private static final long TOD_BEGIN = -(Kernel.TOD_UNIX_EPOCH >>> 12);
    /** How long the port may go on after the end of the recording before the replay is given up. */
    private static final long OVERTIME_MILLIS = 600_000;
    /** Operations after which a replay that does not end is given up: far more than it takes. */
    private static final long STEPS = 1_000_000;
    private static final long STEPS_A_LINE = 500;

    private final Recording recording;
    private final Cursor cursor;
    private final Comparison comparison;

    private TranscriptReplay(Recording recording) {
        this.recording = recording;
        this.cursor = new Cursor(recording);
        this.comparison = new Comparison(cursor);
    }

    /** Any thread; keeps nothing, throws nothing: what is wrong with the recording or the replay is the result. */
    public static ReplayResult replay(Recording recording) {
        try {
            return new TranscriptReplay(recording).run();
        } catch (SkipException e) {
            return ReplayResult.skipped(recording.name(), e.getMessage());
        } catch (RuntimeException | Error e) {
            return failed(recording, e);
        }
    }

    private static ReplayResult failed(Recording recording, Throwable failure) {
        return ReplayResult.error(recording.name(), -1, failure instanceof MalformedLineException ? failure.getMessage()
            : "the replay failed: " + Blame.describe(failure));
    }

    private ReplayResult run() {
        ScenarioParameters parameters = new ScenarioParameters(recording);
        if (parameters.hz() != Kernel.HZ) {
            throw new SkipException("recorded with HZ=" + parameters.hz() + ", the port has HZ=" + Kernel.HZ
                + ": timers expire at other times");
        }
        int random = parameters.random();
        int size = recording.lines().size();
        GuidedScheduler scheduler = new GuidedScheduler(cursor, recording.isWorkQueueFirst());
        VirtualConfig config = new VirtualConfig()
            .scheduler(scheduler)
            .storageSize(storage(size)).stepLimit(STEPS + (long) size * STEPS_A_LINE).stopsOnViolation(false).endsWithMain(true)
            .killTakesBack(true).startMicros(TOD_BEGIN).timeLimit(recording.lines().get(size - 1).time() + OVERTIME_MILLIS)
            .random(bound -> Math.min(random, bound - 1)).allocation(new MemoryScript(cursor));
        LateWorkers late = new LateWorkers(cursor, recording.meta().text("desc"));
        Conductor conductor = new Conductor(cursor, comparison);
        ExplainedDifferences sink = new ExplainedDifferences(comparison);
        try (ReplayWorld world = new ReplayWorld(config, parameters.module(), parameters.policy(), parameters.level(),
            parameters.timing(), sink)) {
            sink.connect(world);
            world.module().nodename = parameters.nodename();
            if (parameters.tellsTasklets()) {
                world.kernelEvents().tellTasklets();
            }
            config.workerDelay(worker -> late.delay(worker, world.kernel().jiffies()));
            addDevices(world, conductor);
            ScriptActions actions = new ScriptActions(world, cursor, comparison, conductor);
            conductor.actIn(actions::perform);
            actions.beforeYield(scheduler::giveWay);
            cursor.onAdvance(conductor::advanced);
            Script script = new Script(world, cursor, actions);
            world.onRemotePort(script::remotePortAdded);
            world.onRemotePortDeleted(script::remotePortDeleted);
            world.sampleOnly(parameters::isSampled);
            world.onRemoved(script::removed);
            stopOnDifference(world);
            return result(world.kernel().run(script::run));
        }
    }

    /** Requests that are never answered keep their storage: there is some for every line. */
    private static long storage(int lines) {
        long needed = BASE_STORAGE + (long) lines * STORAGE_A_LINE;
        return (needed + BASE_STORAGE - 1) / BASE_STORAGE * BASE_STORAGE;
    }

    private void addDevices(ReplayWorld world, Conductor conductor) {
        conductor.connect(world);
        boolean atOnce = world.module().level.queueScan().scanThreshold() == 0;
        int last = recording.lines().stream().filter(line -> line.has("a")).mapToInt(Line::adapter).max().orElse(0);
        for (int a = 0; a <= last; a++) {
            RecordedChannel channel = new RecordedChannel(cursor, a, atOnce);
            channel.connect(world, world.add("0.0." + Integer.toHexString(FIRST_DEVICE + a), channel));
            conductor.add(channel);
        }
        conductor.ring();
    }

    /** Lets the context that left the recording run on to where it blocks, so that the report shows more than one line. */
    private void stopOnDifference(ReplayWorld world) {
        world.onQuiesce(() -> {
            if (comparison.difference() != null) {
                world.kernel().stop("difference");
            }
        });
    }

    private ReplayResult result(RunResult run) {
        if (comparison.difference() == null && run.failure() instanceof SkipException skip) {
            return ReplayResult.skipped(recording.name(), skip.getMessage());
        }
        if (run.outcome() == Outcome.PANIC) {
            acceptPanic();
        }
        if (comparison.difference() == null && run.failure() != null) {
            if (run.failure() instanceof ReplayFailure) {
                comparison.fail("the replay cannot go on: " + run.failure().getMessage());
            } else if (run.failure() instanceof MalformedLineException || Blame.isReplay(run.failure())) {
                return failed(recording, run.failure());
            } else {
                comparison.fail("the port failed: " + Blame.describe(run.failure()));
            }
        }
        if (comparison.difference() == null && !run.violations().isEmpty()) {
            comparison.fail("a rule of the kernel was broken: " + run.violations().get(0));
        }
        if (comparison.difference() == null && (endsWithOops() || hangs(run))) {
            return ReplayResult.passed(recording.name());
        }
        if (comparison.difference() == null && cursor.peek() != null) {
            comparison.fail("the port does nothing any more: " + run);
        }
        return comparison.difference() == null ? ReplayResult.passed(recording.name())
            : ReplayResult.differs(recording.name(), comparison.difference());
    }

    /** The recorded driver used a null address, and there is nothing after it; the port goes on. */
    private boolean endsWithOops() {
        Line next = cursor.peek();
        return next != null && next.event().equals("oops");
    }

    /** The recorded kernel hangs, so what its environment tells after that has no counterpart: the port hangs, too. */
    private boolean hangs(RunResult run) {
        List<Line> last = cursor.before(1);
        return run.outcome() == Outcome.DEADLOCK && !last.isEmpty() && last.get(0).event().equals("tasklet")
            && last.get(0).text("result").equals(KernelEvents.KILL_HANGS);
    }

    private void acceptPanic() {
        Line next = cursor.peek();
        if (next != null && next.event().equals("panic")) {
            comparison.accept(next);
        }
    }
}
