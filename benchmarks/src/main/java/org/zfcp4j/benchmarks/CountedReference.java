// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.zfcp4j.benchmarks.reference.ReferenceMachine;

/** The adapter in C, whose refills count the deficits that they find. */
@State(Scope.Benchmark)
public class CountedReference extends RefillParameters {
    ReferenceMachine machine;

    @Setup
    public void open(BenchmarkParams params) {
        machine = ReferenceMachine.counting(policy, srbCount(params));
        machine.takeDeficits();
    }

    @TearDown
    public void close() {
        machine.close();
    }

    void take(MetDeficits met) {
        met.add(machine.takeDeficits());
    }
}
