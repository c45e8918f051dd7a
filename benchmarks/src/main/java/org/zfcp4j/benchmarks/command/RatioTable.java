// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.command;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Fork;
import org.zfcp4j.benchmarks.RefillBenchmark;
import org.zfcp4j.benchmarks.reference.ReferenceLibrary;

/**
 * {@code bench ratio}: Java beside C with one thread, by the shortest of alternating batches: with the JVM flags of the figures of record, with
 * those that a JVM has by itself, and with C compiled as a kernel is.
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

    /**
     * A row with its figures.
     *
     * @param record with the flags of record on both sides
     * @param plain with the default flags of the virtual machine
     * @param kernelLike with C compiled as a kernel is
     */
    private record Line(RatioRow row, Times record, Times plain, Times kernelLike) {
        String text() {
            return String.format(Locale.ROOT, "%-32s %8.1f %8.1f %8.3f %13.3f %8.3f", row, record.java, record.c, record.ratio(), plain.ratio(),
                    kernelLike.ratio());
        }

        JsonObject json() {
            return Json.object().add("row", row.toString()).add("java", record.java).add("c", record.c).add("plainJava", plain.java)
                    .add("plainC", plain.c).add("kernelLikeJava", kernelLike.java).add("kernelLikeC", kernelLike.c);
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

    /** Measures, prints each row, and writes all of them to a file, with what they depend on. */
    void print(Map<String, String> facts, Path file) throws IOException {
        out.println("C time / Java time with one thread, by the shortest of " + rounds + " alternating batches in each of " + processes
                + (processes == 1 ? " process" : " processes") + "; 1 is parity, more is faster than C");
        out.println("flags of record: " + String.join(" ", flagsOfRecord()) + "; C with -O3");
        out.printf("%-32s %8s %8s %8s %13s %8s%n", "", "Java ns", "C ns", "C / Java", "default flags", "C at -O2");
        List<Line> lines = new ArrayList<>();
        for (RatioRow row : RatioRow.all()) {
            List<String> kernelLike = new ArrayList<>(flagsOfRecord());
            kernelLike.add(ReferenceLibrary.kernelLike());
            Line line = new Line(row, times(row, flagsOfRecord()), times(row, NATIVE_ACCESS), times(row, kernelLike));
            lines.add(line);
            out.println(line.text());
        }
        out.printf(Locale.ROOT, "%-32s %8s %8s %8.3f %13.3f %8.3f%n", "geometric mean", "", "", mean(lines, Line::record), mean(lines, Line::plain),
                mean(lines, Line::kernelLike));
        JsonArray rows = new JsonArray();
        lines.forEach(line -> rows.add(line.json()));
        Files.writeString(file, Json.object().add("rounds", rounds).add("processes", processes).add("flags", String.join(" ", flagsOfRecord()))
                .add("environment", Environment.json(facts)).add("rows", rows).toString(WriterConfig.PRETTY_PRINT) + "\n");
        out.println(file);
    }

    private static double mean(List<Line> lines, Function<Line, Times> which) {
        return Math.exp(lines.stream().mapToDouble(line -> Math.log(which.apply(line).ratio())).average().orElseThrow());
    }

    /**
     * How many times as long as C Java takes in a row, with the flags of record: measured in one process after the other, until it is no more
     * than {@code limit}, or there were enough; then the lowest counts. Java and C are compared within a process: a few locked
     * instructions take 3.3 ns in some processes and 4.9 in others, in Java and in C alike.
     */
    double javaOverC(RatioRow row, double limit) throws IOException {
        double lowest = 1 / measure(row, flagsOfRecord()).ratio();
        for (int i = 1; i < processes && lowest > limit; i++) {
            lowest = Math.min(lowest, 1 / measure(row, flagsOfRecord()).ratio());
        }
        return lowest;
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
