// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import java.util.Arrays;

/** Absolute addresses, the last one on top. The lock that protects it is the caller's; allocates only to grow. */
final class AddressStack {
    private long[] addresses = new long[64];
    private int count;

    void push(long address) {
        int top = count;
        if (top == addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * top);
        }
        addresses[top] = address;
        count = top + 1;
    }

    /** The address on top, or 0 if there is none. */
    long pop() {
        int top = count - 1;
        if (top < 0) {
            return 0;
        }
        count = top;
        return addresses[top];
    }

    int size() {
        return count;
    }
}
