// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.scsi.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zfcp4j.layout.fsf.FsfQtcbBottomPort;
import org.zfcp4j.scsi.FcHostStatistics;

class HostStatisticsTest {
    private static final int COUNTERS = 20;

    /** A bottom whose 20 counters, one behind the other, are {@code base}, {@code base + step} and so on. */
    private static byte[] bottom(long base, long step) {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[FsfQtcbBottomPort.SIZE]);
        for (int i = 0; i < COUNTERS; i++) {
            buffer.putLong((int) FsfQtcbBottomPort.SECONDS_SINCE_LAST_RESET.offset() + 8 * i, base + i * step);
        }
        return buffer.array();
    }

    private static Set<Long> values(FcHostStatistics stats) throws IllegalAccessException {
        Set<Long> values = new TreeSet<>();
        for (Field field : FcHostStatistics.class.getFields()) {
            values.add(field.getLong(stats));
        }
        return values;
    }

    private static Set<Long> expected(long base, long step) {
        Set<Long> values = new TreeSet<>();
        for (int i = 0; i < COUNTERS; i++) {
            values.add(base + i * step);
        }
        return values;
    }

    @Test
    void everyCounterOfTheChannelIsReportedOnce() throws IllegalAccessException {
        FcHostStatistics stats = new FcHostStatistics();
        HostStatistics.setFcHostStats(stats, bottom(1000, 1));
        assertEquals(expected(1000, 1), values(stats));
        assertEquals(1000, stats.secondsSinceLastReset);
        assertEquals(1001, stats.txFrames);
        assertEquals(1019, stats.fcpOutputMegabytes);
    }

    @Test
    void afterAResetOnlyTheDifferenceIsReported() throws IllegalAccessException {
        FcHostStatistics stats = new FcHostStatistics();
        HostStatistics.adjustFcHostStats(stats, bottom(1000, 10), bottom(400, 7));
        assertEquals(expected(600, 3), values(stats));
    }
}
