// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.zfcp4j.benchmarks.machine.RefillMachine;

/** The port's adapter, which all threads share. */
@State(Scope.Benchmark)
public class PortAdapter extends RefillParameters {
    RefillMachine machine;

    @Setup
    public void open(BenchmarkParams params) {
        machine = new RefillMachine(policy, srbCount(params));
    }

    @TearDown
    public void close() {
        machine.close();
    }
}
