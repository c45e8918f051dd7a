// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

/** Return codes of libfcpmock: 0 and above are results, below are {@code FCP_E*}. */
final class NativeResult {
    static final int NO_ENTRY = -2;
    static final int AGAIN = -11;
    static final int NO_MEMORY = -12;
    static final int BUSY = -16;
    static final int EXISTS = -17;
    static final int NO_DEVICE = -19;
    static final int SHUTDOWN = -108;

    private NativeResult() {
    }

    /** Returns a result, throws what stands for an error. */
    static long check(long rc) {
        return rc >= 0 ? rc : check((int) rc);
    }

    /** Returns a result, throws what stands for an error. */
    static int check(int rc) {
        if (rc >= 0) {
            return rc;
        }
        if (rc == NO_MEMORY) {
            throw new OutOfMemoryError("mock channel");
        }
        throw switch (rc) {
            case BUSY -> new IllegalStateException("the channel, or the subchannel, is not in the state that this needs");
            case EXISTS -> new IllegalArgumentException("it is there already, or overlaps what is there");
            case NO_ENTRY -> new IllegalArgumentException("there is none");
            case NO_DEVICE -> new IllegalStateException("there is no such subchannel, or it is gone");
            default -> new IllegalArgumentException("refused by the channel, code " + rc);
        };
    }
}
