// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import java.util.Set;
import org.zfcp4j.zfcp.def.Adapter;

/** What a search needs to know of the world that it runs. */
public interface RefillWorld {
    /** All that {@link #form} may return, but nothing. */
    Set<String> FORMS = Set.of(FormWatch.RAN_BEFORE_SET, FormWatch.CLAIMED_BEFORE, FormWatch.GAVE_BACK_AFTER);

    Adapter adapter();

    RefillHardware channel();

    RefillCase refillCase();

    /** True if the adapter is open at the end. */
    boolean adapterUp();

    /** In which way the refill went wrong, where there are several: one line; else empty. */
    default String form() {
        return "";
    }
}
