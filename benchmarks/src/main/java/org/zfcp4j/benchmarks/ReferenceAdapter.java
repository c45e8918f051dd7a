// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.zfcp4j.benchmarks.reference.ReferenceMachine;

/** The adapter in C, which all threads share. */
@State(Scope.Benchmark)
public class ReferenceAdapter extends RefillParameters {
    ReferenceMachine machine;

    @Setup
    public void open(BenchmarkParams params) {
        machine = new ReferenceMachine(policy, srbCount(params));
    }

    @TearDown
    public void close() {
        machine.close();
    }
}
