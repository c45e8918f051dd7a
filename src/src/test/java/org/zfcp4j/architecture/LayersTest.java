// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The layers form a stack, and the packages of a layer have no cycles but those that zfcp itself has, which are listed. */
class LayersTest {
    /** From the bottom up, by the first part of a package's name; layers of one line do not know each other. */
    private static final List<List<String>> STACK = List.of(
            List.of("linux", "layout", "swarm", "checked", "coherence"),
            List.of("kernel"),
            List.of("scsi"),
            List.of("qdio"),
            List.of("channel"),
            List.of("zfcp"),
            List.of("trace"),
            List.of("lab"),
            List.of("explore", "vectors", "parity"),
            List.of("dbf"),
            List.of("story"),
            List.of("cli"));

    /** Uses between packages of one layer that close a cycle, with the reason. No cycle of classes goes through them. */
    private static final Map<String, String> ALLOWED = Map.of(
            "zfcp.fsf -> zfcp.diag", "zfcp_diag.c keeps what exchange data returned, and requests it anew when it is stale",
            "zfcp.fc.gs -> zfcp.adapter", "ports are enqueued in zfcp_aux.c, for the port scan of zfcp_fc.c",
            "zfcp.scsi.host -> zfcp.adapter", "ports are looked up in zfcp_aux.c",
            "zfcp.erp.strategy -> zfcp.adapter", "the refill and the ports are in zfcp_aux.c",
            "zfcp.adapter -> zfcp.ccw", "zfcp_ccw.c counts the references to an adapter");

    private final PackageGraph graph = PackageGraph.of(Path.of("target", "classes"));

    private static int rank(String name) {
        String layer = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        for (int rank = 0; rank < STACK.size(); rank++) {
            if (STACK.get(rank).contains(layer)) {
                return rank;
            }
        }
        return -1;
    }

    private static boolean isOneLayer(String from, String to) {
        return from.split("\\.")[0].equals(to.split("\\.")[0]);
    }

    /** Uses inside of layers, except those that are left out. */
    private Map<String, Set<String>> inside(Set<String> without) {
        Map<String, Set<String>> edges = new TreeMap<>();
        for (String from : graph.packages()) {
            for (String to : graph.usedBy(from).keySet()) {
                if (isOneLayer(from, to) && !without.contains(from + " -> " + to)) {
                    edges.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
                }
            }
        }
        return edges;
    }

    @Test
    void everyPackageBelongsToALayer() {
        assertEquals(List.of(), graph.packages().stream().filter(name -> rank(name) < 0).toList());
        assertFalse(graph.packages().isEmpty(), "no classes read");
    }

    @Test
    void importsPointToLowerLayers() {
        List<String> upwards = new ArrayList<>();
        for (String from : graph.packages()) {
            graph.usedBy(from).forEach((to, witness) -> {
                if (!isOneLayer(from, to) && rank(to) >= rank(from)) {
                    upwards.add(witness);
                }
            });
        }
        assertEquals(List.of(), upwards);
    }

    @Test
    void packagesOfALayerHaveNoCyclesButThoseThatAreListed() {
        assertEquals(List.of(), Cycles.of(inside(ALLOWED.keySet())));
    }

    @Test
    void eachListedUseIsNeeded() {
        for (String allowed : ALLOWED.keySet()) {
            Set<String> others = new TreeSet<>(ALLOWED.keySet());
            others.remove(allowed);
            assertFalse(Cycles.of(inside(others)).isEmpty(), allowed + " closes no cycle");
        }
    }

    @Test
    void classesOfTheDriverHaveNoCyclesAcrossPackages() {
        List<Set<String>> across = Cycles.of(graph.classes("zfcp.")).stream()
                .filter(cycle -> cycle.stream().map(name -> name.substring(0, name.lastIndexOf('.'))).distinct().count() > 1).toList();
        assertEquals(List.of(), across);
    }

    @Test
    void cyclesAreFound() {
        Map<String, Set<String>> edges = Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("a", "d"), "d", Set.of());
        assertEquals(List.of(Set.of("a", "b", "c")), Cycles.of(edges));
        assertTrue(graph.usedBy("zfcp.fsf").containsKey("zfcp.qdio"), "the reader of class files is blind");
        assertTrue(graph.classes("zfcp.").get("zfcp.fsf.StatusRead").contains("zfcp.qdio.QdioSend"), "the reader of class files is blind");
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
