// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import org.zfcp4j.zfcp.def.Adapter;

/** The test by which a refill that could not post finds out whether the channel has no status read buffer left. */
final class AllMissing {
    private AllMissing() {
    }

    /**
     * True if as many are missing as there should be. C compares an {@code int} with an {@code unsigned int}, hence as
     * unsigned: a count that has dropped below zero passes for more than all.
     */
    static boolean test(Adapter adapter) {
        return Integer.compareUnsigned(adapter.statMiss.read(), adapter.statReadBufNum) >= 0;
    }
}
