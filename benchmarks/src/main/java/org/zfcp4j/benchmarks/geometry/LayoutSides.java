// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.geometry;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import org.zfcp4j.benchmarks.RefillBenchmark;
import org.zfcp4j.benchmarks.SideProgress;
import org.zfcp4j.benchmarks.machine.RefillMachine;

/**
 * A thread that is the channel and one that is the driver, as in {@code RefillSides} and measured like it, in the geometry of the process:
 * here it shows whether lines travel between the two without need. Each side counts half of a buffer.
 */
@State(Scope.Benchmark)
public class LayoutSides extends RefillBenchmark {
    private static final int BATCH = 1024;
    private static final int SRBS = 16;
    private static final int BURST = 1;

    /** How far the channel has come. */
    @State(Scope.Benchmark)
    public static class Progress extends SideProgress {
    }

    private RefillMachine machine;

    @Setup
    public void open() {
        machine = new RefillMachine("add-unless", SRBS);
    }

    @TearDown
    public void close() {
        machine.close();
    }

    @Benchmark
    @Group("sides")
    @GroupThreads
    @OperationsPerInvocation(BATCH / 2)
    public void channel(Progress progress, Control control) {
        progress.consume(BATCH, control, most -> machine.channelSide(most, BURST));
    }

    @Benchmark
    @Group("sides")
    @GroupThreads
    @OperationsPerInvocation(BATCH / 2)
    public void driver(Progress progress, Control control) {
        progress.serve(BATCH, control, machine::driverSide);
    }
}
