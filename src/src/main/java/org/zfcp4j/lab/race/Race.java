// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.race;

import java.util.List;
import java.util.stream.Collectors;
import org.zfcp4j.kernel.virtual.PortedFunctions;

/**
 * Two accesses that nothing orders, or one to what is gone.
 *
 * @param variable field, or what lies at the address
 * @param first    C functions of the earlier access, innermost first; of a use after free, where it was freed
 * @param second   of the later one
 */
public record Race(Kind kind, String variable, Side first, Side second) {
    /** What is wrong. */
    public enum Kind {
        RACE, USE_AFTER_FREE
    }

    /**
     * One of the accesses.
     *
     * @param context   the task
     * @param functions C functions on its stack, innermost first
     * @param stack     Java frames, innermost first
     */
    public record Side(String context, boolean write, List<String> functions, List<String> stack) {
        private static final int SHOWN = 3;

        /** The innermost C function; what runs, if there is none. */
        public String function() {
            return functions.isEmpty() ? context : functions.get(0);
        }

        @Override
        public String toString() {
            String chain = functions.stream().limit(SHOWN).collect(Collectors.joining(" < "));
            return (write ? "write" : "read") + " by " + context + (chain.isEmpty() ? "" : " in " + chain)
                    + (stack.isEmpty() ? "" : " (" + stack.get(0) + ")");
        }
    }

    static Race of(Kind kind, String variable, Stamp first, Stamp second) {
        return new Race(kind, variable, first == null ? null : side(first), side(second));
    }

    private static Side side(Stamp stamp) {
        List<StackTraceElement> frames = PortedFunctions.outsideKernel(stamp.stack()).stream().filter(Race::isDriver).toList();
        return new Side(stamp.task.label(), stamp.write, PortedFunctions.chain(frames),
                frames.stream().map(f -> f.getFileName() + ":" + f.getLineNumber()).toList());
    }

    /** What only observes, or is the access itself, tells nothing. */
    private static boolean isDriver(StackTraceElement frame) {
        String type = frame.getClassName();
        return !type.startsWith("org.zfcp4j.lab.race.") && !type.startsWith("org.zfcp4j.checked.") && !type.startsWith("org.zfcp4j.layout.");
    }

    /** The same for races of the same functions on the same variable. */
    String key() {
        return kind + variable + (first == null ? "" : first.function()) + second.function();
    }

    @Override
    public String toString() {
        if (kind == Kind.USE_AFTER_FREE) {
            return variable + " is used after it was freed: " + second + (first == null ? "" : "; freed by " + first);
        }
        return variable + ": nothing orders the " + first + " and the " + second;
    }
}
