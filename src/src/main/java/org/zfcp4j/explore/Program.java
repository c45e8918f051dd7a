// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.Set;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.virtual.Draws;
import org.zfcp4j.kernel.virtual.ForgetRule;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.Shared;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;

/** What a search runs, over and over, from the same start state. Instances are used by several threads at a time. */
public interface Program {
    /** One instance of the program. */
    interface Instance {
        /** The first process. */
        void main();

        /** Tells findings apart that are to be reported each: of two of the same kind the first one is enough. */
        default String kind() {
            return "";
        }

        /** What is wrong with a run that came to an ordinary end: one line, or null. */
        String fault(RunResult result);

        /**
         * What is wrong with an execution however it ends, and does not show in its last state alone, such as a write to memory that
         * was freed: one line, or null.
         */
        default String pathFault() {
            return null;
        }

        /** Value of a variable, for display; empty if there is nothing to show. Calling it is not a point of decision. */
        default String value(Shared variable) {
            return variable instanceof AtomicInt atomic ? Integer.toString(atomic.read()) : "";
        }

        /** What the program's {@link Reduction} rests on and is not the case: one line, or null. Called at each decision. */
        default String brokenAssumption() {
            return null;
        }

        /** Adds what shows in its traces; after {@link #fault}. */
        default void cover(Coverage coverage) {
        }

        /** True when what follows only clears away: it is played in one way. */
        default boolean isOver() {
            return false;
        }

        /** After the run: gives back what is not the kernel's. */
        default void close() {
        }
    }

    /** Makes the start state on a new kernel. Deterministic; creates the same objects in the same order each time. */
    Instance start(VirtualKernel kernel);

    /** Whether it draws random numbers. */
    default boolean isRandom() {
        return false;
    }

    /** What it draws. */
    default Draws draws() {
        return Draws.of(0);
    }

    /** The same with other random numbers, if it draws any. */
    default Program with(Draws draws) {
        return this;
    }

    /** Where tasks forget what they have learned; may be null. */
    default ForgetRule forgetRule() {
        return null;
    }

    /** What a search may take as given. */
    default Reduction reduction() {
        return Reduction.NONE;
    }

    /** Kinds of findings that the search goes on for until it has one of each; empty if any finding is enough. */
    default Set<String> kinds() {
        return Set.of();
    }

    /** How long one of its tasks may go on without an operation before that counts as a loop without end, in milliseconds. */
    default int patienceMillis() {
        return 5000;
    }

    /** Main storage that it needs, in bytes. */
    default long storageSize() {
        return 1 << 20;
    }

    /** Sets what else it needs of the kernel. */
    default void configure(VirtualConfig kernel) {
    }

    /** How its states are told apart. */
    default void track(VirtualConfig kernel) {
        kernel.tracksState(forgetRule());
    }
}
