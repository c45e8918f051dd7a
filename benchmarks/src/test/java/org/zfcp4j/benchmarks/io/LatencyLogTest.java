// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyLogTest {
    @TempDir
    Path directory;

    @Test
    void eachIterationIsALineWithTheTagOfItsCase() throws Exception {
        String file = directory.resolve("latencies.hlog").toString();
        for (long latency : new long[] {17_000, 23_000}) {
            Histogram histogram = new Histogram(3);
            histogram.recordValue(latency);
            LatencyLog.append(file, "port;operation=read;depth=1", histogram);
        }
        HistogramLogReader reader = new HistogramLogReader(file);
        for (long latency : new long[] {17_000, 23_000}) {
            EncodableHistogram read = reader.nextIntervalHistogram();
            assertEquals("port;operation=read;depth=1", read.getTag());
            assertEquals(latency, read.getMaxValueAsDouble(), latency * 0.001);
        }
        assertNull(reader.nextIntervalHistogram());
    }
}
