// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.BitSet;

/** All locks of a name: what {@link LockOrder} keeps about them. */
final class LockClass {
    final String name;
    final int index;
    /** Indexes of the classes that were taken while a lock of this one was held. */
    final BitSet after = new BitSet();
    /** Usage: bits of (level of the context, exclusive); and with interrupts enabled while held. */
    int usedAt;
    int interruptibleAt;

    LockClass(String name, int index) {
        this.name = name;
        this.index = index;
    }

    static int usage(int level, boolean exclusive) {
        return 1 << (2 * level + (exclusive ? 1 : 0));
    }
}
