// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.zfcp4j.benchmarks.ThreadProfiler;
import org.zfcp4j.benchmarks.io.IoProfiler;
import org.zfcp4j.benchmarks.machine.SoundMeasurement;

/**
 * How long and how often a case is measured.
 *
 * @param name for the report
 * @param forks processes, each with code compiled and memory laid out anew
 * @param warmups iterations that do not count
 * @param iterations that count, in each process
 * @param milliseconds of an iteration
 */
record Settings(String name, int forks, int warmups, int iterations, long milliseconds) {
    /** As the figures of record are measured. */
    static final Settings SOUND = new Settings("sound", SoundMeasurement.FORKS, SoundMeasurement.WARMUPS, SoundMeasurement.ITERATIONS,
            SoundMeasurement.MILLIS);

    /** A smoke test that also gives the order of magnitude. */
    static final Settings QUICK = new Settings("quick", 1, 2, 3, 300);

    /** For cases that count and are not timed, however well others are measured. */
    private static final Settings COUNTS = new Settings("counts", 1, 2, 1, 400);

    private static final long FORK_START_MILLIS = 700;

    /** The same with another number of processes or another length of iterations, where they are given. */
    Settings with(Integer otherForks, Long otherMilliseconds) {
        return new Settings(name, otherForks == null ? forks : otherForks, warmups, iterations,
                otherMilliseconds == null ? milliseconds : otherMilliseconds);
    }

    /** Those for a case. */
    Settings of(Case one) {
        return one.counts() ? COUNTS : this;
    }

    /** What one case takes, roughly, in milliseconds. */
    long plannedMillis() {
        return forks * (FORK_START_MILLIS + (warmups + iterations) * milliseconds);
    }

    /** Iterations of a case. */
    int steps() {
        return forks * (warmups + iterations);
    }

    ChainedOptionsBuilder apply(ChainedOptionsBuilder options) {
        TimeValue time = TimeValue.milliseconds(milliseconds);
        return options.forks(forks).warmupIterations(warmups).warmupTime(time).measurementIterations(iterations)
                .measurementTime(time).addProfiler(GCProfiler.class).addProfiler(IoProfiler.class)
                .addProfiler(ThreadProfiler.class)
                .shouldFailOnError(false);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %d process%s, each with %d iterations to warm up and %d that count, of %d ms", name,
                forks, forks == 1 ? "" : "es", warmups, iterations, milliseconds);
    }
}
