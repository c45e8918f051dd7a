// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.ArrayList;
import java.util.List;

/** Checks a run against the kernel's rules of contexts and locks. */
final class ContextChecker {
    private final Engine engine;
    private final LockOrder lockOrder;
    private final List<Violation> violations = new ArrayList<>();

    ContextChecker(Engine engine, LockOrder lockOrder) {
        this.engine = engine;
        this.lockOrder = lockOrder;
    }

    LockOrder lockOrder() {
        return lockOrder;
    }

    List<Violation> violations() {
        return violations;
    }

    /** Records a violation, and ends the run unless it is configured to continue. */
    void violation(Violation.Rule rule, String message) {
        if (engine.isDying() || engine.isQuiet()) {
            return;
        }
        if (!engine.isRunning()) {
            throw new IllegalStateException(rule + ": " + message);
        }
        Violation violation = new Violation(rule, engine.self().name(), engine.jiffies(), message,
            List.of(Stacks.outsideKernel(new Throwable().getStackTrace())));
        violations.add(violation);
        if (engine.config.stopsOnViolation()) {
            throw engine.finish(Outcome.VIOLATION, violation.toString());
        }
    }

    /** The current task calls something that may sleep, whether or not it will; {@code dropped} is a lock that it drops then. */
    void maySleep(Operation operation, Shared target, LockCore dropped) {
        Task self = engine.self();
        if (!self.kind().maySleep()) {
            violation(Violation.Rule.SLEEP_IN_ATOMIC_CONTEXT, describe(operation, target) + " in " + self.kind() + " context");
        } else if (self.held.spinning() > (dropped == null ? 0 : 1)) {
            violation(Violation.Rule.SLEEP_IN_ATOMIC_CONTEXT, describe(operation, target) + " while holding " + heldNames(self));
        }
    }

    void beforeAcquire(Task self, LockCore lock, boolean exclusive, boolean irq) {
        lockOrder.record(self, lock, exclusive, irq);
        if (!lock.spins()) {
            maySleep(Operation.MUTEX_LOCK, lock, null);
        }
    }

    void atExit(Task task) {
        if (task.held.count() > 0) {
            violation(Violation.Rule.LOCK_HELD_AT_EXIT, "ended while holding " + heldNames(task));
        }
    }

    /** The function of an interrupt, tasklet, timer or work item has ended. */
    void afterFunction(Task task) {
        if (task.held.count() > 0) {
            violation(Violation.Rule.LOCK_HELD_AT_EXIT, task.label() + " returned while holding " + heldNames(task));
        }
    }

    private static String describe(Operation operation, Shared target) {
        return target == null ? operation.toString() : operation + " " + target.name();
    }

    private static String heldNames(Task task) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < task.held.count(); i++) {
            names.add(task.held.lock(i).name());
        }
        return String.join(", ", names);
    }
}
