// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Fork;
import org.zfcp4j.benchmarks.RefillBenchmark;

/**
 * {@code bench ratio}: Java beside C with one thread, by the shortest of alternating batches, with the JVM flags of the figures of record and with
 * those that a JVM has by itself.
 */
final class RatioTable {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final List<String> NATIVE_ACCESS = List.of("--enable-native-access=ALL-UNNAMED");

    /** Nanoseconds per operation. */
    private record Times(double java, double c) {
        Times shortest(Times other) {
            return new Times(Math.min(java, other.java), Math.min(c, other.c));
        }

        double ratio() {
            return c / java;
        }
    }

    private final int rounds;
    private final int processes;
    private final PrintStream out;

    /**
     * @param rounds batches of each language in a process
     * @param processes for each row and set of flags
     */
    RatioTable(int rounds, int processes, PrintStream out) {
        this.rounds = rounds;
        this.processes = processes;
        this.out = out;
    }

    /** Sound, in a few minutes, or quick. */
    static RatioTable of(boolean quick, PrintStream out) {
        return quick ? new RatioTable(300, 1, out) : new RatioTable(3000, 3, out);
    }

    /** The flags that the JMH benchmarks of the refill run with. */
    private static List<String> flagsOfRecord() {
        return Arrays.asList(RefillBenchmark.class.getAnnotation(Fork.class).jvmArgsAppend());
    }

    void print() throws IOException {
        out.println("C time / Java time with one thread, by the shortest of " + rounds + " alternating batches in each of " + processes
                + (processes == 1 ? " process" : " processes") + "; 1 is parity, more is faster than C");
        out.println("flags of record: " + String.join(" ", flagsOfRecord()));
        out.printf("%-32s %8s %8s %8s   %s%n", "", "Java ns", "C ns", "C / Java", "C / Java with default flags");
        double product = 1;
        for (RatioRow row : RatioRow.all()) {
            Times record = times(row, flagsOfRecord());
            Times plain = times(row, NATIVE_ACCESS);
            product *= record.ratio();
            out.printf(Locale.ROOT, "%-32s %8.1f %8.1f %8.3f   %.3f%n", row, record.java(), record.c(), record.ratio(), plain.ratio());
        }
        out.printf(Locale.ROOT, "%-32s %8s %8s %8.3f%n", "geometric mean", "", "", Math.pow(product, 1.0 / RatioRow.all().size()));
    }

    private Times times(RatioRow row, List<String> flags) throws IOException {
        Times shortest = measure(row, flags);
        for (int i = 1; i < processes; i++) {
            shortest = shortest.shortest(measure(row, flags));
        }
        return shortest;
    }

    private Times measure(RatioRow row, List<String> flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RatioRow.class.getName(), Integer.toString(rounds)));
        command.addAll(row.arguments());
        String printed = Shell.output(command);
        if (printed == null || !printed.matches("[\\d.]+ [\\d.]+")) {
            throw new IOException("the process for " + row + " failed" + (printed == null ? "" : ": " + printed.lines().findFirst().orElse("")));
        }
        String[] times = printed.split(" ");
        return new Times(Double.parseDouble(times[0]), Double.parseDouble(times[1]));
    }
}
