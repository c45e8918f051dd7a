// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.List;

/**
 * A violated rule of contexts or locks.
 *
 * @param context name of the task that broke it
 * @param jiffies virtual time
 * @param stack where it happened, innermost first
 */
public record Violation(Rule rule, String context, long jiffies, String message, List<StackTraceElement> stack) {
    /** The rules. */
    public enum Rule {
        SLEEP_IN_ATOMIC_CONTEXT,
        LOCK_RECURSION,
        /** {@code lockdep_assert_held} does not hold. */
        LOCK_NOT_HELD,
        UNLOCK_BY_NON_OWNER,
        LOCK_HELD_AT_EXIT,
        WORK_ON_DESTROYED_QUEUE,
        WAIT_FOR_ITSELF,
        STORAGE_MISUSE,
        /** A task loops without an operation that others could see; its thread is lost. */
        ENDLESS_LOOP
    }

    /** The innermost C function in which it happened, by name; empty if it was in none of the port. */
    public String function() {
        return PortedFunctions.innermost(stack);
    }

    @Override
    public String toString() {
        String function = function();
        String where = (function.isEmpty() ? "" : " in " + function) + (stack.isEmpty() ? "" : " at " + stack.get(0));
        return rule + " in " + context + " at " + jiffies + " ms: " + message + where;
    }
}
