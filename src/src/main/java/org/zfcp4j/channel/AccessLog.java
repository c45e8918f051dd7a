// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.zfcp4j.layout.Access;
import org.zfcp4j.layout.MemoryGuard;

/**
 * The accesses of the native channel to main storage, where {@code Memory.CHECKED} has loaded the library that records them. One for
 * each thread that calls the channel.
 */
public final class AccessLog {
    private static final int ROOM = 65536;
    private static final int RECORD = 16;
    private static final int LENGTH = 8;
    private static final int KIND = 12;
    /** In the order of {@code enum fcp_access_kind}. */
    private static final Access[] KINDS =
            {Access.READ, Access.WRITE, Access.VOLATILE_READ, Access.VOLATILE_WRITE, Access.RELEASE_WRITE};

    private final MemorySegment records = Arena.ofAuto().allocate((long) ROOM * RECORD, RECORD);

    /**
     * Shows the accesses of this thread's calls since the last time, in their order; those outside of main storage, too.
     *
     * @throws IllegalStateException if there were more than the library keeps, or it keeps none
     */
    public void replay(MemoryGuard to) {
        int count = NativeResult.check(FcpMock.accesses(records, ROOM));
        for (long at = 0; at < (long) count * RECORD; at += RECORD) {
            to.check(records.get(JAVA_LONG, at), records.get(JAVA_INT, at + LENGTH), KINDS[records.get(JAVA_INT, at + KIND)]);
        }
    }
}
