// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.zfcp4j.parity.facts.AssignmentFact;
import org.zfcp4j.parity.facts.ConstantUse;
import org.zfcp4j.parity.facts.DriverFacts;
import org.zfcp4j.parity.facts.FactsFile;
import org.zfcp4j.parity.facts.FunctionFacts;

/**
 * The facts among the resources of the tests. Those of 5.10.198 were taken from the C sources by other means than this program's, those
 * of 7.1.5 by {@link FactsPacker}.
 */
final class PackedFacts {
    static final DriverFacts FACTS = read();
    static final DriverFacts FACTS_OF_7_1 = read71();

    private PackedFacts() {
    }

    static DriverFacts of(Level level) {
        return level == Level.V5_10 ? FACTS : FACTS_OF_7_1;
    }

    private static DriverFacts read71() {
        try (Reader in = reader("/facts/" + FactsPacker.FILE)) {
            return FactsFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DriverFacts read() {
        Map<String, List<AssignmentFact>> assignments = new HashMap<>();
        for (String line : lines("/facts/assignments.csv.gz")) {
            String[] column = line.split(",");
            assignments.computeIfAbsent(column[0], f -> new ArrayList<>())
                    .add(new AssignmentFact(column[2], column[2], "", "", Integer.parseInt(column[1])));
        }
        Map<String, List<ConstantUse>> uses = new HashMap<>();
        for (String line : lines("/facts/constant-uses.csv.gz")) {
            String[] column = line.split(",", -1);
            uses.computeIfAbsent(column[0], f -> new ArrayList<>()).add(new ConstantUse(column[2], column[3],
                    column[4].isEmpty() ? 0 : Integer.parseInt(column[4]), column[5].equals("1"), Integer.parseInt(column[1])));
        }
        try (BufferedReader tags = new BufferedReader(reader("/facts/tags.csv"))) {
            List<FunctionFacts> functions = FactsFile.functions(json("/facts/functions.json.gz")).stream()
                    .map(f -> with(f, assignments.getOrDefault(f.key(), List.of()), uses.getOrDefault(f.key(), List.of())))
                    .toList();
            return new DriverFacts(Level.V5_10.version(), functions, FactsFile.constants(json("/facts/constants.json")),
                    FactsFile.layouts(json("/facts/layouts.json")), FactsFile.tags(tags));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FunctionFacts with(FunctionFacts f, List<AssignmentFact> assignments, List<ConstantUse> uses) {
        List<AssignmentFact> all = new ArrayList<>(f.statusAssignments());
        assignments.stream().filter(assignment -> !assignment.status()).forEach(all::add);
        return new FunctionFacts(f.name(), f.place(), f.nameLine(), f.endLine(), f.isStatic(), f.inline(), f.exported(),
                f.generatedBy(), f.returnType(), f.paramNames(), f.paramTypes(), f.calls(), f.functionRefs(), f.constants(),
                uses, f.locks(), f.atomics(), all, f.switches(), f.returns(), f.tags(), f.body());
    }

    private static List<String> lines(String resource) {
        try (BufferedReader in = new BufferedReader(reader(resource))) {
            return in.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject json(String resource) throws IOException {
        try (Reader in = reader(resource)) {
            return Json.parse(in).asObject();
        }
    }

    private static Reader reader(String resource) throws IOException {
        InputStream in = PackedFacts.class.getResourceAsStream(resource);
        return new InputStreamReader(resource.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8);
    }
}
