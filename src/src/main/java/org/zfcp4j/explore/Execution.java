// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zfcp4j.kernel.virtual.AccessListener;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.kernel.virtual.LockOrder;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.Scheduler;
import org.zfcp4j.kernel.virtual.Violation;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/**
 * One run of a program, from reset to its end.
 *
 * @param result how the kernel saw it end
 * @param fault what is wrong with it, one line; null if nothing is
 * @param kind what kind of fault it is, see {@link Program.Instance#kind}
 * @param draws random numbers of the program
 */
public record Execution(RunResult result, String fault, String kind, Draws draws) {
    /** Operations after which an execution counts as one that never ends. */
    private static final long STEP_LIMIT = 50_000;
    /** Reason for the end of an execution that leads nowhere new. */
    static final String CUT = "seen before";

    /** True if the execution was cut short because another one covers the rest. */
    public boolean isCut() {
        return result.outcome() == org.zfcp4j.kernel.virtual.Outcome.STOPPED && CUT.equals(result.detail());
    }

    /** True if it was cut off because it exceeded the limit of steps. */
    boolean isEndless() {
        return result.outcome() == org.zfcp4j.kernel.virtual.Outcome.LIMIT;
    }

    /** True if a task of it loops without an operation: whoever repeats it loses a thread. */
    public boolean isLost() {
        return !result.violations().isEmpty() && result.violations().get(0).rule() == Violation.Rule.ENDLESS_LOOP;
    }

    /** True if tasks are blocked forever. */
    public boolean isDeadlock() {
        return result.deadlock() != null;
    }

    /** What to report of it: {@link Outcome#VIOLATED}, {@link Outcome#DEADLOCK}; null if nothing is wrong. */
    public Outcome finding() {
        return isDeadlock() ? Outcome.DEADLOCK : fault == null ? null : Outcome.VIOLATED;
    }

    /** What a run needs besides the program. */
    static final class Settings {
        private Scheduler scheduler;
        private boolean tracksState;
        private AccessListener accesses;
        private Consumer<Program.Instance> onEnd = instance -> { };
        private LockOrder lockOrder;
        private LoopAlarm alarm = new LoopAlarm();
        private boolean platformThreads;
        private BiConsumer<VirtualKernel, Program.Instance> onStart = (kernel, instance) -> { };

        Settings(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        Settings tracksState() {
            tracksState = true;
            return this;
        }

        Settings accesses(AccessListener listener) {
            accesses = listener;
            return this;
        }

        /** Called with an instance that came to its end, after it was judged. */
        Settings onEnd(Consumer<Program.Instance> action) {
            onEnd = action;
            return this;
        }

        Settings lockOrder(LockOrder order) {
            lockOrder = order;
            return this;
        }

        /** Is notified of a task that loops, besides the caller, which may never return. */
        Settings alarm(LoopAlarm loops) {
            alarm = loops;
            return this;
        }

        /** The run does not depend on the processors of the virtual threads. */
        Settings platformThreads() {
            platformThreads = true;
            return this;
        }

        Settings onStart(BiConsumer<VirtualKernel, Program.Instance> action) {
            onStart = action;
            return this;
        }
    }

    static Execution run(Program program, Settings settings) {
        VirtualConfig config = new VirtualConfig().scheduler(settings.scheduler).storageSize(program.storageSize())
            .stepLimit(STEP_LIMIT).accessListener(settings.accesses);
        program.configure(config);
        if (settings.tracksState) {
            program.track(config);
        }
        if (settings.lockOrder != null) {
            config.lockOrder(settings.lockOrder);
        }
        if (settings.platformThreads) {
            config.platformThreads();
        }
        config.whenAbandoned(result -> settings.alarm.raise(abandoned(result, program))).patience(program.patienceMillis());
        try (VirtualKernel kernel = new VirtualKernel(config)) {
            kernel.ignore(program.reduction().inert(), program.reduction().background());
            Program.Instance instance = program.start(kernel);
            settings.onStart.accept(kernel, instance);
            RunResult result = kernel.run(instance::main);
            if (kernel.isAbandoned()) {
                return abandoned(result, program);
            }
            try {
                String fault = kernel.peek(() -> faultOf(instance, result));
                settings.onEnd.accept(instance);
                return new Execution(result, fault, instance.kind(), program.draws());
            } finally {
                instance.close();
            }
        }
    }

    private static Execution abandoned(RunResult result, Program program) {
        return new Execution(result, result.detail(), "", program.draws());
    }

    private static String faultOf(Program.Instance instance, RunResult result) {
        return switch (result.outcome()) {
            case QUIESCENT, MAIN_ENDED -> {
                String path = instance.pathFault();
                yield path != null ? path : instance.fault(result);
            }
            case STOPPED -> CUT.equals(result.detail()) ? instance.pathFault() : result.detail();
            case VIOLATION -> result.violations().get(0).toString();
            case DEADLOCK, LOST_WAKEUP, FAILED, PANIC, LIMIT -> result.outcome() + ": " + result.detail();
        };
    }
}
