// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thousand random schedules of every scenario; only in the profile "soak". */
@Tag("soak")
class SoakTest {
    @ParameterizedTest
    @CsvSource({"link-flap", "bring-up", "host-con-init", "srb-starvation", "shutdown-in-flight", "kitchen-sink", "refill-race",
        "refill-reopen"})
    void cancelAtCloseHoldsUnderAThousandSchedules(String scenario) {
        assertEquals(Command.EXIT_OK, run(scenario, "cancel-at-close", "1..1000"));
    }

    @ParameterizedTest
    @CsvSource({"bring-up", "host-con-init", "srb-starvation", "refill-race"})
    void addUnlessHoldsWhereNoWorkIsPendingAcrossAReopen(String scenario) {
        assertEquals(Command.EXIT_OK, run(scenario, "add-unless", "1..1000"));
    }

    @ParameterizedTest
    @CsvSource({"refill-race, check-then-dec", "link-flap, add-unless"})
    void whatBreaksIsFoundAmongAThousandSchedules(String scenario, String policy) {
        assertEquals(Command.EXIT_FAILED, run(scenario, policy, "1..1000"));
    }

    private static int run(String scenario, String policy, String seeds) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Main.run(List.of("run", scenario, "--refill", policy, "--seeds", seeds), out, out);
    }
}
