// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.geometry;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.zfcp4j.benchmarks.RefillBenchmark;
import org.zfcp4j.benchmarks.machine.RefillMachine;

/** The post path of status read buffers, as in {@code RefillPost} and measured like it, in the geometry of the process. */
@State(Scope.Benchmark)
public class LayoutPost extends RefillBenchmark {
    private static final int BATCH = 1024;
    private static final int SRBS = 16;

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
    @OperationsPerInvocation(BATCH)
    public long post() {
        return machine.post(BATCH, 1);
    }
}
