// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.virtual;

import java.util.Arrays;

/** The locks that a task holds, in the order of taking. */
final class HeldLocks {
    private LockCore[] locks = new LockCore[8];
    private boolean[] exclusive = new boolean[8];
    private boolean[] irq = new boolean[8];
    private int count;
    private int spinning;
    private int irqDisabled;

    int count() {
        return count;
    }

    LockCore lock(int i) {
        return locks[i];
    }

    boolean exclusive(int i) {
        return exclusive[i];
    }

    int spinning() {
        return spinning;
    }

    boolean irqsDisabled() {
        return irqDisabled > 0;
    }

    void push(LockCore lock, boolean isExclusive, boolean disablesIrqs) {
        if (count == locks.length) {
            locks = Arrays.copyOf(locks, 2 * count);
            exclusive = Arrays.copyOf(exclusive, 2 * count);
            irq = Arrays.copyOf(irq, 2 * count);
        }
        locks[count] = lock;
        exclusive[count] = isExclusive;
        irq[count++] = disablesIrqs;
        spinning += lock.spins() ? 1 : 0;
        irqDisabled += disablesIrqs ? 1 : 0;
    }

    /** Removes the last entry of the lock; false if there is none. */
    boolean pop(LockCore lock, boolean isExclusive) {
        for (int i = count - 1; i >= 0; i--) {
            if (locks[i] == lock && exclusive[i] == isExclusive) {
                spinning -= lock.spins() ? 1 : 0;
                irqDisabled -= irq[i] ? 1 : 0;
                int after = count - 1 - i;
                System.arraycopy(locks, i + 1, locks, i, after);
                System.arraycopy(exclusive, i + 1, exclusive, i, after);
                System.arraycopy(irq, i + 1, irq, i, after);
                locks[--count] = null;
                return true;
            }
        }
        return false;
    }

    boolean holds(LockCore lock) {
        for (int i = 0; i < count; i++) {
            if (locks[i] == lock) {
                return true;
            }
        }
        return false;
    }
}
