// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.WriterConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.coherence.Caches;
import org.zfcp4j.coherence.Latencies;
import org.zfcp4j.lab.FileProblem;
import org.zfcp4j.lab.cost.CostRun;
import org.zfcp4j.lab.cost.Placement;
import org.zfcp4j.lab.cost.Workload;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.zfcp.adapter.RefillPolicies;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** {@code layout --cost}: its options, and the counts of one machine or of several sizes. */
final class LayoutCost {
    private static final int DEFAULT_PROCESSORS = 4;
    private static final int LEAST_SRBS = 16;
    private static final int MOST_OPERATIONS = 1_000_000;
    private static final int DEFAULT_OPERATIONS = 1024;
    private static final List<String> TABLES = List.of("ice-lake", "milan");
    private static final List<String> LINES = List.of("64", "128", "256");

    private final OptionSpec<Void> cost;
    private final List<OptionSpec<String>> options = new ArrayList<>();
    private final OptionSpec<String> processors;
    private final OptionSpec<String> placement;
    private final OptionSpec<String> workload;
    private final OptionSpec<String> refill;
    private final OptionSpec<String> line;
    private final OptionSpec<String> srbs;
    private final OptionSpec<String> operations;
    private final OptionSpec<String> latencies;
    private final OptionSpec<String> seed;

    LayoutCost(OptionParser parser) {
        cost = parser.accepts("cost", "what the geometry costs: lines that move between the caches of simulated processors, counted");
        processors = option(parser, "processors", "P", "--cost: how many, 1 to 128 (default 4); several with commas in between give a curve");
        placement = option(parser, "placement", "PLACEMENT", "--cost: apart: the channel has a processor of its own (default); together: it works"
                + " on the one that signalled last; pair: channel and driver have one each");
        workload = option(parser, "workload", "WORKLOAD", "--cost: refill: notifications, interrupts, stat_work and further contexts (default);"
                + " post: all processors consume and post; io: reads of 4 KiB");
        refill = option(parser, "refill", "POLICY", "--cost: how status read buffers are refilled: "
                + RefillPolicies.all().stream().map(RefillPolicy::policyName).collect(Collectors.joining(", ")));
        line = option(parser, "line", "BYTES", "--cost: size of a cache line: 64 (default), 128, 256");
        srbs = option(parser, "srbs", "N", "--cost: status read buffers, 16 (default) to 128");
        operations = option(parser, "operations", "N", "--cost: how many are counted (default 1024)");
        latencies = option(parser, "latencies", "TABLE", "--cost: cycles of hits and transfers: " + String.join(", ", TABLES)
                + ", or a file (default ice-lake)");
        seed = option(parser, "seed", "N", "--cost: decides between processors that are equally far (default 1)");
    }

    private OptionSpec<String> option(OptionParser parser, String name, String argument, String text) {
        OptionSpec<String> option = parser.accepts(name, text).withRequiredArg().describedAs(argument);
        options.add(option);
        return option;
    }

    /** Whether it is asked for. */
    boolean isAsked(OptionSet set) throws UsageException {
        if (set.has(cost)) {
            return true;
        }
        for (OptionSpec<String> option : options) {
            if (set.has(option)) {
                throw new UsageException("--" + option.options().get(0) + " is for --cost");
            }
        }
        return false;
    }

    /** Counts, prints, and writes the counts to a file unless that is null. */
    void run(OptionSet set, Path json, PrintStream out, PrintStream err) throws UsageException {
        List<Integer> sizes = sizes(set);
        Properties settings = settings(set);
        ProgressLine progress = new ProgressLine(err);
        JsonArray runs = new JsonArray();
        for (int size : sizes) {
            progress.show("counting for " + size + " processors");
            settings.setProperty("processors", Integer.toString(size));
            runs.add(Json.parse(CostRun.count(settings)));
        }
        progress.clear();
        if (sizes.size() == 1) {
            CostPrinter.print(runs.get(0).asObject(), out);
        } else {
            CostPrinter.printCurve(runs, out);
        }
        if (json != null) {
            String text = new JsonObject().add("runs", runs).toString(WriterConfig.PRETTY_PRINT) + "\n";
            OutputFile.write(json, to -> Files.writeString(to, text));
        }
    }

    private List<Integer> sizes(OptionSet set) throws UsageException {
        List<Integer> sizes = new ArrayList<>();
        String text = set.has(processors) ? set.valueOf(processors) : Integer.toString(DEFAULT_PROCESSORS);
        for (String word : text.split(",", -1)) {
            sizes.add(number("--processors", word.strip(), 1, Caches.MAX_PROCESSORS));
        }
        return sizes;
    }

    private Properties settings(OptionSet set) throws UsageException {
        Properties settings = new Properties();
        settings.setProperty("placement", word(set, placement, Arrays.stream(Placement.values()).map(Placement::word).toList()));
        settings.setProperty("workload", word(set, workload, Arrays.stream(Workload.values()).map(Workload::word).toList()));
        settings.setProperty("line", word(set, line, LINES));
        try {
            settings.setProperty("policy", RefillPolicies.byName(set.has(refill) ? set.valueOf(refill) : "add-unless").policyName());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        settings.setProperty("srbs", Integer.toString(set.has(srbs)
                ? number("--srbs", set.valueOf(srbs), LEAST_SRBS, QdioConstants.QDIO_MAX_BUFFERS_PER_Q) : LEAST_SRBS));
        settings.setProperty("operations", Integer.toString(set.has(operations)
                ? number("--operations", set.valueOf(operations), 1, MOST_OPERATIONS) : DEFAULT_OPERATIONS));
        settings.setProperty("seed", Integer.toString(set.has(seed) ? number("--seed", set.valueOf(seed), 0, Integer.MAX_VALUE) : 1));
        Properties table = table(set.has(latencies) ? set.valueOf(latencies) : TABLES.get(0));
        table.stringPropertyNames().forEach(key -> settings.setProperty("latency." + key, table.getProperty(key)));
        return settings;
    }

    /** The first of the words unless the user gives one. */
    private static String word(OptionSet set, OptionSpec<String> option, List<String> words) throws UsageException {
        String word = set.has(option) ? set.valueOf(option) : words.get(0);
        if (!words.contains(word)) {
            throw new UsageException("--" + option.options().get(0) + " " + word + ": expected " + String.join(", ", words));
        }
        return word;
    }

    private static int number(String what, String text, int least, int most) throws UsageException {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new UsageException(what + " takes a number from " + least + " to " + most + ", not \"" + text + '"');
        }
        return Integer.parseInt(text);
    }

    private static Properties table(String name) throws UsageException {
        Properties table = new Properties();
        try {
            if (TABLES.contains(name)) {
                try (InputStream in = CostRun.class.getResourceAsStream(name + ".properties")) {
                    table.load(in);
                }
            } else {
                read(table, name);
            }
            Latencies.of(table);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--latencies " + name + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static void read(Properties table, String name) throws UsageException {
        Path file;
        try {
            file = Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("this is no file name: " + name);
        }
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            table.load(in);
        } catch (IOException e) {
            throw new UsageException("cannot read the table of latencies: " + FileProblem.of(file, e));
        }
    }
}
