// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.explore;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * States that were reached, by a digest of 64 bits. Two different states of n pass for one with a probability of n*n/2^65: below
 * one in ten million for a million states.
 */
final class StateSet {
    private static final int STRIPES = 64;

    /** A part of the set: open addressing, at most half full. */
    private static final class Stripe extends ReentrantLock {
        private static final long serialVersionUID = 1;
        private long[] slots = new long[1024];
        private int size;

        boolean add(long key) {
            if (2 * size >= slots.length) {
                grow();
            }
            int at = find(key);
            if (slots[at] == key) {
                return false;
            }
            slots[at] = key;
            size++;
            return true;
        }

        private int find(long key) {
            int mask = slots.length - 1;
            int at = (int) (key >>> 8) & mask;
            while (slots[at] != 0 && slots[at] != key) {
                at = at + 1 & mask;
            }
            return at;
        }

        private void grow() {
            long[] old = slots;
            slots = new long[2 * old.length];
            for (long key : old) {
                if (key != 0) {
                    slots[find(key)] = key;
                }
            }
        }
    }

    private final Stripe[] stripes = new Stripe[STRIPES];
    private final AtomicLong size = new AtomicLong();

    StateSet() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    /** False if it is in the set already. */
    boolean add(long digest) {
        long key = digest == 0 ? 1 : digest;
        Stripe stripe = stripes[(int) (key & STRIPES - 1)];
        stripe.lock();
        try {
            if (!stripe.add(key)) {
                return false;
            }
        } finally {
            stripe.unlock();
        }
        size.incrementAndGet();
        return true;
    }

    boolean contains(long digest) {
        long key = digest == 0 ? 1 : digest;
        Stripe stripe = stripes[(int) (key & STRIPES - 1)];
        stripe.lock();
        try {
            return stripe.slots[stripe.find(key)] == key;
        } finally {
            stripe.unlock();
        }
    }

    long size() {
        return size.get();
    }
}
