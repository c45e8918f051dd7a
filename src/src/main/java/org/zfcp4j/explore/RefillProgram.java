// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.List;
import java.util.Set;
import org.zfcp4j.kernel.virtual.ForgetRule;
import org.zfcp4j.kernel.virtual.RunResult;
import org.zfcp4j.kernel.virtual.Shared;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.refill.RefillCase;
import org.zfcp4j.lab.refill.RefillChecks;
import org.zfcp4j.lab.refill.RefillObserver;
import org.zfcp4j.lab.refill.RefillStart;
import org.zfcp4j.lab.refill.RefillValues;
import org.zfcp4j.lab.refill.RefillWorld;
import org.zfcp4j.lab.refill.RefillWorlds;
import org.zfcp4j.layout.Geometry;

/**
 * The refill of status read buffers, as a program to search through.
 *
 * @param most whether the search is for the schedule that posts most, not for any that posts too many
 * @param stops whether an execution ends where the channel has got a buffer too many
 */
public record RefillProgram(RefillCase refill, boolean most, boolean stops, RefillObserver observer) implements Program {

    private static final long OTHER_GEOMETRY = 64 << 20;

    /** A program whose executions end where the channel has got a buffer too many. */
    public RefillProgram(RefillCase refill) {
        this(refill, false, true, RefillObserver.NONE);
    }

    /**
     * A program to be searched to the end, or until no more is possible: each number of buffers above the agreed one is a kind of its
     * own, and the channel tolerates them all.
     */
    public static RefillProgram most(RefillCase refill) {
        return new RefillProgram(refill.tolerant(), true, false, RefillObserver.NONE);
    }

    /** The same, but what follows is played too. */
    public RefillProgram toTheEnd(RefillObserver watching) {
        return new RefillProgram(refill, most, false, watching);
    }

    @Override
    public Instance start(VirtualKernel kernel) {
        RefillWorld world = RefillWorlds.start(kernel, refill, stops, observer);
        return new Instance() {
            @Override
            public void main() {
                // all tasks exist already
            }

            @Override
            public String value(Shared variable) {
                return RefillValues.of(world, variable);
            }

            @Override
            public String fault(RunResult result) {
                String excess = most ? RefillChecks.excess(world) : null;
                return excess != null ? excess : RefillChecks.atEnd(world);
            }

            @Override
            public String pathFault() {
                List<String> misused = kernel.corruptions();
                return misused.isEmpty() ? null : "misuse of storage: " + misused.get(0);
            }

            @Override
            public String kind() {
                if (most) {
                    return RefillChecks.excess(world) == null ? "" : String.valueOf(world.channel().srbs().most());
                }
                return world.channel().srbs().refused() > 0 ? world.form() : "";
            }

            @Override
            public void close() {
                world.channel().close();
            }

            @Override
            public String brokenAssumption() {
                return RefillSlice.brokenAssumption(world);
            }
        };
    }

    @Override
    public Set<String> kinds() {
        if (most) {
            return Set.of(String.valueOf(bound()));
        }
        return refill.start() == RefillStart.REOPEN && refill.policy().policyName().equals("add-unless")
            ? RefillWorld.FORMS : Set.of();
    }

    /**
     * The most that can be with the channel: what is missing, claimed, in completion and posted adds up to the agreed number; closing takes
     * what is posted away, so no more is left than notifications have used up; setting the counter adds the agreed number to
     * that; and nothing else changes the sum.
     */
    public int bound() {
        return refill.srbs() + (refill.start() == RefillStart.REOPEN ? Math.min(usedUp(), refill.srbs()) : 0);
    }

    /** LINK_UP is one of the notifications, and always there. */
    private int usedUp() {
        return Math.max(0, refill.notifications() - 1) + refill.linkUp().usedUp();
    }

    @Override
    public Reduction reduction() {
        return RefillSlice.of(refill.start());
    }

    /** SBALs that are spread out, or large, or many, need more room; the window is used again for each execution. */
    @Override
    public long storageSize() {
        return Geometry.CURRENT.isArchitected() ? Program.super.storageSize() : OTHER_GEOMETRY;
    }

    @Override
    public ForgetRule forgetRule() {
        return RefillWorlds::forgets;
    }
}
