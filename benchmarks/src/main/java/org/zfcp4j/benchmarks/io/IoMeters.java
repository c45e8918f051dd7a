// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import org.HdrHistogram.Histogram;
import org.zfcp4j.channel.SubchannelStats;

/** What was counted in an iteration, on its way from the benchmark to its profiler: JMH makes both, and they share only a class. */
public final class IoMeters {
    /**
     * An iteration.
     *
     * @param latencies nanoseconds
     * @param signals SIGA instructions
     * @param interrupts that the channel raised
     * @param refused commands that were sent again
     * @param inFlight the sum, over all commands, of how many were in flight when one ended
     */
    record Reading(Histogram latencies, long signals, long interrupts, long refused, long inFlight) {
        /** {@code count} for each command that has ended. */
        double perCommand(long count) {
            return latencies.getTotalCount() == 0 ? 0 : (double) count / latencies.getTotalCount();
        }
    }

    /** In use from the first iteration on, so that nothing is allocated at the end of one. */
    private static final Histogram LATENCIES = IoQueue.newHistogram();

    private static long signals;
    private static long interrupts;
    private static long refused;
    private static long inFlight;
    private static volatile Reading last;

    private IoMeters() {
    }

    /** An iteration begins, in the thread that measures. */
    public static void begin(IoMachine machine, IoQueue queue) {
        queue.restart();
        queue.latencies().reset();
        queue.latencies().setStartTimeStamp(System.currentTimeMillis());
        SubchannelStats stats = machine.stats();
        signals = stats.sigas();
        interrupts = stats.interrupts();
        refused = queue.refused();
        inFlight = queue.inFlightSum();
    }

    /** It has ended, in the same thread. */
    public static void end(IoMachine machine, IoQueue queue) {
        queue.latencies().setEndTimeStamp(System.currentTimeMillis());
        SubchannelStats stats = machine.stats();
        queue.latencies().copyInto(LATENCIES);
        last = new Reading(LATENCIES, stats.sigas() - signals, stats.interrupts() - interrupts,
                queue.refused() - refused, queue.inFlightSum() - inFlight);
    }

    /** The last iteration of this process; null if none has ended. */
    static Reading last() {
        return last;
    }
}
