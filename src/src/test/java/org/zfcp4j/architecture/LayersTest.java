// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packages form a stack: a class names only classes of its own package and of packages below it. */
class LayersTest {
    /** From the bottom up; packages of one line do not know each other. */
    private static final List<List<String>> STACK = List.of(
            List.of("kernel", "layout"),
            List.of("kernel.scsi", "kernel.debug", "kernel.real", "kernel.virtual", "layout.qdio", "layout.fc"),
            List.of("layout.fsf"),
            List.of("layout.dbf"),
            List.of("layout.catalog"),
            List.of("qdio"),
            List.of("channel"),
            List.of("zfcp.def"),
            List.of("zfcp.reqlist", "zfcp.dbf", "zfcp.diag", "zfcp.ccw.ref"),
            List.of("zfcp.scsi"),
            List.of("zfcp.erp"),
            List.of("zfcp.qdio", "zfcp.adapter.port"),
            List.of("zfcp.fc"),
            List.of("zfcp.fsf"),
            List.of("zfcp.diag.update", "zfcp.adapter.refill", "zfcp.fc.gs"),
            List.of("zfcp.unit"),
            List.of("zfcp.scsi.host"),
            List.of("zfcp.erp.strategy"),
            List.of("zfcp.adapter"),
            List.of("zfcp.ccw", "zfcp.level"),
            List.of("lab.fake", "lab.check", "trace"),
            List.of("lab", "lab.refill"),
            List.of("lab.io"),
            List.of("lab.scenario"),
            List.of("explore", "vectors", "parity.facts", "parity.code", "parity.c.source", "parity.c.lex"),
            List.of("parity.c.value"),
            List.of("parity.c.prepass"),
            List.of("parity.c.parse"),
            List.of("parity.c.layout"),
            List.of("parity.c.extract"),
            List.of("parity.c"),
            List.of("parity.compare"),
            List.of("parity.diff"),
            List.of("parity.report"),
            List.of("vectors.table"),
            List.of("vectors.report"),
            List.of("dbf.record"),
            List.of("dbf.read"),
            List.of("dbf.judge"),
            List.of("dbf.report"),
            List.of("cli.usage"),
            List.of("story"),
            List.of("cli"));

    private final PackageGraph graph = PackageGraph.of(Path.of("target", "classes"));

    private static Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        for (int rank = 0; rank < STACK.size(); rank++) {
            for (String name : STACK.get(rank)) {
                ranks.put(name, rank);
            }
        }
        return ranks;
    }

    @Test
    void everyPackageHasItsPlaceInTheStack() {
        List<String> unknown = new ArrayList<>(graph.packages());
        unknown.removeAll(ranks().keySet());
        assertEquals(List.of(), unknown);
        assertFalse(graph.packages().isEmpty(), "no classes read");
    }

    @Test
    void importsPointDownwards() {
        Map<String, Integer> ranks = ranks();
        List<String> upwards = new ArrayList<>();
        for (String from : graph.packages()) {
            graph.usedBy(from).forEach((to, witness) -> {
                if (ranks.getOrDefault(to, Integer.MAX_VALUE) >= ranks.getOrDefault(from, -1)) {
                    upwards.add(witness);
                }
            });
        }
        assertEquals(List.of(), upwards);
    }

    @Test
    void theGraphSeesAKnownDependency() {
        assertTrue(graph.usedBy("zfcp.fsf").containsKey("zfcp.qdio"), "the reader of class files is blind");
    }

    @Test
    void thePortKnowsNeitherAKernelImplementationNorTheChannel() {
        List<String> offenders = new ArrayList<>();
        for (String from : graph.packages()) {
            if (from.startsWith("zfcp") && graph.usedBy(from).keySet().stream()
                    .anyMatch(to -> to.equals("kernel.real") || to.equals("kernel.virtual") || to.equals("channel"))) {
                offenders.add(from);
            }
        }
        assertEquals(List.of(), offenders);
    }
}
