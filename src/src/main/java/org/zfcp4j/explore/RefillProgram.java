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

/** The refill of status read buffers, as a program to search through. */
public record RefillProgram(RefillCase refill, boolean stops, RefillObserver observer) implements Program {
    private static final long OTHER_GEOMETRY = 64 << 20;

    /** A program whose executions end where the channel has got a buffer too many. */
    public RefillProgram(RefillCase refill) {
        this(refill, true, RefillObserver.NONE);
    }

    /** The same, but what follows is played too. */
    public RefillProgram toTheEnd(RefillObserver watching) {
        return new RefillProgram(refill, false, watching);
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
                return RefillChecks.atEnd(world);
            }

            @Override
            public String pathFault() {
                List<String> misused = kernel.corruptions();
                return misused.isEmpty() ? null : "misuse of storage: " + misused.get(0);
            }

            @Override
            public String kind() {
                return world.channel().srbs().refused() > 0 ? world.form() : "";
            }

            @Override
            public String brokenAssumption() {
                return RefillSlice.brokenAssumption(world);
            }
        };
    }

    @Override
    public Set<String> kinds() {
        return refill.start() == RefillStart.REOPEN && refill.policy().policyName().equals("add-unless")
            ? RefillWorld.FORMS : Set.of();
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
