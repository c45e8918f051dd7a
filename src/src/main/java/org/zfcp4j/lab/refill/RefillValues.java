// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.Work;
import org.zfcp4j.kernel.virtual.Shared;

/** Values of the variables of a world, for display. */
public final class RefillValues {
    private RefillValues() {
    }

    /** Empty if there is nothing to show. */
    public static String of(RefillWorld world, Shared variable) {
        if (variable instanceof AtomicInt atomic) {
            return atomic.name().equals("status") ? String.format("0x%08x", atomic.read()) : Integer.toString(atomic.read());
        }
        if (variable instanceof Work work) {
            return work.isPending() ? "pending" : "idle";
        }
        return switch (variable.name()) {
            case "output slsb" -> world.channel().primed() + " primed";
            case "fcp channel", "fcp notification" -> srbs(world.channel().srbs());
            default -> "";
        };
    }

    private static String srbs(SrbLedger srbs) {
        return srbs.held() + " SRBs" + (srbs.refused() == 0 ? "" : ", " + srbs.refused() + " refused");
    }
}
