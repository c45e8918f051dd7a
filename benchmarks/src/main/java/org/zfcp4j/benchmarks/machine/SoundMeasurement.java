// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

/**
 * How long and how often everything is measured that has a figure of record: by {@code bench}, and by plain JMH without options. Three
 * processes at least, so that what differs between processes is seen; and so long a warm-up that the first iteration that counts is no slower
 * than the last.
 */
public final class SoundMeasurement {
    /** Processes, each with code compiled and memory laid out anew. */
    public static final int FORKS = 3;
    /** Iterations that do not count. */
    public static final int WARMUPS = 4;
    /** Iterations that count, in each process. */
    public static final int ITERATIONS = 4;
    /** Milliseconds of an iteration. */
    public static final int MILLIS = 400;

    private SoundMeasurement() {
    }
}
