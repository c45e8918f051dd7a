// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.WriterConfig;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;
import joptsimple.OptionSpec;
import org.zfcp4j.cli.usage.CommandUsage;
import org.zfcp4j.lab.cost.Placement;
import org.zfcp4j.lab.cost.Workload;
import org.zfcp4j.layout.Structure;
import org.zfcp4j.layout.catalog.Structures;

/** {@code layout}: the structures that driver and channel share, and how the queues lie in memory. */
public final class LayoutCommand implements Command {
    private final OptionParser parser = new OptionParser();
    private final OptionSpec<String> json = parser.accepts("json", "write the structures in full, or the counts of --cost, as JSON")
            .withRequiredArg().describedAs("FILE");
    private final OptionSpec<Void> live = parser.accepts("live", "bring a device up, and dump its queues");
    private final LayoutCost cost = new LayoutCost(parser);
    private final OptionSpec<String> words = parser.nonOptions("structures").describedAs("STRUCT");
    private final CommandUsage usage = new CommandUsage("layout", "the geometry of the queues and what it costs, offsets and sizes of structures,"
            + " a dump of live queues", parser)
            .call("[STRUCT...] [--json FILE]").call("--live").call("--cost [option...]")
            .text("Without STRUCT: a picture of the geometry, and all structures with their sizes.")
            .text("--cost plays driver and channel on simulated processors and counts, per operation, what each structure costs: hits,"
                    + " transfers from another cache, upgrades (copies of others are invalidated), lines from memory (cold), copies that became"
                    + " invalid, and transfers due to false sharing. The same seed gives the same counts.")
            .text("The geometry: -Dzfcp4j.geometry=stride=64,sbals=256,sbales=32,order=little,placement=spread,coalesce=4,siga=4 before the command,"
                    + " each with its own effect, all optional.")
            .values("STRUCT", Structures.all().stream().map(Structure::name).toList())
            .example("", "which cache lines driver and channel write")
            .example("fsf_qtcb", "the members of a structure")
            .values("PLACEMENT", Arrays.stream(Placement.values()).map(Placement::word).toList())
            .values("WORKLOAD", Arrays.stream(Workload.values()).map(Workload::word).toList())
            .example("--cost", "which lines move when an SRB is consumed and refilled")
            .example("--cost --workload post --srbs 128 --processors 1,2,4,8,16,32,64,128", "how refill scales, as far as caches decide it")
            .example("--live", "SLSB, SBALs and QTCB of a device that is up");

    @Override
    public CommandUsage usage() {
        return usage;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            OptionSet set = parser.parse(arguments.toArray(String[]::new));
            if (set.has(live)) {
                LiveQueues.print(out);
                return EXIT_OK;
            }
            Path file = set.has(json) ? Path.of(set.valueOf(json)) : null;
            if (cost.isAsked(set)) {
                cost.run(set, file, out, err);
                return EXIT_OK;
            }
            List<Structure> structures = structures(set.valuesOf(words));
            if (file != null) {
                String text = json(structures).toString(WriterConfig.PRETTY_PRINT) + "\n";
                OutputFile.write(file, to -> Files.writeString(to, text));
            } else if (set.valuesOf(words).isEmpty()) {
                GeometryPicture.print(out);
                out.println();
                structures.forEach(s -> out.printf("%-28s %5d bytes%n", s.name(), s.size()));
            } else {
                structures.forEach(s -> print(s, out));
            }
            return EXIT_OK;
        } catch (OptionException | InvalidPathException | UsageException e) {
            err.println("zfcp4j: layout: " + e.getMessage());
            return EXIT_USAGE;
        }
    }

    private static List<Structure> structures(List<String> names) throws UsageException {
        if (names.isEmpty()) {
            return Structures.all();
        }
        List<Structure> found = new ArrayList<>();
        for (String name : names) {
            found.add(Structures.named(name).orElseThrow(() -> new UsageException("there is no structure \"" + name
                    + "\"; \"zfcp4j layout\" lists them")));
        }
        return found;
    }

    private static void print(Structure structure, PrintStream out) {
        out.printf("struct %s, %d bytes%n", structure.name(), structure.size());
        out.printf("  %-10s %6s  %s%n", "offset", "size", "member");
        for (Structure.Field field : structure.fields()) {
            out.printf("  0x%-8x %6s  %s%n", field.offset(), size(field), indented(field.path()));
        }
    }

    private static String size(Structure.Field field) {
        return field.isBitField() ? field.bitSize() + " bit" : Long.toString(field.size());
    }

    /** Members of members stand below them. */
    private static String indented(String path) {
        int depth = (int) path.chars().filter(c -> c == '.').count();
        return "  ".repeat(depth) + path.substring(path.lastIndexOf('.') + 1);
    }

    private static JsonArray json(List<Structure> structures) {
        JsonArray all = new JsonArray();
        for (Structure structure : structures) {
            JsonArray fields = new JsonArray();
            for (Structure.Field field : structure.fields()) {
                JsonObject entry = new JsonObject().add("name", field.path()).add("offset", field.offset())
                        .add("size", field.size());
                if (field.isBitField()) {
                    entry.add("bitOffset", field.bitOffset()).add("bitSize", field.bitSize());
                }
                fields.add(entry);
            }
            all.add(new JsonObject().add("struct", structure.name()).add("size", structure.size()).add("fields", fields));
        }
        return all;
    }
}
