// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A regression of the port shows as a ratio to C, which the machine and its other work hardly change: the shortest of alternating batches, as
 * {@code bench ratio} measures them. The limits are what was reached on the slowest processor of the record, and a tenth more.
 */
class RatioTest {
    private static final int ROUNDS = 800;
    private static final int MOST_PROCESSES = 6;

    @ParameterizedTest
    @CsvSource({"claim, add-unless, 1, 1.16", "post, add-unless, 1, 1.16", "loop, add-unless, 1, 1.18", "post, claim-all, 8, 1.26",
        "loop, claim-all, 8, 1.41"})
    void javaTakesHardlyLongerThanC(String operation, String policy, int burst, double limit) throws IOException {
        RatioRow row = new RatioRow(operation, policy, burst);
        double ratio = new RatioTable(ROUNDS, MOST_PROCESSES, System.out).javaOverC(row, limit);
        String text = String.format(Locale.ROOT, "%s: Java takes %.2f times as long as C; the limit is %.2f", row, ratio, limit);
        System.out.println(text);
        assertTrue(ratio <= limit, text);
    }
}
