// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eclipsesource.json.Json;
import org.junit.jupiter.api.Test;

class RecordKeepTest {
    @Test
    void whatOnlyTheMachineOfTheRunKnowsGoes() {
        assertEquals(Json.parse("""
                {"Machine": "a", "Command line": "zfcp4j bench Refill --time 5"}"""), RecordKeep.kept(Json.parse("""
                {"Machine": "a", "Command line": "zfcp4j bench Refill --out /some/where --time 5"}""")));
    }

    @Test
    void ofAResultTheSamplesStayWithSixDigits() {
        assertEquals(Json.parse("""
                [{"benchmark": "x.RefillPost.port", "mode": "thrpt", "threads": 2, "forks": 1, "params": {"burst": "1"},
                  "jvmArgs": ["-Dzfcp4j.cpus=0,1"],
                  "primaryMetric": {"score": 2.47873, "scoreUnit": "ops/us", "rawData": [[1.23457, 4]]},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 0, "scoreUnit": "B/op"}}}]"""), RecordKeep.kept(Json.parse("""
                [{"benchmark": "x.RefillPost.port", "mode": "thrpt", "threads": 2, "forks": 1, "jvm": "/some/where/java", "params": {"burst": "1"},
                  "jvmArgs": ["-Dzfcp4j.cpus=0,1", "-Dzfcp4j.bench.latencies=/some/where/latencies.hlog"],
                  "primaryMetric": {"score": 2.478731155830926, "scoreError": "NaN", "scoreUnit": "ops/us", "rawData": [[1.23456789, 4]]},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 0, "scoreUnit": "B/op"}, "gc.count": {"score": 3, "scoreUnit": "counts"}}}]""")));
    }
}
