// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zfcp4j.benchmarks.machine.AlternatingBatches;
import org.zfcp4j.benchmarks.machine.ClaimMachine;
import org.zfcp4j.benchmarks.machine.RefillMachine;
import org.zfcp4j.benchmarks.reference.ReferenceClaim;
import org.zfcp4j.benchmarks.reference.ReferenceMachine;

/**
 * A row of {@code bench ratio}, measured in a process of its own: what other rows have called before would change how the compiler inlines.
 *
 * @param operation claim, post or loop
 * @param policy name of the refill policy
 * @param burst status read buffers that the channel consumes before a refill
 */
record RatioRow(String operation, String policy, int burst) {
    private static final int SRBS = 16;
    /** Operations of a batch: half a millisecond or less. */
    private static final int OPERATIONS = 2048;
    /** The compiler has done its work after so many of the rounds. */
    private static final int WARM_UP = 3;

    /** All rows, in the order of the table. */
    static List<RatioRow> all() {
        List<RatioRow> rows = new ArrayList<>();
        for (String policy : List.of("add-unless", "claim-all")) {
            rows.add(new RatioRow("claim", policy, 1));
            for (String operation : List.of("post", "loop")) {
                rows.add(new RatioRow(operation, policy, 1));
                rows.add(new RatioRow(operation, policy, 8));
            }
        }
        return rows;
    }

    @Override
    public String toString() {
        return operation + ' ' + policy + (burst == 1 ? "" : ", " + burst + " at a time");
    }

    /** What the process is started with, after its number of rounds. */
    List<String> arguments() {
        return List.of(operation, policy, Integer.toString(burst));
    }

    /** Prints the shortest batches of Java and of C, in nanoseconds per operation. */
    public static void main(String[] arguments) {
        RatioRow row = new RatioRow(arguments[1], arguments[2], Integer.parseInt(arguments[3]));
        AlternatingBatches batches = row.measure(Integer.parseInt(arguments[0]));
        System.out.printf(Locale.ROOT, "%.3f %.3f%n", (double) batches.javaNanos() / OPERATIONS, (double) batches.cNanos() / OPERATIONS);
    }

    private AlternatingBatches measure(int rounds) {
        if (operation.equals("claim")) {
            try (ClaimMachine java = new ClaimMachine(policy); ReferenceClaim c = new ReferenceClaim(policy)) {
                return measure(rounds, () -> java.claim(OPERATIONS), () -> c.claim(OPERATIONS));
            }
        }
        boolean loop = operation.equals("loop");
        try (RefillMachine java = new RefillMachine(policy, SRBS); ReferenceMachine c = new ReferenceMachine(policy, SRBS)) {
            return loop ? measure(rounds, () -> java.loop(OPERATIONS, burst), () -> c.loop(OPERATIONS, burst))
                    : measure(rounds, () -> java.post(OPERATIONS, burst), () -> c.post(OPERATIONS, burst));
        }
    }

    private static AlternatingBatches measure(int rounds, Runnable java, Runnable c) {
        for (int i = 0; i < rounds / WARM_UP; i++) {
            java.run();
            c.run();
        }
        AlternatingBatches batches = new AlternatingBatches(java, c);
        for (int i = 0; i < rounds; i++) {
            batches.round();
        }
        return batches;
    }
}
