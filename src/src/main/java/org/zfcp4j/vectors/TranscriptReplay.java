// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.TreeMap;
import org.zfcp4j.kernel.virtual.Outcome;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.VirtualConfig;

/**
 * Replays one transcript: runs the port in the recorded environment, does at each time what the recorded environment did, and
 * compares what the port does.
 */
public final class TranscriptReplay {
    private static final int STORAGE_BYTES = 32 << 20;
    private static final int FIRST_DEVICE = 0x1900;
    /** How long the port may go on after the end of the recording before the replay is given up. */
    private static final long OVERTIME_MILLIS = 600_000;
    /** Operations after which a replay that does not end is given up. */
    private static final int STEP_LIMIT = 20_000_000;

    private final Recording recording;
    private final Cursor cursor;
    private final Comparison comparison;

    private TranscriptReplay(Recording recording) {
        this.recording = recording;
        this.cursor = new Cursor(recording);
        this.comparison = new Comparison(cursor);
    }

    /**
     * Any thread; keeps nothing.
     *
     * @throws UnreadableException if what the recorded driver was set to cannot be made out
     */
    public static ReplayResult replay(Recording recording) throws UnreadableException {
        try {
            return new TranscriptReplay(recording).run();
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new UnreadableException(recording.name() + ": a line has a field of the wrong kind: " + e.getMessage(), e);
        }
    }

    private ReplayResult run() {
        ScenarioParameters parameters = new ScenarioParameters(recording);
        int random = parameters.random();
        Line lastLine = recording.lines().get(recording.lines().size() - 1);
        VirtualConfig config = new VirtualConfig()
            .scheduler(new GuidedScheduler(cursor, recording.isWorkQueueFirst()))
            .storageSize(STORAGE_BYTES).stepLimit(STEP_LIMIT).stopsOnViolation(false).endsWithMain(true)
            .killTakesBack(true).timeLimit(lastLine.time() + OVERTIME_MILLIS)
            .random(bound -> random).allocation(new MemoryScript(cursor));
        Conductor conductor = new Conductor(cursor, comparison);
        try (ReplayWorld world = new ReplayWorld(config, parameters.module(), parameters.policy(), parameters.level(), parameters.timing(),
            comparison)) {
            world.module().nodename = parameters.nodename();
            addDevices(world, conductor);
            ScriptActions actions = new ScriptActions(world, cursor, comparison, conductor);
            Script script = new Script(world, cursor, actions);
            world.onRemotePort(script::remotePortAdded);
            world.sampleOnly(parameters::isSampled);
            world.onRemoved(script::removed);
            stopOnDifference(world);
            return result(world.kernel().run(script::run));
        }
    }

    private void addDevices(ReplayWorld world, Conductor conductor) {
        conductor.connect(world);
        TreeMap<Integer, String> busIds = new TreeMap<>();
        for (Line line : recording.lines()) {
            if (line.has("a")) {
                busIds.computeIfAbsent(line.adapter(), a -> "0.0." + Integer.toHexString(FIRST_DEVICE + a));
            }
        }
        busIds.putIfAbsent(0, "0.0." + Integer.toHexString(FIRST_DEVICE));
        boolean atOnce = world.module().level.queueScan().scanThreshold() == 0;
        busIds.forEach((a, busId) -> {
            RecordedChannel channel = new RecordedChannel(cursor, a, atOnce);
            channel.connect(world, world.add(busId, channel));
            conductor.add(channel);
        });
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
            comparison.fail("the replay cannot go on: " + run.failure());
        }
        if (comparison.difference() == null && !run.violations().isEmpty()) {
            comparison.fail("a rule of the kernel was broken: " + run.violations().get(0));
        }
        if (comparison.difference() == null && cursor.peek() != null) {
            comparison.fail("the port does nothing any more: " + run);
        }
        return comparison.difference() == null ? ReplayResult.passed(recording.name())
            : ReplayResult.differs(recording.name(), comparison.difference());
    }

    private void acceptPanic() {
        Line next = cursor.peek();
        if (next != null && next.event().equals("panic")) {
            comparison.accept(next);
        }
    }
}
