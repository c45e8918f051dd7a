// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PinnedThreadsTest {
    private static final Path STATUS = Path.of("/proc/thread-self/status");

    @Test
    void aThreadIsBoundToItsProcessorAlone() throws Exception {
        assumeTrue(Files.exists(STATUS), "there is no " + STATUS);
        try (var thread = Executors.newSingleThreadExecutor()) {
            String allowed = thread.submit(() -> {
                int cpu = Integer.parseInt(allowed().split("[-,]")[0]);
                assertTrue(PinnedThreads.bind(cpu));
                assertEquals(Integer.toString(cpu), allowed());
                return allowed();
            }).get();
            assertTrue(allowed.matches("\\d+"), allowed);
        }
    }

    private static String allowed() throws Exception {
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("Cpus_allowed_list:")).findFirst().orElseThrow()
                .split(":")[1].strip();
    }
}
