// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel.real;

import org.zfcp4j.kernel.SpinLock;

/**
 * The kind of all spin locks of a process, chosen when the virtual machine starts: {@code -Dzfcp4j.lock=ticket}. The C reference of the
 * benchmarks has the same.
 */
public final class SpinLocks {
    /** Names it; without it, {@link #TEST_AND_SET} is taken. */
    public static final String PROPERTY = "zfcp4j.lock";
    /** The kind of {@link RealSpinLock}. */
    public static final String TEST_AND_SET = "test-and-set";
    /** The kind of {@link TicketLock}. */
    public static final String TICKET = "ticket";
    /** That of this process. */
    public static final String CURRENT = checked(System.getProperty(PROPERTY, TEST_AND_SET));

    private SpinLocks() {
    }

    private static String checked(String kind) {
        if (!kind.equals(TEST_AND_SET) && !kind.equals(TICKET)) {
            throw new IllegalArgumentException("no kind of lock: \"" + kind + "\"; there are " + TEST_AND_SET + " and " + TICKET);
        }
        return kind;
    }

    static SpinLock named(String name) {
        return CURRENT.equals(TICKET) ? TicketLock.named(name) : new RealSpinLock(name);
    }
}
