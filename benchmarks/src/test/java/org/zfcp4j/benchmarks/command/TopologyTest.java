// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTest {
    @TempDir
    Path topology;

    private void cpu(int number, String siblings, int onPackage) throws IOException {
        Path directory = Files.createDirectories(topology.resolve("cpu" + number).resolve("topology"));
        Files.writeString(directory.resolve("thread_siblings_list"), siblings + "\n");
        Files.writeString(directory.resolve("physical_package_id"), onPackage + "\n");
    }

    @Test
    void aListOfTheKernelIsRead() {
        assertEquals(List.of(0, 1, 2, 3, 8), List.copyOf(Topology.parse(" 0-3,8\n")));
    }

    @Test
    void oneThreadOfEachCoreIsTakenTheLargestPackageFirst() throws IOException {
        cpu(0, "0,4", 0);
        cpu(4, "0,4", 0);
        cpu(1, "1,5", 1);
        cpu(5, "1,5", 1);
        cpu(2, "2,6", 1);
        cpu(6, "2,6", 1);
        assertEquals(List.of(List.of(1, 2), List.of(0)), Topology.read(Topology.parse("0-2,4-6"), topology).packages());
    }

    @Test
    void whatTheProcessMayNotUseIsLeftOut() throws IOException {
        cpu(5, "1,5", 0);
        cpu(6, "2,6", 0);
        assertEquals(List.of(5, 6), Topology.read(Topology.parse("5-6"), topology).cores());
    }

    @Test
    void threadsGrowToAPackageThenToAllThenToTwiceAsMany() throws IOException {
        for (int cpu = 0; cpu < 24; cpu++) {
            cpu(cpu, Integer.toString(cpu), cpu / 12);
        }
        assertEquals(List.of(1, 2, 4, 8, 12, 24, 48), Topology.read(Topology.parse("0-23"), topology).threads());
        assertEquals(List.of(1, 2, 4), Topology.read(Topology.parse("0-1"), topology).threads());
        assertEquals(List.of(1, 2), Topology.read(Topology.parse("7"), topology).threads());
        assertEquals(List.of(1, 2, 3, 6), Topology.of(Topology.parse("2,5,9")).threads());
    }
}
