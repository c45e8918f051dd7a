// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.zfcp4j.kernel.virtual.AccessListener;
import org.zfcp4j.kernel.virtual.Choice;
import org.zfcp4j.kernel.virtual.FifoScheduler;
import org.zfcp4j.kernel.virtual.ReplayScheduler;
import org.zfcp4j.kernel.virtual.Schedule;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Shared;
import org.zfcp4j.kernel.virtual.Task;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** Repeats a schedule and records what each step does; after the end of the schedule, what follows from it. */
public final class Story implements Scheduler, AccessListener {
    private final Program program;
    private final ReplayScheduler replay;
    private final IntConsumer beforeLine;
    private final List<StoryLine> lines = new ArrayList<>();
    private VirtualKernel kernel;
    private Program.Instance instance;
    private Task last;
    private boolean preempted;
    private int preemptions;
    /** The variable of the last line, which has not been looked at again; null for none. */
    private Shared shown;

    private Story(Program program, Schedule schedule, IntConsumer beforeLine) {
        this.program = program;
        this.beforeLine = beforeLine;
        this.replay = new ReplayScheduler(schedule, new FifoScheduler());
    }

    /**
     * The recorded story.
     *
     * @param execution how it ended
     * @param preemptions those of the schedule
     */
    public record Told(Execution execution, List<StoryLine> lines, int preemptions) {
    }

    /** @throws IllegalArgumentException if the program does not have such a schedule */
    public static Told of(Program program, Schedule schedule) {
        return of(program, schedule, line -> { });
    }

    /** @param beforeLine called with the number of each line, by the task that is about to do what it tells */
    static Told of(Program program, Schedule schedule, IntConsumer beforeLine) {
        Story story = new Story(program, schedule, beforeLine);
        Execution execution = Execution.run(program, new Execution.Settings(story).platformThreads().accesses(story)
            .onStart(story::start));
        if (execution.result().failure() instanceof ReplayScheduler.Divergence divergence) {
            throw new IllegalArgumentException("the schedule does not fit: " + divergence.getMessage(), divergence);
        }
        return new Told(execution, List.copyOf(story.lines), story.preemptions);
    }

    private void start(VirtualKernel newKernel, Program.Instance newInstance) {
        kernel = newKernel;
        instance = newInstance;
    }

    @Override
    public boolean preempts() {
        return replay.preempts();
    }

    @Override
    public boolean advancesEarly() {
        return replay.advancesEarly();
    }

    @Override
    public int choose(Choice choice) {
        boolean given = replay.remaining() > 0;
        int pick = replay.choose(choice);
        int cost = Preemptions.cost(choice, pick, program.reduction());
        preemptions += given ? cost : 0;
        preempted |= cost != 0;
        return pick;
    }

    @Override
    public void access(Task task) {
        finishLast();
        beforeLine.accept(lines.size());
        String value = value(task);
        boolean switched = task != last;
        last = task;
        lines.add(new StoryLine(kernel.nanoTime(), task.id(), task.label(), lane(task), function(task),
            task.operation().name().toLowerCase(Locale.ROOT).replace('_', ' '), variable(task), value, value,
            preempted && switched, task.target() != null && !program.reduction().isInert(task)
                && !program.reduction().isBackground(task)));
        if (switched) {
            preempted = false;
        }
        shown = task.target();
    }

    private void finishLast() {
        if (shown != null) {
            int at = lines.size() - 1;
            lines.set(at, lines.get(at).withAfter(kernel.peek(() -> instance.value(shown))));
        }
        shown = null;
    }

    private String value(Task task) {
        return task.target() == null ? "" : kernel.peek(() -> instance.value(task.target()));
    }

    private static String variable(Task task) {
        return task.target() == null ? "" : task.target().name();
    }

    private static String function(Task task) {
        String name = CFunctions.current();
        return name.isEmpty() ? task.label() : name;
    }

    private static int lane(Task task) {
        return switch (task.kind()) {
            case THREAD -> 0;
            case WORKER -> 1;
            case IRQ, TASKLET, TIMER -> 2;
            case CHANNEL -> 3;
            case USER -> 4;
        };
    }
}
