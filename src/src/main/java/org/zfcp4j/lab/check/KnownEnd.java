// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import org.zfcp4j.kernel.virtual.RunResult;

/** A mistake of zfcp itself that ends runs: contexts wait for ever. */
public interface KnownEnd {
    /** True if that has ended the run. */
    boolean isMeant(RunResult result);

    /** What to say of such a run. */
    String note();
}
