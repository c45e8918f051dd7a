// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.zfcp4j.benchmarks.machine.DeficitCensus;
import org.zfcp4j.benchmarks.machine.RefillMachine;

/** The port's adapter, whose refills count the deficits that they find. */
@State(Scope.Benchmark)
public class CountedPort extends RefillParameters {
    RefillMachine machine;
    private final DeficitCensus census = new DeficitCensus();

    @Setup
    public void open(BenchmarkParams params) {
        machine = new RefillMachine(policy, srbCount(params), census);
        census.take(new long[DeficitCensus.DEFICITS]);
    }

    @TearDown
    public void close() {
        machine.close();
    }

    void take(MetDeficits met) {
        long[] deficits = new long[DeficitCensus.DEFICITS];
        census.take(deficits);
        met.add(deficits);
    }
}
