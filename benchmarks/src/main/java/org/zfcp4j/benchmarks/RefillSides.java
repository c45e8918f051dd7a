// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Control;

/**
 * The loop of {@link RefillLoop} with threads that play one side each, so that the lines between channel and driver travel as on a
 * machine: of two threads one is the channel, the other the driver, with its interrupts. An operation is a buffer; each side counts
 * half of it.
 */
public class RefillSides extends RefillBenchmark {
    static final int BATCH = 1024;

    /** How far the channels of the port have come. */
    @State(Scope.Benchmark)
    public static class PortProgress extends SideProgress {
    }

    /** How far the channels of the C reference have come. */
    @State(Scope.Benchmark)
    public static class ReferenceProgress extends SideProgress {
    }

    @Benchmark
    @Group("port")
    @GroupThreads
    @OperationsPerInvocation(BATCH / 2)
    public void portChannel(PortAdapter state, PortProgress progress, Control control) {
        progress.consume(BATCH, control, most -> state.machine.channelSide(most, state.burst));
    }

    @Benchmark
    @Group("port")
    @GroupThreads
    @OperationsPerInvocation(BATCH / 2)
    public void portDriver(PortAdapter state, PortProgress progress, Control control) {
        progress.serve(BATCH, control, state.machine::driverSide);
    }

    @Benchmark
    @Group("reference")
    @GroupThreads
    @OperationsPerInvocation(BATCH / 2)
    public void referenceChannel(ReferenceAdapter state, ReferenceProgress progress, Control control) {
        progress.consume(BATCH, control, most -> state.machine.channelSide(most, state.burst));
    }

    @Benchmark
    @Group("reference")
    @GroupThreads
    @OperationsPerInvocation(BATCH / 2)
    public void referenceDriver(ReferenceAdapter state, ReferenceProgress progress, Control control) {
        progress.serve(BATCH, control, state.machine::driverSide);
    }
}
